export type X509 = typeof import('@peculiar/x509');

/** The writer is loaded when a certificate is to be written; its container wants the metadata polyfill first. */
export async function loadX509(): Promise<X509> {
  await import('reflect-metadata');
  return await import('@peculiar/x509');
}

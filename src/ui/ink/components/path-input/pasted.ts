export const isPem = (text: string): boolean => /^\s*-----BEGIN [A-Z0-9 ]+-----/m.test(text);

/** Counts the labels of pasted PEM; the content itself is dropped at once. */
export function labelsIn(text: string): { readonly certificates: number; readonly key: 'none' | 'plain' | 'encrypted' } {
  const labels = Array.from(text.matchAll(/^-----BEGIN ([A-Z0-9 ]+)-----/gm), ([, label = '']) => label);
  const keys = labels.filter((label) => label.endsWith('PRIVATE KEY'));
  const encrypted = keys.some((label) => label.startsWith('ENCRYPTED')) || /^Proc-Type: 4,ENCRYPTED/m.test(text);
  return { certificates: labels.filter((label) => /CERTIFICATE$/.test(label)).length, key: keys.length === 0 ? 'none' : encrypted ? 'encrypted' : 'plain' };
}

import type { JsonObject } from '../../../core/contracts/index.ts';

/** Chain and key as PEM text; or what stands for them in a preview. */
export interface OwnTls {
  readonly cname: string;
  readonly cert: string;
  readonly key: string;
}

/** The JSON patch that SDK v1 sends to switch TLS on or to change the certificate (facts.md 3.2). */
export function tlsPatch({ cname, cert, key }: OwnTls): readonly JsonObject[] {
  return [replace('sslEnabled', true), replace('sslCertificate', cert), replace('sslKey', key), replace('cname', cname)];
}

/** The JSON patch that switches TLS off. */
export function offPatch(): readonly JsonObject[] {
  return [replace('sslEnabled', false)];
}

/** The body that makes a new service, from what the service file says (facts.md 2.1, 3.2). */
export function createBody(name: string, file: JsonObject, tls: OwnTls | undefined): JsonObject {
  const own = tls === undefined ? {} : { sslEnabled: true, sslCertificate: tls.cert, sslKey: tls.key, cname: tls.cname };
  return { ...file, name, computeType: 'ACI', ...own };
}

function replace(field: string, value: string | boolean): JsonObject {
  return { op: 'replace', path: `/${field}`, value };
}

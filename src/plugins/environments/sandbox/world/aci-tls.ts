import type { AciTls } from '../state/service.ts';
import type { ServiceError } from '../state/values.ts';
import { badRequest } from './azure-error.ts';
import { readUpload } from './certificate.ts';

export interface AciTlsRequest {
  readonly sslEnabled?: boolean | null | undefined;
  readonly sslCertificate?: string | null | undefined;
  readonly sslKey?: string | null | undefined;
  readonly cname?: string | null | undefined;
}

/** The TLS of an ACI service after a request. `error`: its TLS container does not start (facts.md 7 #9). @throws AzureError */
export function nextAciTls(current: AciTls | undefined, request: AciTlsRequest): { readonly tls: AciTls | undefined; readonly error?: ServiceError } {
  const { sslCertificate, sslKey, cname } = request;
  if (!request.sslEnabled) {
    if (sslCertificate || sslKey) throw badRequest('sslCertificate and sslKey can only be set while SSL is enabled.');
    return { tls: undefined };
  }
  if (!cname) throw badRequest('cname is required when SSL is enabled.');
  if (!sslCertificate && !sslKey && current !== undefined) return { tls: { ...current, cname } };
  if (!sslCertificate || !sslKey) throw badRequest('sslCertificate and sslKey are both required when SSL is enabled.');
  const upload = readUpload(sslCertificate, sslKey);
  if ('error' in upload)
    return { tls: current, error: { code: 'ContainerCrashed', message: `The container azureml-fe-aci crashed at start: ${upload.error.message}` } };
  return { tls: { cname, certificate: upload.certificate } };
}

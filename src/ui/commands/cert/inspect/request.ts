import type { CertificateRequest } from '../../../../core/certificates/contents/request.ts';
import { nameToText } from '../../../../core/certificates/distinguished-name.ts';
import type { JsonObject } from '../../../../core/contracts/index.ts';

export function requestJson({ subject, names, key, signature, proven }: CertificateRequest): JsonObject {
  return { subject: nameToText(subject), names: [...names], key: { ...key }, signature, signatureValid: proven ?? null };
}

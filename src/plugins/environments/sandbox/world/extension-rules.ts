import { X509Certificate } from 'node:crypto';
import type { ExtensionSettings } from '../state/extension.ts';
import type { HeldCertificate, ServiceError } from '../state/values.ts';
import { readUpload } from './certificate.ts';
import { findSecret, NAMESPACE } from './kubernetes-secrets.ts';
import { kubernetesOf } from './lookup.ts';
import { sameName } from './resource-ids.ts';
import { FAST_PROD_NODES } from './timings.ts';
import type { World } from './world.ts';

/** What the installation makes of settings: a certificate to serve, or why its health check fails (facts.md 4). */
export function installed(
  world: World,
  clusterId: string,
  wanted: Omit<ExtensionSettings, 'certificate'>,
): { certificate?: HeldCertificate; error?: ServiceError } {
  const { settings } = wanted;
  const lacking = lacks(world, clusterId, settings);
  if (lacking !== undefined) return { error: lacking };
  if (isTrue(settings['allowInsecureConnections'])) return {};
  const cname = settings['sslCname'] ?? '';
  const upload = pairOf(world, clusterId, wanted);
  if (cname === '' || upload === undefined) return { error: invalidSsl('sslCname and a certificate with its key are required.') };
  if ('error' in upload) return { error: invalidSsl(upload.error.message) };
  if (new X509Certificate(upload.certificate.chainPem).checkHost(cname) === undefined) return { error: invalidSsl(`The certificate does not cover ${cname}.`) };
  return { certificate: upload.certificate };
}

export const isTrue = (setting: string | undefined): boolean => setting?.toLowerCase() === 'true';

/** What was sent wins over a secret that is named (facts.md 4.2). */
function pairOf({ state }: World, clusterId: string, { settings, protectedSettings }: Omit<ExtensionSettings, 'certificate'>) {
  const [cert, key] = [protectedSettings['scoringFe.sslCert'], protectedSettings['scoringFe.sslKey']];
  if (cert !== undefined && key !== undefined) return readUpload(fromBase64(cert), fromBase64(key));
  const name = settings['scoringFe.sslSecret'] ?? '';
  if (name === '') return undefined;
  // It is read here and at no other time: a changed secret is served after the next update that names it (facts.md 4.3).
  const data = findSecret(state, { clusterId, namespace: NAMESPACE, name })?.data;
  if (data === undefined) return missing(`The secret ${name} was not found in the namespace ${NAMESPACE}.`);
  const { 'cert.pem': certPem, 'key.pem': keyPem } = data;
  if (certPem === undefined || keyPem === undefined) return missing(`The secret ${name} lacks the keys cert.pem and key.pem.`);
  return readUpload(certPem, keyPem);
}

// How the health check words a secret that it cannot use is a guess.
const missing = (message: string) => ({ error: { code: '', message } });

// Plain PEM, the form that v1 takes, is no base64: the most common mistake of those who move over.
function fromBase64(text: string): string {
  return /^[A-Za-z0-9+/\s]+={0,2}$/.test(text) ? Buffer.from(text, 'base64').toString('latin1') : '';
}

function lacks(world: World, clusterId: string, settings: Readonly<Record<string, string>>): ServiceError | undefined {
  if (!isTrue(settings['enableInference']) && !isTrue(settings['enableTraining'])) return failed('E40001: enableTraining or enableInference has to be True.'); // guess at the code
  const nodes = kubernetesOf(world.state, clusterId)?.nodeCount ?? 0;
  if (isTrue(settings['inferenceRouterHA'] ?? 'True') && nodes < FAST_PROD_NODES) return failed('E40003: inferenceRouterHA needs at least 3 nodes.'); // guess at the code
  const legacy = world.state.computes.find((compute) => sameName(compute.clusterId, clusterId));
  if (legacy !== undefined && !isTrue(settings['scoringFe.enableUpgrade']))
    return failed(`E45004: HealthCheck found the azureml-fe of ${legacy.name} (Azure ML v1) in the namespace default.`);
  return undefined;
}

/** The class of failures that concern certificate, key and name. */
const invalidSsl = (message: string): ServiceError => failed(`E40007: INVALID_SSL_SETTING: ${message}`);

const failed = (message: string): ServiceError => ({
  code: 'ExtensionOperationFailed',
  message: `The extension operation failed with the following error: ${message}`,
});

import type { ComputeTls } from '../state/compute.ts';
import type { ServiceError } from '../state/values.ts';
import { badRequest } from './azure-error.ts';
import { readUpload } from './certificate.ts';
import { sixCharacters } from './chance.ts';
import type { SslRequest } from './compute-request.ts';
import { type AutoTls, issueFor, microsoftHost } from './microsoft-domain.ts';
import { MICROSOFT_CERTIFICATE, TAKES } from './timings.ts';
import type { World } from './world.ts';

/** Labels as DNS wants them (facts.md 7 #23), short enough for six more characters. */
const LABEL = /^[a-z][a-z0-9-]{1,55}[a-z0-9]$/;

/** What a request makes of a compute's TLS. `error`: it is taken, and provisioning fails. */
export interface TlsChange {
  readonly tls: ComputeTls;
  readonly error?: ServiceError;
}

export interface TlsInput {
  readonly current: ComputeTls;
  /** Missing: TLS stays as it is. */
  readonly ssl: SslRequest | null | undefined;
  readonly region: string;
  readonly internal: boolean;
  /** When the change will be in force, practice ms. */
  readonly from: number;
}

/** @throws AzureError where the request is refused at once */
export async function changeTls(world: World, input: TlsInput): Promise<TlsChange> {
  const { current, ssl } = input;
  if (ssl === undefined || ssl === null) {
    refuseInternalAuto(input.internal, current);
    return { tls: current };
  }
  if (ssl.status === 'Disabled') return { tls: { status: 'Disabled' } };
  if (ssl.status === 'Enabled') return ownCertificate(current, ssl);
  const tls = await microsoftCertificate(world, input, ssl);
  refuseInternalAuto(input.internal, tls);
  return { tls };
}

/** facts.md 7 #3 */
function refuseInternalAuto(internal: boolean, tls: ComputeTls): void {
  if (internal && tls.status === 'Auto')
    throw badRequest('A Microsoft-issued certificate is not supported with an internal load balancer. Use your own certificate.');
}

function ownCertificate(current: ComputeTls, ssl: SslRequest): TlsChange {
  if (ssl.leafDomainLabel) throw badRequest('sslConfiguration: leafDomainLabel cannot be used with status Enabled.');
  if (!ssl.cname || !ssl.cert || !ssl.key) throw badRequest('sslConfiguration: cname, cert and key are all required when status is Enabled.');
  const upload = readUpload(ssl.cert, ssl.key);
  if ('error' in upload) return { tls: current, error: upload.error };
  return { tls: { status: 'Enabled', cname: ssl.cname, certificate: upload.certificate } };
}

async function microsoftCertificate(world: World, input: TlsInput, ssl: SslRequest): Promise<AutoTls> {
  if (ssl.cert || ssl.key || ssl.cname) throw badRequest('sslConfiguration: cname, cert and key cannot be used with status Auto.');
  const label = ssl.leafDomainLabel?.toLowerCase() ?? '';
  if (!LABEL.test(label)) throw badRequest('sslConfiguration: leafDomainLabel is missing or not a valid DNS label.');
  const current = input.current.status === 'Auto' ? input.current : undefined;
  const overwrite = ssl.overwriteExistingDomain ?? false;
  if (ssl.renew && current === undefined) throw badRequest('sslConfiguration: renew needs a Microsoft-issued certificate on this compute.');
  if (current === undefined || overwrite) return newDomain(world, input, label, overwrite);
  // guess: the documents only say that overwriteExistingDomain replaces the domain there is
  if (current.leafDomainLabel !== label)
    throw badRequest('sslConfiguration: this compute has another leafDomainLabel. Set overwriteExistingDomain to replace it.');
  return ssl.renew ? renewed(world, input, current) : current;
}

/** New six characters each time: the host name changes. */
async function newDomain(world: World, input: TlsInput, leafDomainLabel: string, overwriteExistingDomain: boolean): Promise<AutoTls> {
  const domain = { leafDomainLabel, suffix: sixCharacters() };
  const certificate = await issueFor(world.issuer, microsoftHost(domain, input.region), input.from);
  return { status: 'Auto', ...domain, overwriteExistingDomain, certificate };
}

/** Accepted always, done only near the end: facts.md 7 #2. */
async function renewed(world: World, input: TlsInput, current: AutoTls): Promise<AutoTls> {
  const tooEarly = current.certificate.notAfter - world.now > MICROSOFT_CERTIFICATE.renewableBefore;
  if (tooEarly || current.renewal !== undefined) return current;
  const at = world.now + TAKES.renewal;
  return { ...current, renewal: { at, certificate: await issueFor(world.issuer, microsoftHost(current, input.region), at) } };
}

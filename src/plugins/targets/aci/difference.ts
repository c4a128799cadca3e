import type { CertBundle, Context, Deployment, Domain } from '../../../core/contracts/index.ts';
import { say, value } from '../../../core/text/say.ts';
import { lookAtEach } from '../../shared/web-service/served.ts';
import { judge, type Verdict } from '../../shared/web-service/verdict.ts';
import { addressesOf } from './endpoints.ts';
import type { AciService } from './service.ts';

/** Whether the settings that can be read back are the wanted ones. Says nothing of the certificate itself. */
export function settingsMatch({ sslEnabled, cname }: AciService, domain: Domain): boolean {
  if (domain.kind !== 'custom') return !sslEnabled;
  return sslEnabled && cname?.toLowerCase() === domain.fqdn.toLowerCase();
}

/** Whether TLS on this service has to change: settings first, then what it serves. */
export async function tlsVerdict(
  service: AciService,
  domain: Domain,
  bundle: CertBundle | undefined,
  last: Deployment | undefined,
  context: Context,
): Promise<Verdict> {
  if (!settingsMatch(service, domain)) return { state: 'different', why: settingsDiffer(service) };
  if (domain.kind !== 'custom') return { state: 'same', why: say('TLS is off.', 'TLS はオフです。') };
  if (bundle === undefined) return { state: 'different', why: say('The certificate is made anew.', '証明書を新しく作成します。') };
  const wanted = bundle.fingerprintSha256;
  return judge({
    looks: await lookAtEach(context, await addressesOf(service, context), domain.fqdn),
    right: (leaf) => leaf.fingerprintSha256 === wanted,
    fingerprintSha256: wanted,
    ...(last === undefined ? {} : { last }),
    ...(service.modifiedOn === undefined ? {} : { modifiedOn: service.modifiedOn }),
  });
}

function settingsDiffer({ sslEnabled, cname }: AciService) {
  return sslEnabled
    ? say('It has a certificate for {name} now.', '現在は {name} の証明書が設定されています。', { name: value(cname ?? '?') })
    : say('TLS is off now.', '現在 TLS はオフです。');
}

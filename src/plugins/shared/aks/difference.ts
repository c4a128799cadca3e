import type { CertificateInfo } from '../../../core/certificates/describe.ts';
import type { CertBundle, Context, Deployment, Domain, Text } from '../../../core/contracts/index.ts';
import { profileCommand } from '../../../core/profile/profile-command.ts';
import { code, date, say, value } from '../../../core/text/say.ts';
import { validAt } from '../web-service/served.ts';
import { judge, type Verdict } from '../web-service/verdict.ts';
import type { AksCompute, ComputeTls } from './compute.ts';
import { frontEndOf, lookAtFrontEnd } from './front-end.ts';
import { isMicrosoftNameOf } from './microsoft-name.ts';

/** Whether the settings that can be read back are the wanted ones. Says nothing of the certificate itself. */
export function settingsMatch(tls: ComputeTls, domain: Domain): boolean {
  switch (domain.kind) {
    case 'custom':
      return tls.status === 'Enabled' && same(tls.cname, domain.fqdn);
    case 'microsoft':
      return tls.status === 'Auto' && same(tls.leafDomainLabel, domain.leafDomainLabel);
    case 'none':
      return tls.status === 'Disabled';
  }
}

/** Whether TLS on this compute has to change: settings first, then what the front end serves. */
export async function tlsVerdict(
  compute: AksCompute,
  domain: Domain,
  bundle: CertBundle | undefined,
  last: Deployment | undefined,
  context: Context,
): Promise<Verdict> {
  if (!settingsMatch(compute.tls, domain)) return { state: 'different', why: settingsDiffer(compute.tls) };
  if (domain.kind === 'none') return { state: 'same', why: say('TLS is off.', 'TLS はオフです。') };
  if (domain.kind === 'custom' && bundle === undefined) {
    return { state: 'different', why: say('The certificate is made anew.', '証明書を新しく作成します。') };
  }
  const looks = await lookAtFrontEnd(await frontEndOf(compute, domain, context), context);
  const record = { ...(last === undefined ? {} : { last }), ...(compute.modifiedOn === undefined ? {} : { modifiedOn: compute.modifiedOn }) };
  if (domain.kind === 'custom') {
    const wanted = bundle?.fingerprintSha256 ?? '';
    return judge({ looks, right: (leaf) => leaf.fingerprintSha256 === wanted, fingerprintSha256: wanted, ...record });
  }
  const { leafDomainLabel } = domain;
  const now = context.env.clock.now();
  const named = (leaf: CertificateInfo) => leaf.names.some((name) => isMicrosoftNameOf(leafDomainLabel, name, context.env.cloud));
  return judge({
    looks,
    right: (leaf) => validAt(leaf, now) && named(leaf),
    fault: (leaf) => (named(leaf) && now > Date.parse(leaf.notAfter) ? ended(leaf, context) : undefined),
    ...record,
  });
}

// A plain update may leave it as it is: only a renewal asks Azure for another (facts.md 7 #1, #2).
function ended({ notAfter }: CertificateInfo, context: Context): Text {
  return say(
    'Its Microsoft certificate ended on {end}. If this update does not bring a new one, {command} does.',
    'Microsoft の証明書は {end} に有効期限が切れました。この更新で新しい証明書にならない場合は {command} を実行してください。',
    { end: date(notAfter), command: code(profileCommand('renew', context)) },
  );
}

function settingsDiffer(tls: ComputeTls): Text {
  switch (tls.status) {
    case 'Disabled':
      return say('TLS is off now.', '現在 TLS はオフです。');
    case 'Auto':
      return say('It has a Microsoft certificate for the label {label} now.', '現在はラベル {label} の Microsoft 証明書が設定されています。', {
        label: value(tls.leafDomainLabel ?? '?'),
      });
    default:
      return say('It has a certificate for {name} now.', '現在は {name} の証明書が設定されています。', { name: value(tls.cname ?? '?') });
  }
}

function same(one: string | undefined, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}

import type { CertificateInfo } from '../certificates/describe.ts';
import { lookAtServed, type Served } from '../check/served.ts';
import type { CertBundle, Context, Domain, Endpoints, Text } from '../contracts/index.ts';
import { say, value } from '../text/say.ts';

/** What the endpoint shows, measured against what was wanted. */
export type Verdict =
  | { readonly state: 'right'; readonly text: Text; readonly served?: CertificateInfo }
  /** `wrong` may still become right: front ends need their minutes. */
  | { readonly state: 'wrong' | 'unreachable'; readonly text: Text; readonly served?: CertificateInfo }
  /** Nothing can answer before something else happens. */
  | { readonly state: 'waiting'; readonly text: Text };

/** Scoring URI first, then what every address serves for the name that clients use. */
export async function judgeServed(endpoints: Endpoints | undefined, domain: Domain, bundle: CertBundle | undefined, context: Context): Promise<Verdict> {
  if (endpoints === undefined) return { state: 'wrong', text: say('Azure does not show the resource yet.', 'リソースがまだ Azure に表示されません。') };
  const uri = misleadingUri(endpoints, domain);
  if (endpoints.waiting !== undefined) return { state: 'waiting', text: endpoints.waiting };
  if (domain.kind === 'none') return uri ?? { state: 'right', text: say('TLS is off.', 'TLS はオフです。') };
  if (endpoints.addresses.length === 0) return { state: 'unreachable', text: say('Azure shows no address yet.', 'アドレスがまだ Azure に表示されません。') };
  const looks = await Promise.all(
    endpoints.addresses.map((address) => lookAtServed(context.env, { address, port: endpoints.port, ...servername(endpoints) }, context.signal)),
  );
  const verdicts = looks.map((look, at) => verdictOf(look, endpoints.addresses[at] ?? '', bundle));
  const worst = verdicts.find((each) => each.state === 'wrong') ?? verdicts.find((each) => each.state === 'unreachable');
  return worst ?? uri ?? verdicts[0] ?? { state: 'unreachable', text: say('Nothing answered.', '応答がありませんでした。') };
}

function servername({ host }: Endpoints): { servername?: string } {
  return host === undefined ? {} : { servername: host };
}

function verdictOf(look: Served, address: string, bundle: CertBundle | undefined): Verdict {
  if (!look.seen) {
    return {
      state: 'unreachable',
      text: say('{address} does not answer ({layer}): {reason}', '{address} から応答がありません ({layer}): {reason}', {
        address: value(address),
        layer: { code: look.layer },
        reason: value(look.reason),
      }),
    };
  }
  const served = look.leaf;
  if (bundle !== undefined && served.fingerprintSha256 !== bundle.fingerprintSha256) {
    return {
      state: 'wrong',
      served,
      text: say('{address} still serves another certificate.', '{address} はまだ別の証明書を提示しています。', { address: value(address) }),
    };
  }
  return {
    state: 'right',
    served,
    text: say('{address} serves the certificate until {until}.', '{address} は {until} まで有効な証明書を提示しています。', {
      address: value(address),
      until: { date: served.notAfter },
    }),
  };
}

// An http URI, or another host, on a service that was just secured breaks its clients (facts.md section 7, 15).
function misleadingUri(endpoints: Endpoints, domain: Domain): Verdict | undefined {
  const wanted = domain.kind === 'none' ? 'http:' : 'https:';
  const wrong = endpoints.scoringUris.find((uri) => {
    const url = URL.parse(uri);
    return url === null || url.protocol !== wanted || (domain.kind === 'custom' && url.hostname !== domain.fqdn);
  });
  if (wrong === undefined) return undefined;
  return { state: 'wrong', text: say('The scoring URI is still {uri}.', 'スコアリング URI はまだ {uri} です。', { uri: value(wrong) }) };
}

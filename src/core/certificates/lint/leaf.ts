import { date, duration, say, value } from '../../text/say.ts';
import type { Certificate } from '../certificate.ts';
import { isCa } from '../describe.ts';
import { attributesOf } from '../distinguished-name.ts';
import { authorityInfoAccess, extendedKeyUsage } from '../extensions.ts';
import { lifetime } from '../lifetime.ts';
import { coversHost, namesOf } from '../names.ts';
import { OID } from '../oids.ts';
import type { Hit, LintWish } from './examined.ts';
import { lifetimeDays, lifetimeLimit } from './ladder.ts';
import { isInternal, nameRules } from './name-rules.ts';

const DAY = 86_400_000;
const SHORT_LIVED_DAYS = 7;
const MANY_NAMES = 100;

/** What holds for the certificate that a server shows. */
export function* leafRules(leaf: Certificate, { names, at, isPublicSuffix }: LintWish): Generator<Hit> {
  const covered = namesOf(leaf);
  const hit = (code: Hit['code'], detail?: Hit['detail']): Hit => ({ code, certificate: leaf, detail });
  if (covered.length > 0) for (const name of names) if (!coversHost(leaf, name)) yield hit('name-not-covered', value(name));
  if (isCa(leaf)) yield hit('leaf-is-ca');
  yield* timeRules(leaf, at);
  yield* nameRules(leaf, isPublicSuffix);
  const internal = covered.find(isInternal);
  if (internal !== undefined) yield hit('internal-name', value(internal));
  if (covered.length > MANY_NAMES) yield hit('names-many', value(String(covered.length)));
  const stray = attributesOf(leaf.subject, OID.commonName).find((name) => !covered.includes(name));
  if (stray !== undefined && covered.length > 0) yield hit('common-name', value(stray));
  yield* publicRules(leaf, hit);
}

function* timeRules(leaf: Certificate, at: number): Generator<Hit> {
  if (at < leaf.notBefore && leaf.notBefore - at < DAY) yield { code: 'not-yet-valid', certificate: leaf, detail: clockHint(leaf.notBefore - at) };
  const { severity, daysLeft, shareLeft } = lifetime(new Date(leaf.notBefore).toISOString(), new Date(leaf.notAfter).toISOString(), at);
  if (severity !== 'ok' && shareLeft >= 0) {
    const share = Math.floor(shareLeft * 100);
    const detail = say('days left: {days}, {share} % of its lifetime', '残り {days} 日、有効期間の {share} %', { days: daysLeft, share });
    yield { code: 'expires-soon', certificate: leaf, detail };
  }
  const [days, limit] = [lifetimeDays(leaf), lifetimeLimit(leaf.notBefore)];
  if (limit === undefined || days <= limit) return;
  const detail = say('{days} days, and {limit} are allowed for one issued on {date}', '{days} 日 ({date} に発行された証明書の上限は {limit} 日)', {
    days,
    limit,
    date: date(leaf.notBefore),
  });
  yield { code: 'validity-too-long', certificate: leaf, detail };
}

function clockHint(ahead: number): Hit['detail'] {
  return say(', which is in {time}: the clock of this machine may be slow', ' ({time} 後です。このコンピューターの時計が遅れている可能性があります)', {
    time: duration(ahead),
  });
}

function* publicRules(leaf: Certificate, hit: (code: Hit['code'], detail?: Hit['detail']) => Hit): Generator<Hit> {
  const usages = orNothing(() => extendedKeyUsage(leaf));
  if (!leaf.extensions.has(OID.extendedKeyUsage)) yield hit('eku-missing');
  else if (usages?.includes(OID.clientAuth) === true && usages.includes(OID.serverAuth)) yield hit('eku-client-auth');
  if (!leaf.extensions.has(OID.signedTimestamps)) yield hit('ct-missing');
  if (!leaf.extensions.has(OID.certificatePolicies)) yield hit('policies-missing');
  const access = orNothing(() => authorityInfoAccess(leaf)) ?? [];
  const revocable = leaf.extensions.has(OID.crlDistributionPoints) || access.some(({ method }) => method === OID.ocsp);
  if (!revocable && lifetimeDays(leaf) > SHORT_LIVED_DAYS) yield hit('revocation-missing');
  if (!access.some(({ method }) => method === OID.caIssuers)) yield hit('aia-missing');
}

function orNothing<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

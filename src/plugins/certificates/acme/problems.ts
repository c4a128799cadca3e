import type { Finding, Problem, Text } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { code, date, say, value } from '../../../core/text/say.ts';
import { retryAfterMs } from '../../shared/arm/retry-after.ts';
import type { Reply } from './transport.ts';

// Limits count over a week at most.
const LONGEST_LIMIT_MS = 30 * 86_400_000;

const NAMESPACE = 'urn:ietf:params:acme:error:';

/** What an authority says went wrong (RFC 7807, RFC 8555 6.7). */
export interface Refusal {
  /** `rateLimited`, without the namespace. */
  readonly type: string;
  readonly detail: string;
}

/** Reads a refusal out of a JSON value; undefined where it is none. */
export function refusalIn(json: unknown): Refusal | undefined {
  if (typeof json !== 'object' || json === null) return undefined;
  const { type, detail } = json as { readonly type?: unknown; readonly detail?: unknown };
  if (typeof type !== 'string') return undefined;
  return { type: type.replace(NAMESPACE, ''), detail: typeof detail === 'string' ? detail : '' };
}

/** @param now ms since the epoch of the environment's clock */
export function refusalProblem(authority: string, reply: Reply, now: number): ProblemError {
  const refusal = refusalIn(parsed(reply.body)) ?? { type: 'unknown', detail: '' };
  const until = refusal.type === 'rateLimited' || reply.status === 429 ? again(reply, refusal.detail, now) : undefined;
  const known = until === undefined ? CURES[refusal.type] : undefined;
  return new ProblemError({
    code: until === undefined ? `acme-${kebab(refusal.type)}` : 'acme-rate-limited',
    owner: known?.owner ?? 'service',
    exit: 1,
    message: say('{authority} refused: {detail}', '{authority} が要求を拒否しました: {detail}', {
      authority: value(authority),
      detail: value(refusal.detail || `HTTP ${reply.status}`),
    }),
    next: until === undefined ? [known?.next ?? tryLater()] : rateLimited(until),
    service: { code: refusal.type, message: refusal.detail, status: reply.status },
  });
}

/** A name that could not be proved. */
export function unproved(authority: string, name: string, record: string, refusal: Refusal | undefined): ProblemError {
  return new ProblemError({
    code: 'acme-challenge-failed',
    owner: 'you',
    exit: 1,
    message: say('{authority} could not see that {name} is yours: {detail}', '{authority} は {name} の所有を確認できませんでした: {detail}', {
      authority: value(authority),
      name: value(name),
      detail: value(refusal?.detail || refusal?.type || '?'),
    }),
    next: [
      refusal?.type === 'caa'
        ? say('Let the CAA record of the domain name this authority.', 'ドメインの CAA レコードでこの証明機関を許可してください。')
        : say(
            'Look at {record} from outside: every name server of the zone has to show it to everybody.',
            '{record} を外部から確認してください。ゾーンのすべてのネーム サーバーで公開されている必要があります。',
            { record: code(record) },
          ),
      say('Then run the same command again: it places a new order.', 'その後、同じコマンドをもう一度実行すると、新しく注文します。'),
    ],
    ...(refusal === undefined ? {} : { service: { code: refusal.type, message: refusal.detail } }),
  });
}

/** The time was up before the authority was done; the order stays. */
export function tookTooLong(authority: string, what: Text): ProblemError {
  return new ProblemError({
    code: 'acme-timeout',
    owner: 'service',
    exit: 3,
    message: say('{authority} is not done yet: {what}.', '{authority} の処理がまだ完了していません: {what}', { authority: value(authority), what }),
    next: [say('Run the same command again later: it goes on with this order.', '後でもう一度同じコマンドを実行すると、この注文の続きから再開します。')],
  });
}

/** What came is not what was ordered. */
export function unusable(authority: string, finding: Finding): Problem {
  return {
    code: 'acme-unusable',
    owner: 'service',
    exit: 1,
    message: say('The certificate that {authority} issued cannot be used: {why}', '{authority} が発行した証明書は使用できません: {why}', {
      authority: value(authority),
      why: finding.message,
    }),
    next: finding.next,
  };
}

interface Cure {
  readonly owner: Problem['owner'];
  readonly next: Text;
}

const CURES: Readonly<Record<string, Cure>> = {
  externalAccountRequired: {
    owner: 'you',
    next: say('Give the key ID and HMAC key of your account there: {keys}.', 'サイトのアカウントのキー ID と HMAC キーを指定してください: {keys}', {
      keys: code('certificate.eabKeyId, certificate.eabHmac'),
    }),
  },
  unauthorized: {
    owner: 'you',
    next: say(
      'Check the account: its key ID and HMAC key, and that it is not switched off.',
      'アカウントの状態と、キー ID および HMAC キーを確認してください。',
    ),
  },
  rejectedIdentifier: {
    owner: 'you',
    next: say(
      'This authority does not issue for that name: choose another name or another authority.',
      'この名前には発行できません。別の名前か別の証明機関を使用してください。',
    ),
  },
  unsupportedIdentifier: { owner: 'you', next: say('Choose another name or another authority.', '別の名前か別の証明機関を使用してください。') },
  caa: { owner: 'you', next: say('Let the CAA record of the domain name this authority.', 'ドメインの CAA レコードでこの証明機関を許可してください。') },
  badCSR: {
    owner: 'you',
    next: say('Choose another kind of key with {key}.', '{key} で別の種類の鍵を選択してください。', { key: code('certificate.keyType') }),
  },
  invalidContact: {
    owner: 'you',
    next: say('Correct {key}, or leave it out.', '{key} を修正するか、指定を省略してください。', { key: code('certificate.email') }),
  },
  userActionRequired: {
    owner: 'you',
    next: say('Agree to the new terms at its site, then run the command again.', 'サイトで新しい利用規約に同意してから、もう一度実行してください。'),
  },
};

const tryLater = (): Text =>
  say(
    'Try again in some minutes; if it stays so, look at the status page of the authority.',
    '数分後にもう一度試してください。解消しない場合は、証明機関の稼働状況を確認してください。',
  );

function rateLimited(until: number): readonly Text[] {
  return [
    say('Try again from {date} on; sooner only makes it later.', '{date} 以降に再試行してください。それより前に試すと、さらに遅れることがあります。', {
      date: date(until),
    }),
    say('To try things out, use {staging}: its limits are wide.', '試用には、制限の緩やかな {staging} を使用してください。', {
      staging: code('certificate.authority=letsencrypt-staging'),
    }),
  ];
}

// Where the header is missing, Let's Encrypt says it in words.
function again(reply: Reply, detail: string, now: number): number {
  const [, day, time] = /retry after (\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)/i.exec(detail) ?? [];
  const asked = day === undefined ? Number.NaN : Date.parse(`${day}T${time}Z`);
  return Number.isNaN(asked) ? now + (retryAfterMs(reply.headers, now, LONGEST_LIMIT_MS) ?? 3_600_000) : asked;
}

export function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

const kebab = (type: string): string => type.replaceAll(/[A-Z]+/g, (capitals) => `-${capitals.toLowerCase()}`);

import type { DnsClient, DnsRecord, Finding, Text } from '../../contracts/index.ts';
import { isWithin, parentOf } from '../../domain/dns-name.ts';
import { code, say, value } from '../../text/say.ts';
import { askQuietly, chase } from '../../wait/propagation/chase.ts';
import { follow } from '../../wait/propagation/follow.ts';
import type { ZoneOf } from '../../wait/propagation/zones.ts';
import type { Facts } from '../facts.ts';
import { finding, list } from '../finding.ts';

/** Who is to issue: the names that its CAA records carry, and whether a certificate is about to be asked for. */
export interface Issuer {
  readonly title: string;
  /** `letsencrypt.org`; several where the authority goes by several. */
  readonly names: readonly string[];
  /** Asked for now, rather than at the next renewal. */
  readonly now?: boolean;
  /** The name is asked for with a `*` before it. */
  readonly wildcard?: boolean;
  /** How the name will be proved, where a record allows some ways only (RFC 8657). */
  readonly method?: string;
  /** The account that will ask, where a record allows some only (RFC 8657); null: one that has yet to be opened. undefined: not known, any may be right. */
  readonly account?: string | null | undefined;
}

/** May this authority issue for the name (RFC 8659)? Climbs from the name to the registered domain; the first set on the way decides. */
export async function caaCauses(
  { name, domain, zone, knowing }: Pick<Facts, 'name' | 'domain' | 'zone' | 'knowing'>,
  issuer: Issuer | undefined,
  { dns, zoneOf, signal }: { readonly dns: DnsClient; readonly zoneOf: ZoneOf; readonly signal: AbortSignal },
): Promise<readonly Finding[]> {
  if (issuer === undefined || zone === undefined || knowing === undefined) return [];
  for (let at: string | undefined = name; at !== undefined && isWithin(at, domain ?? zone.zone); at = parentOf(at)) {
    const set = await caaAt(at);
    if (set.length === 0) continue;
    const tag = issuer.wildcard === true && set.some(({ data }) => / issuewild "/.test(data)) ? 'issuewild' : 'issue';
    const allowed = set.flatMap((record) => issueNames(record, tag, issuer));
    if (!set.some(({ data }) => data.includes(` ${tag} "`)) || issuer.names.some((each) => allowed.includes(each))) return [];
    return [forbidden(at, set, issuer)];
  }
  return [];

  async function caaAt(at: string): Promise<readonly DnsRecord[]> {
    const server = isWithin(at, zone?.zone ?? '') ? knowing : (await zoneOf(at, signal))?.servers[0];
    if (server === undefined) return [];
    const reply = await askQuietly(dns, server, { name: at, type: 'CAA' }, signal);
    const found = follow(reply?.answers ?? [], at, 'CAA');
    if (found.records.length > 0 || found.aliases.length === 0) return found.records;
    return (await chase(dns, found.end, 'CAA', signal)).records;
  }
}

/** The authorities that one record allows; parameters after `;` narrow it and name nobody else. */
function issueNames({ data }: DnsRecord, tag: 'issue' | 'issuewild', { method, account }: Issuer): readonly string[] {
  const [, of, named = '', parameters = ''] = /^\d+ (\w+) "([^";]*)([^"]*)/.exec(data) ?? [];
  const [, ways] = /validationmethods\s*=\s*([^;\s]*)/i.exec(parameters) ?? [];
  const otherWay = method !== undefined && ways !== undefined && !ways.toLowerCase().split(',').includes(method);
  const accounts = accountsIn(parameters);
  const otherAccount = account !== undefined && accounts.length > 0 && (accounts.length > 1 || accounts[0] !== account);
  return of !== tag || named.trim() === '' || otherWay || otherAccount ? [] : [named.trim().toLowerCase()];
}

// More than one is a mistake that allows nobody (RFC 8657 section 3).
function accountsIn(parameters: string): readonly string[] {
  return [...parameters.matchAll(/accounturi\s*=\s*([^;\s]*)/gi)].map(([, uri = '']) => uri);
}

function forbidden(at: string, set: readonly DnsRecord[], issuer: Issuer): Finding {
  return finding(
    'caa-forbids',
    issuer.now === true ? 'error' : 'warning',
    at,
    say('The CAA records of {at} do not let {issuer} issue: {records}.', '{at} の CAA レコードでは {issuer} による発行が許可されていません: {records}', {
      at: value(at),
      issuer: value(issuer.title),
      records: list(set.map(({ data }) => data)),
    }),
    say('Add {record} to the zone, or let another authority issue.', 'ゾーンに {record} を追加するか、別の証明機関を使用してください。', {
      record: code(`${at} CAA 0 issue "${[issuer.names[0] ?? '', ...accountWord(set, issuer)].join('; ')}"`),
    }),
    ...firstAccount(set, issuer),
    ...(issuer.now === true
      ? []
      : [say('The present certificate stays valid; its renewal would be refused.', '現在の証明書は有効なままですが、更新は拒否されます。')]),
  );
}

// A zone that names accounts goes on doing so.
function accountWord(set: readonly DnsRecord[], { account }: Issuer): readonly string[] {
  return typeof account === 'string' && namesAccounts(set) ? [`accounturi=${account}`] : [];
}

function firstAccount(set: readonly DnsRecord[], { account }: Issuer): readonly Text[] {
  if (account !== null || !namesAccounts(set)) return [];
  return [
    say(
      'The records name accounts, and none has been opened from here yet: allow the authority without one, issue once, then name the new account.',
      'レコードでアカウントが限定されていますが、ここからはまだアカウントを作成していません。いったんアカウントの限定なしで許可し、1 回発行してから、新しいアカウントを指定してください。',
    ),
  ];
}

const namesAccounts = (set: readonly DnsRecord[]): boolean => set.some(({ data }) => accountsIn(data).length > 0);

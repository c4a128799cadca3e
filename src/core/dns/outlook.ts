import type { Context, DnsRecord, Finding, Text } from '../contracts/index.ts';
import { checkFqdn } from '../domain/check-fqdn.ts';
import { date, duration, say, value } from '../text/say.ts';
import { diagnoseName } from './diagnose.ts';
import type { Facts } from './facts.ts';
import { list } from './finding.ts';
import { hosterOf } from './hosters/index.ts';
import { listAnswer } from './list-answer.ts';

/** The same for a name that was just typed, when nothing else is known yet: who hosts its zone, what it shows now, what is wrong there. */
export async function remarksOnName(text: string, { env, answers, signal }: Context): Promise<readonly Text[]> {
  const name = checkFqdn(text);
  if ('code' in name) return [];
  const { facts, findings } = await diagnoseName({ env, name: name.fqdn, records: [], resolvers: listAnswer(answers['dns.resolvers']), signal });
  return [...beforehand(findings).map(({ message }) => message), ...outlookOf(facts)];
}

/** Before anything is changed: who hosts the zone, what is there, what has to change, how long it takes at the present TTL. */
export function outlookOf(facts: Facts): readonly Text[] {
  const { zone } = facts;
  if (zone === undefined) return [];
  return [hosted(facts, zone), present(facts), ...soon(facts)];
}

function hosted({ name }: Facts, zone: NonNullable<Facts['zone']>): Text {
  const servers = [...new Set(zone.servers.map(({ label }) => label))];
  const hoster = hosterOf(zone.servers);
  const known = { name: value(name), zone: value(zone.zone), servers: list(servers), hoster: value(hoster?.title ?? '') };
  return hoster === undefined
    ? say('{name} is in the zone {zone} (name servers: {servers}).', '{name} はゾーン {zone} (ネーム サーバー: {servers}) にあります。', known)
    : say('{name} is in the zone {zone}, hosted by {hoster} ({servers}).', '{name} は {hoster} がホストするゾーン {zone} ({servers}) にあります。', known);
}

function present({ name, reply, look, wanted, wild }: Facts): Text {
  const answers = reply?.answers ?? [];
  const want = wanted.map(({ data }) => data);
  const known = { name: value(name), now: list(answers.map(shown)), want: list(want), ttl: duration(lifeOf(answers) * 1000) };
  if (reply === undefined) return say('What it shows now cannot be seen from here.', '現在の内容はこの環境からは確認できません。');
  if (look.authority === 'right') return say('It shows {want} already: nothing has to change.', '既に {want} が設定されているため、変更は不要です。', known);
  const wildcard = wild.length > 0 ? say(' (a wildcard)', ' (ワイルドカード)') : '';
  if (answers.length === 0 && want.length === 0) return say('It does not exist yet.', 'まだ存在しません。');
  if (answers.length === 0) return say('It does not exist yet; it will have to lead to {want}.', 'まだ存在しません。{want} を指す必要があります。', known);
  if (want.length === 0)
    return say('Now it shows {now}{wildcard}, kept for {ttl}.', '現在の内容は {now}{wildcard} (保持期間 {ttl}) です。', { ...known, wildcard });
  return say(
    'Now it shows {now}{wildcard}, kept for {ttl}; it will have to lead to {want}.',
    '現在の内容は {now}{wildcard} (保持期間 {ttl}) です。{want} に変更する必要があります。',
    {
      ...known,
      wildcard,
    },
  );
}

/** How long clients may still get what is there now, after the change: the TTL of the answer, or of the absence. */
function soon({ reply, look, now }: Facts): readonly Text[] {
  if (reply === undefined || look.authority === 'right') return [];
  const absent = reply.answers.length === 0;
  const seconds = absent ? Math.min(reply.soa?.ttl ?? 0, reply.soa?.minimum ?? 0) : lifeOf(reply.answers);
  if (seconds === 0) return [];
  const known = { time: duration(seconds * 1000), at: date(now + seconds * 1000) };
  return [
    absent
      ? say(
          'Resolvers that were asked already remember the absence for up to {time}.',
          '既に問い合わせを受けたリゾルバーは、最大 {time} の間「存在しない」と応答します。',
          known,
        )
      : say(
          'At the present TTL everybody follows at most {time} after the change (done now: {at}).',
          '現在の TTL では、変更後 {time} 以内に全体へ反映されます (今変更した場合: {at})。',
          known,
        ),
  ];
}

const shown = ({ type, data }: DnsRecord) => `${type} ${data}`;
const lifeOf = (records: readonly DnsRecord[]) => Math.max(0, ...records.map(({ ttl }) => ttl ?? 0));

// The plan's own change cures these; what else is wrong is worth a warning before, and nothing stops for it.
const CURED = new Set([
  'dns-record-missing',
  'dns-elsewhere',
  'dns-extra-address',
  'dns-internal-missing',
  'dns-cname-dead',
  'dns-cname-loop',
  'dns-cname-apex',
  'dns-wildcard',
]);

/** What of the causes a person should know before the change. */
export function beforehand(findings: readonly Finding[]): readonly Finding[] {
  return findings
    .filter(({ code }) => !CURED.has(code))
    .map((finding): Finding => (finding.severity === 'error' ? { ...finding, severity: 'warning' } : finding));
}

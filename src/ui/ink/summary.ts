import type { RunEvent, Summary, Text } from '../../core/contracts/index.ts';
import { date, say, value } from '../../core/text/say.ts';
import { visible } from '../../core/text/visible.ts';
import { symbolOfStatus } from '../text/symbols.ts';
import { padEnd, widthOf, wrap } from '../text/width.ts';
import type { Look } from './look.ts';
import { OUTCOMES } from './screens/run/messages.ts';

const SCORING = say('Scoring URI', 'スコアリング URI');
const HOST = say('Host', 'ホスト');
const ADDRESS = say('Address', 'アドレス');
const CERTIFICATE = say('Certificate', '証明書');
const EXPIRES = say('Expires', '有効期限');
const RENEW = say('Renew from', '更新の目安');
const FINGERPRINT = say('SHA-256', 'SHA-256');
const PROFILE = say('Profile', 'プロファイル');
const RECORD = say('DNS record', 'DNS レコード');
const expiry = (at: string, days: number): Text => say('{at}, {days} days left', '{at} (あと {days} 日)', { at: date(at), days });
const issued = (subject: string, issuer: string): Text =>
  say('{subject}, issued by {issuer}', '{subject} (発行者: {issuer})', { subject: value(subject), issuer: value(issuer) });

const STACKED_BELOW = 60;

/** What stays in the scrollback after the screen is gone: plain lines, URIs and fingerprints in one piece. */
export function summaryLines(
  outcome: Extract<RunEvent, { type: 'outcome' }>,
  { profile, width, look }: { readonly profile: string | undefined; readonly width: number; readonly look: Look },
): readonly string[] {
  const facts = outcome.summary === undefined ? [] : factsOf(outcome.summary, look);
  const all = profile === undefined ? facts : [...facts, [look.words(PROFILE), visible(profile)] as const];
  const column = Math.max(0, ...all.map(([label]) => widthOf(label))) + 2;
  // What is kept in one piece is broken by the terminal, less often where it has the whole line.
  const below = width < STACKED_BELOW && all.some(([, text]) => 2 + column + widthOf(text) > width);
  const steps = [...(outcome.next ?? []), ...(outcome.problem?.next ?? [])].map((step) => look.words(step));
  const mark = `${look.symbols.arrow} `;
  return [
    ...wrap(`${symbolOfStatus(outcome.status, look.symbols)} ${look.words(OUTCOMES[outcome.status])}`, width),
    ...(outcome.problem === undefined ? [] : wrap(look.words(outcome.problem.message), width)),
    ...(all.length === 0 ? [] : ['']),
    ...all.flatMap(([label, text]) => (below ? [`  ${label}`, `    ${text}`] : [`  ${padEnd(label, column)}${text}`])),
    ...(steps.length === 0 ? [] : ['']),
    ...steps.flatMap((step) => wrap(step, Math.max(20, width - 4)).map((line, at) => `  ${at === 0 ? mark : ' '.repeat(widthOf(mark))}${line}`)),
  ];
}

function factsOf(summary: Summary, look: Look): readonly (readonly [string, string])[] {
  const { certificate } = summary;
  const facts: readonly (readonly [Text, string])[] = [
    ...summary.scoringUris.map((uri) => [SCORING, visible(uri)] as const),
    ...(summary.host === undefined ? [] : [[HOST, visible(summary.host)] as const]),
    ...(summary.addresses.length === 0 ? [] : [[ADDRESS, visible(summary.addresses.join(', '))] as const]),
    ...(certificate === undefined
      ? []
      : [
          [CERTIFICATE, look.words(issued(certificate.subject, certificate.issuer))] as const,
          [FINGERPRINT, certificate.fingerprintSha256] as const,
          [EXPIRES, look.words(expiry(certificate.notAfter, certificate.daysLeft))] as const,
          [RENEW, look.words(renewal(certificate.renewAt))] as const,
        ]),
    ...summary.records.map((record) => [RECORD, visible(`${record.name} ${record.type} ${record.data}`)] as const),
  ];
  return facts.map(([label, text]) => [look.words(label), text]);
}

const renewal = (at: string): Text => say('{at}', '{at}', { at: date(at) });

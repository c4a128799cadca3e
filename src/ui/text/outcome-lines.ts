import type { DnsRecord, Outcome, Summary } from '../../core/contracts/index.ts';
import { date, say, value } from '../../core/text/say.ts';
import { problemLines } from './problem-lines.ts';
import { symbolOfStatus } from './symbols.ts';
import { STATUS_WORDS } from './words.ts';
import { indent, type Writer } from './writer.ts';

/** How a run ended and what is true now. */
export function outcomeLines(outcome: Outcome, writer: Writer): readonly string[] {
  const { words, symbols } = writer;
  return [
    `${symbolOfStatus(outcome.status, symbols)} ${words(STATUS_WORDS[outcome.status])}`,
    ...(outcome.summary === undefined ? [] : indent(summaryLines(outcome.summary, writer))),
    ...indent((outcome.next ?? []).map((step) => `${symbols.arrow} ${words(step)}`)),
    ...(outcome.problem === undefined ? [] : problemLines(outcome.problem, writer)),
  ];
}

/** Nothing of a problem: that goes where problems go. */
export function resultLines(outcome: Outcome, writer: Writer): readonly string[] {
  const { problem: _problem, ...rest } = outcome;
  return outcomeLines(rest, writer);
}

function summaryLines(summary: Summary, { words }: Writer): readonly string[] {
  const { certificate } = summary;
  return [
    ...summary.scoringUris.map((uri) => words(say('Scoring URI: {uri}', 'スコアリング URI: {uri}', { uri: value(uri) }))),
    ...(summary.host === undefined ? [] : [words(say('Host: {host}', 'ホスト: {host}', { host: value(summary.host) }))]),
    ...(summary.addresses.length === 0
      ? []
      : [words(say('Address: {addresses}', 'アドレス: {addresses}', { addresses: value(summary.addresses.join(', ')) }))]),
    ...(certificate === undefined
      ? []
      : [
          words(
            say('Certificate: {subject}, issued by {issuer}', '証明書: {subject} (発行者: {issuer})', {
              subject: value(certificate.subject),
              issuer: value(certificate.issuer),
            }),
          ),
          words(
            say('Expires {notAfter} ({days} days left)', '有効期限: {notAfter} (残り {days} 日)', {
              notAfter: date(certificate.notAfter),
              days: certificate.daysLeft,
            }),
          ),
          ...(certificate.renewAt === undefined
            ? []
            : [words(say('Renew from {renewAt}', '更新時期: {renewAt} 以降', { renewAt: date(certificate.renewAt) }))]),
          words(say('Fingerprint (SHA-256): {fingerprint}', '拇印 (SHA-256): {fingerprint}', { fingerprint: value(certificate.fingerprintSha256) })),
        ]),
    ...summary.records.map((record) => words(say('DNS: {record}', 'DNS: {record}', { record: value(recordText(record)) }))),
  ];
}

/** `www.contoso.com A 203.0.113.7 (TTL 300)` */
export function recordText(record: DnsRecord): string {
  return `${record.name} ${record.type} ${record.data}${record.ttl === undefined ? '' : ` (TTL ${record.ttl})`}`;
}

import type { CheckedEndpoint } from '../../../core/check/check.ts';
import type { Finding } from '../../../core/contracts/index.ts';
import { date, say, value } from '../../../core/text/say.ts';
import { visible } from '../../../core/text/visible.ts';
import { findingLines } from '../../text/problem-lines.ts';
import { indent, type Writer } from '../../text/writer.ts';

/** One endpoint as a short paragraph, narrow enough for 80 columns but for the service's own names. */
export function endpointLines(endpoint: CheckedEndpoint, findings: readonly Finding[], writer: Writer): readonly string[] {
  const { words, symbols } = writer;
  const bad = findings.some((finding) => finding.severity === 'error');
  const warned = findings.some((finding) => finding.severity === 'warning');
  const mark = bad ? symbols.failed : warned ? symbols.warning : symbols.done;
  const { served } = endpoint;
  const name = endpoint.profile === null ? endpoint.host : `${endpoint.host} (${endpoint.profile})`;
  return [
    `${mark} ${visible(name)}`,
    ...indent([
      ...(endpoint.addresses.length === 0
        ? []
        : [words(say('addresses: {addresses}', 'アドレス: {addresses}', { addresses: value(endpoint.addresses.join(', ')) }))]),
      ...(served === null
        ? []
        : [
            words(
              say('{protocol}, {subject}, issued by {issuer}', '{protocol}、{subject} (発行者: {issuer})', {
                protocol: value(served.protocol),
                subject: value(served.subject),
                issuer: value(served.issuer),
              }),
            ),
            words(
              say('until {notAfter}, {days} days left', '有効期限 {notAfter}、残り {days} 日', {
                notAfter: date(served.notAfter),
                days: endpoint.daysLeft ?? 0,
              }),
            ),
          ]),
      ...findings.flatMap((finding) => findingLines(finding, writer)),
    ]),
  ];
}

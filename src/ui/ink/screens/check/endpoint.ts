import type { CheckedEndpoint } from '../../../../core/check/check.ts';
import { date, say, value } from '../../../../core/text/say.ts';
import { daysLeft } from '../../components/days/draw.ts';
import { drawFacts } from '../../components/facts/draw.ts';
import type { Row } from '../../layout/rows.ts';
import type { Look } from '../../look.ts';
import * as words from './messages.ts';

/** What was seen of an endpoint, a fact a row. */
export function drawEndpoint({ host, addresses, served, expected, daysLeft: days }: CheckedEndpoint, width: number, look: Look): readonly Row[] {
  const until = (notAfter: string) =>
    days === null ? date(notAfter) : say('{date}, {left}', '{date}、{left}', { date: date(notAfter), left: daysLeft(days) });
  return drawFacts(
    [
      ...(host === '' ? [] : [[words.HOST, value(host)] as const]),
      ...(addresses.length === 0 ? [] : [[words.ADDRESSES, value(addresses.join(', '))] as const]),
      ...(served === null
        ? []
        : [
            [words.VALID, until(served.notAfter)] as const,
            [words.PROTOCOL, value(served.protocol)] as const,
            [words.ISSUER, value(served.issuer)] as const,
            [words.FINGERPRINT, value(served.fingerprintSha256)] as const,
          ]),
      ...(expected === null
        ? []
        : [[words.EXPECTED, expected.fingerprintSha256 === served?.fingerprintSha256 ? words.SAME : value(expected.fingerprintSha256)] as const]),
    ],
    width,
    look,
  );
}

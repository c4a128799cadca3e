import type { Text } from '../contracts/index.ts';
import type { Prepared } from '../engine/prepare.ts';
import { code, date, say } from '../text/say.ts';
import { dueFrom } from './due.ts';

/** What to say where a certificate that can be had anew was left as it is. @param insisted `--even-if-early` was given */
export async function notDue({ certificate, domain, bundle, context }: Prepared, insisted: boolean): Promise<readonly Text[]> {
  if (certificate?.dueFrom === undefined || domain.kind !== 'custom' || bundle === undefined) return [];
  if (insisted) return [justIssued()];
  const said = await certificate.dueFrom([domain.fqdn], context);
  return [insist(said?.from ?? dueFrom(domain, bundle))];
}

/** @param from ms since the epoch */
export function insist(from: number): Text {
  return say('Renew from {date}, or insist with {flag}.', '{date} 以降に更新するか、{flag} を付けて強制してください。', {
    date: date(from),
    flag: code('--even-if-early'),
  });
}

// The plugin itself declines only then: authorities count what they issue.
function justIssued(): Text {
  return say(
    'The certificate in use was issued less than a day ago: another one would look the same.',
    '現在の証明書は発行から 1 日経っておらず、更新しても同じ内容になります。',
  );
}

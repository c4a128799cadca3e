import { isIP } from 'node:net';
import { toALabel } from '../../../core/domain/a-label.ts';
import { fail } from '../../../core/problems/problem-error.ts';
import { code, say, value } from '../../../core/text/say.ts';

export interface HostPort {
  readonly host: string;
  readonly port: number;
}

/** `NAME`, `NAME:PORT`, `1.2.3.4:443`, `2001:db8::1`, `[2001:db8::1]:443`; names come back in A-labels. @param usual the port where none is named. @throws ProblemError `host-invalid` */
export function parseHostPort(text: string, usual = 443): HostPort {
  const given = text.trim();
  if (isIP(given) !== 0) return { host: given, port: usual };
  const match = /^(?:\[([0-9A-Fa-f:.]+)\]|([^\s:/[\]@?#]+))(?::(\d{1,5}))?$/.exec(given);
  const host = match?.[1] ?? toALabel(match?.[2] ?? '');
  const port = Number(match?.[3] ?? usual);
  if (host !== undefined && port >= 1 && port <= 65_535) return { host, port };
  return fail({
    code: 'host-invalid',
    owner: 'you',
    message: say('{text} is no host name.', '{text} はホスト名として正しくありません。', { text: value(text) }),
    next: [
      say('Write {example}, without {scheme}.', '{example} のように、{scheme} を付けずに指定してください。', {
        example: code('www.contoso.com:443'),
        scheme: code('https://'),
      }),
    ],
  });
}

import { fail } from '../../../core/problems/problem-error.ts';
import { code, say, value } from '../../../core/text/say.ts';

export interface HostPort {
  readonly host: string;
  readonly port: number;
}

/** `NAME`, `NAME:PORT`, `1.2.3.4:443`, `[2001:db8::1]:443`. Default port 443. @throws ProblemError `host-invalid` */
export function parseHostPort(text: string): HostPort {
  const match = /^(?:\[([0-9A-Fa-f:.]+)\]|([^\s:/[\]@?#]+))(?::(\d{1,5}))?$/.exec(text.trim());
  const host = match?.[1] ?? match?.[2];
  const port = Number(match?.[3] ?? 443);
  if (host !== undefined && port >= 1 && port <= 65_535) return { host: host.replace(/\.$/, ''), port };
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

import { isIP } from 'node:net';
import { toALabel } from '../../../core/domain/a-label.ts';
import { fail } from '../../../core/problems/problem-error.ts';
import { code, say } from '../../../core/text/say.ts';
import { wrong } from '../options.ts';

/** The flags of `cert lint` as commander hands them over. */
export interface LintFlags {
  readonly host?: string;
  readonly at?: string;
  readonly key?: string;
  readonly rules?: string;
  readonly fetchMissing?: boolean;
  readonly passphraseFile?: string;
  readonly chainOnly?: boolean;
  readonly trust?: string;
  readonly untrusted?: string;
  readonly maxDepth?: string;
}

const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?)?$/iu;

/** ms since the epoch of an ISO 8601 date or time; without a zone it is UTC. Now where there is none. @throws ProblemError `flag-invalid` */
export function timeOf(text: string | undefined, now: number): number {
  if (text === undefined) return now;
  const [, day, time = '00:00', zone = 'Z'] = ISO.exec(text.trim()) ?? [];
  const at = day === undefined ? Number.NaN : Date.parse(`${day}T${time}${zone}`);
  return Number.isNaN(at) ? wrong('--at', text, '2027-03-15, 2027-03-15T12:00:00Z') : at;
}

/** What clients would compare: an address, or the name in A-labels. @throws ProblemError `flag-invalid` */
export function hostOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const bare = text.trim().replace(/^\[(.*)\]$/u, '$1');
  if (isIP(bare) !== 0) return bare;
  if (bare === '' || /[\s/@?#]/u.test(bare)) return wrong('--host', text, 'www.contoso.com');
  // What is no name at all is covered by no certificate: an answer, too.
  return toALabel(bare) ?? bare;
}

/** @throws ProblemError `flag-invalid` */
export function rulesOf(text: string | undefined): 'web' | 'private' {
  if (text === undefined || text === 'web' || text === 'private') return text ?? 'web';
  return wrong('--rules', text, 'web, private');
}

/** @throws ProblemError `flag-invalid` */
export function depthOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  return /^\d{1,4}$/u.test(text) ? Number(text) : wrong('--max-depth', text, '0, 1, 8');
}

/** Without anchors of its own the verdict would depend on the machine. @throws ProblemError `flag-missing` */
export function needTrust(file: string | undefined): string {
  if (file !== undefined) return file;
  return fail({
    code: 'flag-missing',
    owner: 'you',
    message: say('{chainOnly} needs {trust}.', '{chainOnly} には {trust} が必要です。', { chainOnly: code('--chain-only'), trust: code('--trust CA.pem') }),
    next: [say('Name the file of the CAs that are to be trusted.', '信頼する CA の証明書ファイルを指定してください。')],
  });
}

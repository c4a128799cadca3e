import type { FileStat, Finding } from '../../contracts/index.ts';
import { say, value } from '../../text/say.ts';
import type { Contents } from '../contents/contents.ts';
import { findingOfRule } from '../rules/finding.ts';
import { unreadFindings } from './unread.ts';

/** What speaks against a file as the place of a private key. @param subject the file's name */
export function keyFindings(contents: Contents, subject: string, stat: FileStat | undefined): readonly Finding[] {
  const [key] = contents.keys;
  if (key === undefined && contents.unread.length === 0) return [noKey(subject)];
  return [
    ...(key === undefined ? unreadFindings(contents, subject) : []),
    ...(key?.encrypted === true ? [findingOfRule('key-encrypted', subject, {})] : []),
    ...(contents.keys.length > 1 ? [findingOfRule('keys-several', subject, { detail: value(String(contents.keys.length)) })] : []),
    ...(stat !== undefined && (stat.mode & 0o044) !== 0 ? [findingOfRule('key-file-open', subject, {})] : []),
  ];
}

function noKey(subject: string): Finding {
  const message = say('{file} holds no private key.', '{file} に秘密鍵がありません。', { file: value(subject) });
  const next = say('Name the file that was made together with the request.', '証明書の要求と一緒に作成した秘密鍵のファイルを指定してください。');
  return { code: 'parse-error', severity: 'error', subject, message, next: [next], source: 'RFC 7468' };
}

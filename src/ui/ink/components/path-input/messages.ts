import { say, value } from '../../../../core/text/say.ts';
import type { Found } from './state.ts';

export const NOTHING_THERE = say('Nothing lies there yet.', 'その場所にはまだ何もありません。');
export const UNREADABLE = say('It cannot be read.', '読み取れません。');
const folder = (entries: number) => say('A folder with {entries} entries.', 'フォルダー ({entries} 件)。', { entries });
const size = (bytes: number): string => (bytes < 1024 ? `${bytes} B` : `${(bytes / 1024).toFixed(1)} kB`);

/** What a person is told about a path while typing it. */
export function describeFound(found: Found) {
  if (found.kind === 'nothing') return NOTHING_THERE;
  if (found.kind === 'unreadable') return UNREADABLE;
  if (found.kind === 'folder') return folder(found.entries);
  const values = { count: found.certificates, size: value(size(found.size)) };
  if (found.certificates > 0 && found.key !== 'none')
    return say('A file with {count} certificates and a private key ({size}).', '証明書 {count} 件と秘密鍵が入ったファイルです ({size})。', values);
  if (found.certificates > 0) return say('Certificates in this file: {count} ({size}).', 'このファイルの証明書: {count} 件 ({size})', values);
  if (found.key === 'encrypted')
    return say('A private key, protected by a passphrase ({size}).', 'パスフレーズで保護された秘密鍵です ({size})。', { size: values.size });
  if (found.key === 'plain') return say('A private key ({size}).', '秘密鍵です ({size})。', { size: values.size });
  return say('A file without PEM blocks ({size}).', 'PEM ブロックのないファイルです ({size})。', { size: values.size });
}

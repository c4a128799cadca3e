import { childrenOf, readDer, TAG } from '../../../core/certificates/der.ts';
import { decodeText, readBlocks } from '../../../core/certificates/pem.ts';
import type { Text } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { code, say, value } from '../../../core/text/say.ts';

/**
 * Refuses what cannot be a file of certificates or keys at all; what can be is judged by its content.
 * @param usable DER that is what was looked for
 * @throws ProblemError `file-empty`, `file-binary`
 */
export function refuseForeignContent(bytes: Uint8Array, path: string, usable: (der: Uint8Array) => boolean): void {
  const text = decodeText(bytes);
  if (text.trim() === '') throw emptyFile(path);
  const blocks = readBlocks(bytes);
  const armoured = blocks.some(({ label }) => label !== 'DER');
  if (armoured || (blocks.length > 0 && usable(bytes))) return;
  if (blocks.length > 0 || /[\u0000\ufffd]/u.test(text)) throw binaryFile(path, isPfx(bytes));
}

function emptyFile(path: string): ProblemError {
  return new ProblemError({
    code: 'file-empty',
    owner: 'you',
    message: say('{path} is empty.', '{path} は空です。', { path: value(path) }),
    next: [say('Save the file again, or name another one.', 'ファイルを保存し直すか、別のファイルを指定してください。')],
  });
}

function binaryFile(path: string, pfx: boolean): ProblemError {
  return new ProblemError({
    code: 'file-binary',
    owner: 'you',
    message: say('{path} is a binary file and holds nothing that is looked for here.', '{path} はバイナリ ファイルで、必要な内容が含まれていません。', {
      path: value(path),
    }),
    next: pfx
      ? fromPfx(path)
      : [
          say('Name a PEM file: plain text with lines like {begin}.', 'PEM ファイル ({begin} のような行を含むプレーン テキスト) を指定してください。', {
            begin: code('-----BEGIN CERTIFICATE-----'),
          }),
        ],
  });
}

function fromPfx(path: string): readonly Text[] {
  return [
    say(
      'It looks like a PFX (PKCS #12) file. Take the chain out of it: {command}',
      'PFX (PKCS #12) ファイルのようです。チェーンを取り出してください: {command}',
      {
        command: code(`openssl pkcs12 -in "${path}" -nokeys -out fullchain.pem`),
      },
    ),
    say('And the key: {command}', '秘密鍵も取り出してください: {command}', { command: code(`openssl pkcs12 -in "${path}" -nocerts -nodes -out key.pem`) }),
  ];
}

// RFC 7292: PFX ::= SEQUENCE { version INTEGER { v3(3) }, … }
function isPfx(bytes: Uint8Array): boolean {
  try {
    const [version] = childrenOf(readDer(bytes));
    return version?.tag === TAG.integer && version.content.length === 1 && version.content[0] === 3;
  } catch {
    return false;
  }
}

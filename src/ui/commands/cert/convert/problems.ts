import type { Unread } from '../../../../core/certificates/contents/contents.ts';
import type { GatherFault } from '../../../../core/certificates/convert/gather.ts';
import { unreadPart } from '../../../../core/certificates/lint/unread.ts';
import type { Problem } from '../../../../core/contracts/index.ts';
import { code, say, value } from '../../../../core/text/say.ts';

export function noSource(): Problem {
  return {
    code: 'usage',
    owner: 'you',
    message: say('Something is missing: the files to convert.', '変換するファイルが指定されていません。'),
    next: [
      say('Name them, or a folder of another program: {example}', 'ファイル、またはほかのプログラムのフォルダーを指定してください: {example}', {
        example: code('--from certbot:/etc/letsencrypt/live/NAME'),
      }),
    ],
  };
}

/** A part of a file that stayed closed. */
export function partProblem(part: Unread, file: string): Problem {
  const { message, next } = unreadPart(part);
  const secret = part.fault === 'locked' || part.fault === 'wrong-passphrase';
  return {
    code: secret ? 'passphrase-wrong' : 'parse-error',
    owner: 'you',
    message: say('{file}: {what}', '{file}: {what}', { file: value(file), what: message }),
    next,
  };
}

export function gatherProblem(fault: GatherFault, files: readonly string[]): Problem {
  const named = { files: value(files.join(', ')) };
  switch (fault) {
    case 'no-certificate':
      return {
        code: 'convert-no-certificate',
        owner: 'you',
        message: say('There is no certificate in {files}.', '{files} に証明書がありません。', named),
        next: [say('Name the file that your CA delivered, too.', '証明機関から受け取ったファイルも指定してください。')],
      };
    case 'only-ca':
      return {
        code: 'convert-no-certificate',
        owner: 'you',
        message: say(
          'There are only certificates of CAs in {files}, none of a server.',
          '{files} には CA の証明書だけが含まれ、サーバーの証明書がありません。',
          named,
        ),
        next: [say('Name the file with the certificate of the server, too.', 'サーバーの証明書を含むファイルも指定してください。')],
      };
    case 'mismatch':
      return {
        code: 'key-mismatch',
        owner: 'you',
        exit: 3,
        message: say('No private key in {files} belongs to the certificate.', '{files} に証明書と対応する秘密鍵がありません。', named),
        next: [
          say(
            'Name the key that the certificate was requested with; nothing was written.',
            '証明書の要求に使用した秘密鍵を指定してください。何も書き込んでいません。',
          ),
        ],
      };
  }
}

import type { Context, Text } from '../../../core/contracts/index.ts';
import { code, say } from '../../../core/text/say.ts';
import { textAnswer } from '../web-service/fields.ts';

export interface CertificateFiles {
  readonly cert: string;
  readonly key: string;
  readonly notes: readonly Text[];
}

/** Where this user's certificate and key lie; never what is in them. */
export function certificateFiles({ answers, paths }: Context): CertificateFiles {
  const cert = textAnswer(answers, 'certificate.certFile');
  const key = textAnswer(answers, 'certificate.keyFile');
  const stand = cert === undefined || key === undefined;
  return {
    cert: cert === undefined ? 'cert.pem' : paths.resolve(cert),
    key: key === undefined ? 'key.pem' : paths.resolve(key),
    notes: stand
      ? [
          say('Put the paths of your certificate and key in place of {files}.', '{files} を証明書とキーのパスに置き換えてください。', {
            files: code('cert.pem, key.pem'),
          }),
        ]
      : [],
  };
}

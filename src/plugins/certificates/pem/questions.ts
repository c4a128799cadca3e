import type { PathQuestion } from '../../../core/contracts/index.ts';
import { code, say } from '../../../core/text/say.ts';
import { certificateFileProblem, keyFileProblem } from '../../shared/pair/read-files.ts';

export const certFile: PathQuestion = {
  kind: 'path',
  key: 'certificate.certFile',
  label: say('Where is the certificate file?', '証明書ファイルはどこにありますか?'),
  help: say('PEM: the certificate, then its intermediates ({example}).', 'PEM 形式。証明書、中間証明書の順に含めます (例: {example})。', {
    example: code('fullchain.pem'),
  }),
  learn: say(
    'Clients know the root CAs only. The service has to send every certificate between its own and the root, so the file holds the whole chain without the root.',
    'クライアントが持っているのはルート CA の証明書だけです。サービスは自身の証明書とルートの間の証明書をすべて提示する必要があるため、ファイルにはルートを除くチェーン全体を含めます。',
  ),
  extensions: ['.pem', '.crt', '.cer'],
  check: certificateFileProblem,
};

export const keyFile: PathQuestion = {
  kind: 'path',
  key: 'certificate.keyFile',
  label: say('Where is the private key file?', '秘密鍵のファイルはどこにありますか?'),
  help: say('PEM, without a passphrase; or {vault}.', 'PEM 形式、パスフレーズなし。または {vault}。', {
    vault: code('keyvault:https://NAME.vault.azure.net/secrets/NAME'),
  }),
  learn: say(
    'Only the path is kept. The key is read when it is sent, over TLS to Azure, and appears in no plan, profile or log.',
    '保存するのはパスだけです。秘密鍵は送信時にのみ読み取り、TLS で Azure に送ります。計画、プロファイル、ログには含まれません。',
  ),
  extensions: ['.pem', '.key'],
  check: keyFileProblem,
};

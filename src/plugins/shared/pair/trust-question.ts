import type { PathQuestion } from '../../../core/contracts/index.ts';
import { say } from '../../../core/text/say.ts';
import { certificateFileProblem } from './read-files.ts';

export const trust: PathQuestion = {
  kind: 'path',
  key: 'certificate.trust',
  label: say('Which private CA do your clients trust?', 'クライアントが信頼するプライベート CA はどれですか?'),
  help: say('PEM of its root certificate; leave empty for a public CA.', 'ルート証明書の PEM ファイルです。パブリック CA の場合は空欄にします。'),
  learn: say(
    'A certificate of your own CA is right where all clients trust that CA. With its root named here, checks judge as those clients do.',
    'すべてのクライアントが自社の CA を信頼している場合は、その CA の証明書を使用できます。ここでルートを指定すると、それらのクライアントと同じ基準で検査します。',
  ),
  extensions: ['.pem', '.crt', '.cer'],
  optional: true,
  advanced: true,
  check: certificateFileProblem,
};

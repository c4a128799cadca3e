import type { Answers, PathQuestion, TextQuestion } from '../../../core/contracts/index.ts';
import { code, say, value } from '../../../core/text/say.ts';

export const returned: PathQuestion = {
  kind: 'path',
  key: 'certificate.returned',
  label: say('Where will you save what the CA sends back?', '証明機関から受け取った証明書をどこに保存しますか?'),
  help: say(
    'A file, or a folder that is watched. Leave empty for a folder of amltls.',
    'ファイル、または監視するフォルダーです。空欄の場合は amltls のフォルダーになります。',
  ),
  learn: say(
    'An authority answers after minutes or days. amltls waits for the file, also over a closed terminal: it puts the chain in order, checks it against the key, and goes on with the deployment.',
    '証明機関の応答には数分から数日かかります。amltls はファイルが届くまで待機し、ターミナルを閉じても待機を再開できます。届いたチェーンを並べ替え、鍵と一致するか検査してから、デプロイに進みます。',
  ),
  optional: true,
};

export const subject: TextQuestion = {
  kind: 'text',
  key: 'certificate.subject',
  label: say('Which subject shall the request carry?', '要求に含めるサブジェクトは何にしますか?'),
  help: say('For example {example}. Leave empty unless your CA asks for it.', '例: {example}。証明機関に求められない限り空欄にします。', {
    example: code('CN=www.contoso.com, O=Contoso, C=JP'),
  }),
  learn: say(
    'Clients look at the names (subjectAltName) alone, and public CAs take the organisation from their own records. Some private CAs insist on a subject.',
    'クライアントは名前 (subjectAltName) だけを参照し、パブリック CA は組織名を自らの記録から設定します。サブジェクトが必要なのは一部のプライベート CA だけです。',
  ),
  optional: true,
  advanced: true,
  async check(text) {
    const { isSubject } = await import('../../shared/x509/write-request.ts');
    if (text.trim() === '' || (await isSubject(text))) return undefined;
    return {
      code: 'csr-subject',
      owner: 'you',
      message: say('{subject} is no distinguished name.', '{subject} は識別名として正しくありません。', { subject: value(text) }),
      next: [say('Write it like {example}.', '次のように指定してください: {example}', { example: code('CN=www.contoso.com, O=Contoso, C=JP') })],
    };
  },
};

export function subjectOf(answers: Answers): string {
  const answer = answers[subject.key];
  return typeof answer === 'string' ? answer.trim() : '';
}

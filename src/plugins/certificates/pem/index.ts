import { type Context, definePlugin } from '../../../core/contracts/index.ts';
import { say } from '../../../core/text/say.ts';
import { findingsOfPlace } from '../../shared/keys/place.ts';
import { isKeyVault } from '../../shared/keys/secret-ref.ts';
import { judgePair } from '../../shared/pair/judge-pair.ts';
import { placeOf, readTrust } from '../../shared/pair/read-files.ts';
import { trust } from '../../shared/pair/trust-question.ts';
import { certFile, keyFile } from './questions.ts';

/** Two files that the person has: a chain and its key, judged before anything is sent. */
export default definePlugin({
  api: 1,
  kind: 'certificate',
  id: 'pem',
  title: say('PEM files that I have', '手元の PEM ファイル'),
  summary: say('A certificate chain and its private key, checked before they are sent.', '証明書チェーンと秘密鍵を、送信前に検査します。'),
  questions: [certFile, keyFile, trust],
  async plan(names, context) {
    const files = { cert: pathOf(certFile.key, context), key: pathOf(keyFile.key, context) };
    const trusted = context.answers[trust.key];
    const trustPem = typeof trusted === 'string' ? await readTrust(context.paths.resolve(trusted), context) : undefined;
    const judged = await judgePair(files, names, context, trustPem);
    const place = isKeyVault(files.key) ? [] : await findingsOfPlace(files.key, context);
    return { ...judged, findings: [...judged.findings, ...place], changes: [] };
  },
});

function pathOf(key: string, { answers, paths }: Context): string {
  return placeOf(String(answers[key] ?? ''), { paths });
}

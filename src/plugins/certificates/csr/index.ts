import { join } from 'node:path';
import { type CertificatePlugin, type Context, type DnsPlugin, definePlugin } from '../../../core/contracts/index.ts';
import { say } from '../../../core/text/say.ts';
import { findingsOfPlace } from '../../shared/keys/place.ts';
import { allNames, extraNames, folder, keyType, keyTypeOf } from '../../shared/keys/questions.ts';
import { trust } from '../../shared/pair/trust-question.ts';
import { refuseUnwritable, shelfFolder } from '../../shared/shelf/folder.ts';
import { judgeInUse } from '../../shared/shelf/in-use.ts';
import { openShelf } from '../../shared/shelf/shelf.ts';
import { takeAnswer } from './answer.ts';
import { returned, subject, subjectOf } from './questions.ts';
import { isForWish, makeRequest, type RequestWish } from './request.ts';

type Planned = Awaited<ReturnType<CertificatePlugin['plan']>>;

/** A key and a request made here, a certificate from whatever authority the person orders it at. */
export default definePlugin({
  api: 1,
  kind: 'certificate',
  id: 'csr',
  title: say('Order one from a CA, with a request made here', 'ここで要求を作成し、証明機関に発行を依頼する'),
  summary: say(
    'Makes the key and the request, waits for what the CA sends, checks it and goes on.',
    '鍵と証明書署名要求を作成し、証明機関の応答を待ち、検査してから続行します。',
  ),
  questions: [returned, keyType, extraNames, subject, folder, trust],
  async plan(names, context, _dns?: DnsPlugin, early = false): Promise<Planned> {
    const wish = wishOf(names, context);
    const { env } = context;
    const shelf = openShelf(shelfFolder('csr', names, context.answers[folder.key], context), env);
    const inUse = await judgeInUse(await shelf.current(), wish.names, context);
    if (inUse !== undefined && !inUse.replaceable && !early) return { bundle: inUse.bundle, findings: inUse.findings, changes: [] };
    await refuseUnwritable(shelf.folder, env.files);
    const begun = await shelf.draft();
    const draft = begun !== undefined && (await isForWish(begun, wish, env.files)) ? begun : undefined;
    const findings = await findingsOfPlace(join(shelf.folder, 'key.pem'), context);
    const requested = draft !== undefined && (await env.files.stat(draft.request)) !== undefined;
    const place = { shelf, wish, inUse: inUse?.bundle };
    return { findings, changes: [...(requested ? [] : [makeRequest(place, draft)]), takeAnswer(place)] };
  },
});

function wishOf(names: readonly string[], { answers }: Context): RequestWish {
  return { names: allNames(names, answers), algorithm: keyTypeOf(answers), subject: subjectOf(answers) };
}

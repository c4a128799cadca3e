import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { isHostName } from '../../../core/certificates/names.ts';
import type { Answers, Change, Context, ExitCode, Json } from '../../../core/contracts/index.ts';
import { toALabel } from '../../../core/domain/a-label.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { code, say, value } from '../../../core/text/say.ts';
import { findingLines } from '../../text/problem-lines.ts';
import { writeDocument, writeEvent } from '../document.ts';
import { openEnvironment } from '../environment.ts';
import { wrong } from '../options.ts';
import { pathsOf } from '../profiles.ts';
import { answer, type Session, tell } from '../session.ts';

export interface SelfSignedFlags {
  readonly out?: string;
  readonly days?: string;
  readonly keyType?: string;
}

/** A certificate for development and its key, by the plugin of that name; what is there already is left as it is. */
export async function selfSigned(session: Session, given: readonly string[], flags: SelfSignedFlags): Promise<ExitCode> {
  const names = given.map(nameOf);
  const answers = await answersOf(session, names, flags);
  const plugin = await session.registry.get('certificate', 'self-signed');
  await using env = await openEnvironment(session, answers);
  const context: Context = { env, answers, signal: session.signal, profile: undefined, paths: pathsOf(session, session.host.cwd, undefined) };
  for (const question of plugin.questions) {
    const answered = answers[question.key];
    const problem = 'check' in question && answered !== undefined ? await question.check?.(answered as never, context) : undefined;
    if (problem !== undefined) throw new ProblemError(problem);
  }
  const { changes, findings } = await plugin.plan(names, context);
  for (const finding of findings) for (const line of findingLines(finding, session.writer)) session.notes.line(line);
  const receipts = await applied(session, changes, context);
  report(session, answers, changes.length > 0, receipts);
  return findings.some(({ severity }) => severity === 'error') ? 3 : 0;
}

function nameOf(text: string): string {
  if (isIP(text) !== 0) return text;
  const wildcard = text.startsWith('*.') ? '*.' : '';
  const name = toALabel(text.slice(wildcard.length));
  return name === undefined || !isHostName(name) ? wrong('cert self-signed', text, 'www.contoso.com, localhost, 127.0.0.1') : wildcard + name;
}

async function answersOf({ host }: Session, names: readonly string[], { out, days, keyType }: SelfSignedFlags): Promise<Answers> {
  if (days !== undefined && !/^\d{1,5}$/u.test(days)) wrong('--days', days, '90');
  const { KEY_ALGORITHMS } = await import('../../../plugins/shared/x509/key-algorithm.ts');
  if (keyType !== undefined && !KEY_ALGORITHMS.some((each) => each === keyType)) wrong('--key-type', keyType, KEY_ALGORITHMS.join(', '));
  // Its name says what it is, so that nobody serves it to the public by mistake.
  const stem = join(resolve(host.cwd, out ?? '.'), `${(names[0] ?? 'localhost').replaceAll('*', '_').replaceAll(':', '-')}.dev`);
  return {
    'certificate.certFile': `${stem}.cert.pem`,
    'certificate.keyFile': `${stem}.key.pem`,
    ...(days === undefined ? {} : { 'certificate.days': Number(days) }),
    ...(keyType === undefined ? {} : { 'certificate.keyType': keyType }),
  };
}

async function applied(session: Session, changes: readonly Change[], context: Context): Promise<Json> {
  let receipt: Json = null;
  for (const change of changes) {
    const work = change.apply(context);
    for (let step = await work.next(); ; step = await work.next()) {
      if (step.done === true) {
        receipt = step.value;
        break;
      }
      if (step.value.type === 'note') tell(session, step.value.text);
    }
  }
  return receipt;
}

function report(session: Session, answers: Answers, changed: boolean, receipt: Json): void {
  const [certFile, keyFile] = [String(answers['certificate.certFile']), String(answers['certificate.keyFile'])];
  const body = { status: changed ? 'done' : 'unchanged', exitCode: 0, changed, certFile, keyFile, certificate: receipt };
  if (session.options.format === 'json') writeDocument(session, 'cert-self-signed', body);
  else if (session.options.format === 'ndjson') writeEvent(session, Date.now(), null, 'outcome', body);
  else {
    answer(session, say('certificate: {file}', '証明書: {file}', { file: value(certFile) }));
    answer(session, say('private key: {file}', '秘密鍵: {file}', { file: value(keyFile) }));
    answer(session, say('Clients trust it with {trust}.', 'クライアントの検査では {trust} を指定すると信頼されます。', { trust: code(`--trust ${certFile}`) }));
  }
}

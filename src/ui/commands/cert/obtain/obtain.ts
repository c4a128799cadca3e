import { join } from 'node:path';
import type { Answers, CertBundle, CertificatePlugin, Context, DnsPlugin, ExitCode, Question, RunEvent } from '../../../../core/contracts/index.ts';
import { checkFqdn } from '../../../../core/domain/check-fqdn.ts';
import { obtain } from '../../../../core/engine/obtain.ts';
import { resolvePath } from '../../../../core/engine/resolve-answers.ts';
import { fail } from '../../../../core/problems/problem-error.ts';
import { pathsIn } from '../../../../core/profile/own-folder.ts';
import { say, value } from '../../../../core/text/say.ts';
import { writeDocument } from '../../document.ts';
import { drive } from '../../drive.ts';
import { openEnvironment } from '../../environment.ts';
import { pathsOf } from '../../profiles.ts';
import { answer, type Session } from '../../session.ts';
import { againCommand } from './again.ts';
import { answersOf, type ObtainFlags } from './flags.ts';

/** Gets a certificate without deploying it: `cert csr` and `cert issue`. Run again it goes on where it was left, or says that nothing is to be done. */
export async function obtainCertificate(
  session: Session,
  plugin: 'csr' | 'acme',
  command: string,
  given: readonly string[],
  flags: ObtainFlags,
): Promise<ExitCode> {
  const { registry, signal, options, host } = session;
  const [name = '', ...more] = given.map(plainName);
  await using env = await openEnvironment(session, {});
  const certificate = await registry.get('certificate', plugin);
  const answers = answersOf(session, flags, more);
  const dns = plugin === 'acme' ? await registry.get('dns', String(answers['dns.plugin'] ?? (env.registrar === undefined ? 'manual' : 'practice'))) : undefined;
  const paths = pathsIn(env, pathsOf(session, host.cwd, undefined));
  const contextOf = (known: Answers): Context => ({ env, answers: known, signal, profile: undefined, paths });
  const questions = [...certificate.questions, ...(dns?.questions ?? [])];
  const context = contextOf((await resolvePath((known) => pathOf(questions, known), answers, contextOf)).answers);
  const kept = `${plugin}-${name.replaceAll('*', '_')}`;
  const run = obtain({
    certificate,
    names: [name],
    dns,
    context,
    journalFile: join(paths.own, 'certificates', `${kept}.ndjson`),
    recordFolder: join(env.stateFolder ?? host.folders.state, 'records', `cert-${kept}`),
    wait: flags.wait ?? true,
    deadline: options.timeoutMs === undefined ? undefined : env.clock.now() + options.timeoutMs,
    again: againCommand(session, command, given, flags),
  });
  const copied: { request?: string } = {};
  const { ended, view } = await drive(session, env, undefined, rememberRequest(run, copied));
  const bundle = ended.exitCode === 0 && ended.status !== 'waiting' ? await bundleNow(certificate, name, context, dns) : undefined;
  if (options.format === 'json')
    writeDocument(session, `cert-${command}`, { ...view, names: [name, ...more], certificate: bundle === undefined ? null : shown(bundle), ...copied });
  if (options.format === 'text' && ended.status === 'waiting' && copied.request !== undefined) session.out.line(copied.request.trimEnd());
  if (options.format === 'text' && bundle?.files !== undefined) {
    answer(session, say('Certificate: {path}', '証明書: {path}', { path: value(bundle.files.cert) }));
    answer(session, say('Key: {path}', '秘密鍵: {path}', { path: value(bundle.files.key) }));
  }
  return ended.exitCode;
}

// What has to be copied is a result: it goes to stdout, where a pipe or a file takes it.
async function* rememberRequest(events: AsyncIterable<RunEvent>, copied: { request?: string }): AsyncGenerator<RunEvent, void, void> {
  for await (const event of events) {
    if (event.type === 'instruct' && event.copy !== undefined) copied.request = event.copy;
    yield event;
  }
}

async function bundleNow(certificate: CertificatePlugin, name: string, context: Context, dns: DnsPlugin | undefined): Promise<CertBundle | undefined> {
  return (await certificate.plan([name], context, dns)).bundle;
}

function shown({ files, names, notBefore, notAfter, fingerprintSha256 }: CertBundle) {
  return { certFile: files?.cert ?? null, keyFile: files?.key ?? null, names: [...names], notBefore, notAfter, fingerprintSha256 };
}

function pathOf(questions: readonly Question[], answers: Answers) {
  const open = questions.filter((question) => question.when === undefined || question.when(answers));
  return { stops: open.map((question) => ({ step: 'certificate' as const, question })), answers };
}

function plainName(text: string): string {
  const wildcard = text.startsWith('*.');
  const checked = checkFqdn(wildcard ? text.slice(2) : text);
  return 'code' in checked ? fail(checked) : `${wildcard ? '*.' : ''}${checked.fqdn}`;
}

import { resolve } from 'node:path';
import * as z from 'zod';
import type { DnsRecord, RecordType } from '../../../core/contracts/index.ts';
import { allowsIssuer, caaFor } from '../../../core/learn/lessons/checks/dns.ts';
import { filesWith } from '../../../core/learn/lessons/files-below.ts';
import type { LessonWorld } from '../../../core/learn/lessons/world.ts';
import { fail } from '../../../core/problems/problem-error.ts';
import { parseDuration } from '../../../core/text/parse-duration.ts';
import { code, date, duration, say, value } from '../../../core/text/say.ts';
import { answer, type Session } from '../session.ts';
import { later } from './world.ts';

/** The practice CA as CAA records name it. */
export const PRACTICE_CA = 'practice-ca.example';
const TYPES: readonly string[] = ['A', 'AAAA', 'CNAME', 'TXT', 'CAA'];

/** Places that are neither Azure nor amltls: the registrar's web site, the CA's, and the folder. @returns false where the line names none of them */
export async function elsewhere(session: Session, world: LessonWorld, args: readonly string[]): Promise<boolean> {
  const [place, verb, ...rest] = args;
  if (place === 'registrar') await registrar(session, world, verb, rest);
  else if (place === 'ca') await authority(session, world, verb, rest);
  else if (place === 'portal') await portal(session, world, verb, rest);
  else if (place === 'later') await wait(session, world, verb);
  else if (place === 'ls') await list(session, world);
  else if (place === 'help') help(session);
  else return false;
  return true;
}

async function registrar(
  session: Session,
  { env, control, signal }: LessonWorld,
  verb: string | undefined,
  [name, type, data, ttl]: readonly string[],
): Promise<void> {
  const kind = TYPES.find((each): each is RecordType => each === type?.toUpperCase());
  if (verb === 'set' && name !== undefined && kind !== undefined && data !== undefined) {
    await env.registrar?.set([{ name, type: kind, data, ttl: Number(ttl ?? 300) } satisfies DnsRecord], signal);
  } else if (verb === 'remove' && name !== undefined && kind !== undefined) await env.registrar?.remove({ name, type: kind }, signal);
  else if (verb !== undefined && verb !== 'list') return wrong('registrar list, registrar set NAME TYPE DATA, registrar remove NAME TYPE');
  const records = z.array(z.object({ name: z.string(), type: z.string(), data: z.string(), ttl: z.number() })).parse(await control('GET', '/records'));
  if (records.length === 0) answer(session, say('The practice registrar has no records.', '練習用レジストラーにレコードはありません。'));
  for (const record of records) answer(session, `  ${record.name}  ${record.ttl}  ${record.type}  ${record.data}`);
}

const signed = z.object({ leafPem: z.string(), issuerPem: z.string(), names: z.array(z.string()) });

// As a public CA does it: no certificate where a CAA record names others (RFC 8659).
async function authority(session: Session, world: LessonWorld, verb: string | undefined, args: readonly string[]): Promise<void> {
  const out = args.indexOf('--out');
  const { files } = world.env;
  const named = out === 0 ? undefined : args[0];
  const request = named ?? (await filesWith(files, world.folder, 'BEGIN CERTIFICATE REQUEST')).at(-1);
  const into = out >= 0 ? args[out + 1] : 'cert.pem';
  if (verb !== 'sign' || request === undefined || into === undefined) return wrong('ca sign [REQUEST] [--out cert.pem]');
  const csr = new TextDecoder().decode(await files.read(resolve(world.folder, request)));
  const certificate = signed.parse(await world.control('POST', '/certificates', { csr, days: 199 }));
  for (const name of certificate.names) if (!allowsIssuer(await caaFor(world, name), PRACTICE_CA)) return forbidden(name);
  await files.write(resolve(world.folder, into), certificate.leafPem + certificate.issuerPem, { mode: 0o644 });
  answer(
    session,
    say('The practice CA has issued a certificate for {names}: {file}.', '練習用 CA が {names} の証明書を発行しました: {file}', {
      names: value(certificate.names.join(', ')),
      file: code(into),
    }),
  );
}

// What the studio's edit form, or Webservice.update() of the SDK, does: the service is deployed again with its own settings.
async function portal(session: Session, { env, signal }: LessonWorld, verb: string | undefined, [service]: readonly string[]): Promise<void> {
  if (verb !== 'update' || service === undefined) return wrong('portal update SERVICE');
  const { mmsBase } = await import('../../../plugins/shared/arm/model-management.ts');
  const { expectOk } = await import('../../../plugins/shared/arm/problems.ts');
  const path = `${await mmsBase(env.arm, env.defaults, signal)}/services/${encodeURIComponent(service)}`;
  const body = [{ op: 'replace', path: '/appInsightsEnabled', value: false }];
  const reply = await env.arm.send({ method: 'PATCH', path, body, contentType: 'application/json-patch+json' }, signal);
  expectOk(reply, say('The update of {service}', '{service} の更新', { service: value(service) }));
  answer(
    session,
    say('{service} is being updated; that takes a minute of practice time.', '{service} を更新しています。練習用の時計で 1 分かかります。', {
      service: code(service),
    }),
  );
}

/** The practice clock jumps, as far as the learner says. */
async function wait(session: Session, { env, control }: LessonWorld, by: string | undefined): Promise<void> {
  const ms = parseDuration(by ?? '');
  if (ms === undefined) return wrong('later 5h');
  await later(ms, control);
  answer(session, say('{time} later: it is {now}.', '{time}後: {now} になりました。', { time: duration(ms), now: date(env.clock.now()) }));
}

async function list(session: Session, { env, folder }: LessonWorld): Promise<void> {
  for (const name of await env.files.list(folder)) if (!name.startsWith('.')) answer(session, `  ${name}`);
}

function help(session: Session): void {
  const lines = [
    say(
      '{line}: any command of amltls; it runs in the practice Azure of this lesson',
      '{line}: amltls の任意のコマンド (このレッスンの練習用 Azure で実行されます)',
      { line: code('amltls …') },
    ),
    say('{line}: the web site of the registrar', '{line}: レジストラーの Web サイト', { line: code('registrar list | set NAME TYPE DATA | remove NAME TYPE') }),
    say('{line}: the web site of the CA', '{line}: CA の Web サイト', { line: code('ca sign [REQUEST] [--out cert.pem]') }),
    say('{line}: the studio of Azure ML', '{line}: Azure ML スタジオ', { line: code('portal update SERVICE') }),
    say('{line}: the practice clock jumps (30m, 5h, 40d)', '{line}: 練習用の時計を進める (30m、5h、40d)', { line: code('later DURATION') }),
    say('{line}: the files of this lesson', '{line}: このレッスンのファイル', { line: code('ls') }),
    say('{line}: a word or a code, explained', '{line}: 用語やコードの説明', { line: code('explain WORD') }),
  ];
  for (const line of lines) answer(session, line);
}

function wrong(right: string): never {
  return fail({
    code: 'lesson-line',
    owner: 'you',
    message: say('That line is not complete.', '入力が不完全です。'),
    next: [say('Write: {right}', '書き方: {right}', { right: code(right) })],
  });
}

function forbidden(name: string): never {
  return fail({
    code: 'lesson-caa',
    owner: 'you',
    message: say(
      'The practice CA may not issue for {name}: a CAA record names other CAs only.',
      '練習用 CA は {name} に発行できません。CAA レコードで別の CA だけが指定されています。',
      { name: code(name) },
    ),
    next: [
      say('Let it in at the registrar: {line}', 'レジストラーで許可してください: {line}', {
        line: code(`registrar set contoso.com CAA '0 issue "${PRACTICE_CA}"'`),
      }),
    ],
  });
}

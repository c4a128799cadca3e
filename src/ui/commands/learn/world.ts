import { createPrivateKey } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import type { Environment, Json } from '../../../core/contracts/index.ts';
import type { Lesson, LessonHappening, LessonPair } from '../../../core/learn/lessons/schema.ts';
import type { LessonWorld } from '../../../core/learn/lessons/world.ts';
import { openBook, writtenAnswers } from '../../../core/profile/book.ts';
import { parseDuration } from '../../../core/text/parse-duration.ts';
import { openEnvironment } from '../environment.ts';
import { findOptions } from '../profiles.ts';
import type { SandboxHosting } from '../sandbox.ts';
import type { Session } from '../session.ts';
import { sandboxFolder, workFolder } from './lesson-session.ts';

/** The practice world of a lesson: this process hosts it, the commands of the lesson join it. @param inside the lesson's own session */
export async function openLessonWorld(inside: Session, folder: string, hosting: SandboxHosting): Promise<LessonWorld & AsyncDisposable> {
  const env: Environment & AsyncDisposable = await openEnvironment(inside, {});
  const { signal } = inside;
  return {
    env,
    folder: workFolder(folder),
    signal,
    control: (method, path, body) => hosting.control(sandboxFolder(folder), method, path, body, signal),
    async profiles() {
      const book = await openBook(findOptions(inside)).catch(() => undefined);
      return new Map(book?.names.map((name) => [name, writtenAnswers(book, name)]));
    },
    [Symbol.asyncDispose]: () => env[Symbol.asyncDispose](),
  };
}

const issued = z.object({ leafPem: z.string(), issuerPem: z.string(), keyPem: z.string() });

/** What lies in the learner's folder at the start. */
export async function layOut(lesson: Lesson, world: LessonWorld): Promise<void> {
  for (const pair of lesson.pairs) await layOutPair(pair, world);
  for (const { path, text } of lesson.files) await world.env.files.write(join(world.folder, path), text, { mode: 0o600 });
}

async function layOutPair({ cert, key, names, days, intermediate, passphrase }: LessonPair, { env, folder, control }: LessonWorld): Promise<void> {
  const { leafPem, issuerPem, keyPem } = issued.parse(await control('POST', '/certificates', { names, days }));
  const write = (name: string, text: string, mode: number) => env.files.write(join(folder, name), text, { mode });
  await write(cert, intermediate === undefined ? leafPem + issuerPem : leafPem, 0o644);
  if (intermediate !== undefined) await write(intermediate, issuerPem, 0o644);
  const encrypted = passphrase === undefined ? keyPem : createPrivateKey(keyPem).export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase });
  await write(key, encrypted.toString(), 0o600);
}

/** What happens before a task begins. */
export async function happen(happening: LessonHappening, { control }: LessonWorld): Promise<void> {
  if (happening.event === 'later') return await later(parseDuration(happening.by) ?? 0, control);
  const { data, ...record } = happening.record;
  const body: Json = [data === undefined ? record : { ...record, data }];
  await control(happening.event === 'set-record' ? 'PUT' : 'DELETE', '/records', body);
}

/** Moves the practice clock. @param by ms */
export async function later(by: number, control: LessonWorld['control']): Promise<void> {
  await control('POST', '/clock', { advanceSeconds: by / 1000 });
}

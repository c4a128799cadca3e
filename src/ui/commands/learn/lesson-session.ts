import { join } from 'node:path';
import { openStore } from '../../../core/engine/store.ts';
import type { Lesson } from '../../../core/learn/lessons/schema.ts';
import type { Session } from '../session.ts';

export const workFolder = (folder: string): string => join(folder, 'work');
export const sandboxFolder = (folder: string): string => join(folder, 'azure');
const seedFile = (folder: string): string => join(folder, 'seed.json');

/** The same program in a world of its own: nothing that a learner does here reaches a real profile, record or Azure. */
export async function lessonSession(session: Session, lesson: Lesson, folder: string): Promise<Session> {
  const { host, files, options } = session;
  const work = workFolder(folder);
  const state = join(folder, 'state');
  // Written atomically, which also makes the folder that commands will run in.
  await files.write(join(work, '.lesson'), `${lesson.id}\n`, { mode: 0o600 });
  await files.write(seedFile(folder), JSON.stringify(lesson.world), { mode: 0o600 });
  return {
    ...session,
    // The search for profiles ends at the home folder, so that none of the learner's own is found.
    host: {
      ...host,
      cwd: work,
      home: work,
      folders: { config: join(folder, 'config'), state },
      env: { ...host.env, AMLTLS_SANDBOX_STATE_DIR: sandboxFolder(folder) },
    },
    options: {
      ...options,
      env: 'sandbox',
      config: undefined,
      set: [],
      format: 'text',
      environment: { ...options.environment, 'state-dir': sandboxFolder(folder), seed: seedFile(folder) },
    },
    store: () => Promise.resolve(openStore({ files, folder: state })),
  };
}

import { fileURLToPath } from 'node:url';
import type { ExitCode, JsonObject } from '../../core/contracts/index.ts';
import { say } from '../../core/text/say.ts';
import { writeDocument } from './document.ts';
import { eachProfile } from './each-profile.ts';
import { needBook, pathsOf, useProfile } from './profiles.ts';
import { replayOne } from './replay.ts';
import { type Session, tell } from './session.ts';

/** Replays the shipped practice profile through all four steps. */
export async function replayPractice(session: Session): Promise<ExitCode> {
  tell(session, say('Practice: nothing outside this machine is touched.', '練習モード: このマシンの外部には一切影響しません。'));
  const config = fileURLToPath(new URL('config/practice.yaml', session.host.root));
  const shipped: Session = { ...session, options: { ...session.options, config } };
  const book = await needBook(shipped);
  const shown: JsonObject[] = [];
  const all = await eachProfile(session, 'replay', book.names, async (name) => {
    const used = await useProfile(shipped, book, name);
    // What it makes belongs to the person, not into the folder of the program.
    const { ended, view } = await replayOne(session, { ...used, paths: pathsOf(session, session.host.cwd, name) }, {});
    shown.push(view);
    return ended;
  });
  if (session.options.format === 'json')
    writeDocument(session, 'replay', { profiles: [...shown, ...all.problems], status: all.status, changed: all.changed, exitCode: all.exitCode });
  return all.exitCode;
}

import type { Answers, JsonObject } from '../../../../core/contracts/index.ts';
import { writtenAnswers } from '../../../../core/profile/book.ts';
import { profileOf } from '../../../../core/profile/flatten.ts';
import { keepPlaceholders } from '../../../../core/profile/keep-placeholders.ts';
import { sameAnswer } from '../../../../core/profile/same-answer.ts';
import { say, value } from '../../../../core/text/say.ts';
import { type EditChoice, editAnswers } from '../../../../core/wizard/edit.ts';
import { openEnvironment } from '../../environment.ts';
import { needBook, saveAnswers, useProfile } from '../../profiles.ts';
import type { Session } from '../../session.ts';
import type { Notice } from './act.ts';
import type { ProfileUi } from './profile-ui.ts';

/** The answers of a saved profile, changed question by question; the difference is shown before anything is written. */
export async function editProfile(session: Session, ui: ProfileUi, name: string): Promise<Notice | undefined | 'interrupted'> {
  const book = await needBook(session);
  const written = writtenAnswers(book, name);
  // What `--set` says for this run is no part of the profile.
  const used = await useProfile({ ...session, options: { ...session.options, set: [] } }, book, name);
  const file = book.path;
  await using env = await openEnvironment(session, used.answers);
  const kept = (answers: Answers): Answers => keepPlaceholders(answers, written, used.answers);
  const ended: { how: 'save' | 'leave' | 'interrupted' } = { how: 'leave' };
  let index = 0;
  const done = (how: typeof ended.how): EditChoice => {
    ended.how = how;
    return { type: 'done' };
  };
  const answers = await editAnswers({
    driver: ui.driver,
    registry: session.registry,
    env,
    written,
    answers: used.answers,
    profile: name,
    paths: used.paths,
    signal: session.signal,
    async choose(items, now) {
      for (;;) {
        const after = kept(now);
        const changed = differing(written, after);
        const result = await ui.answers({ profile: name, items, changed, answers: after }, index);
        if (result.type === 'quit') return done('interrupted');
        index = result.index;
        if (result.type === 'change') return { type: 'change', key: result.key };
        if (result.type === 'back') {
          if (changed.size === 0) return done('leave');
          const drop = await ui.yesNo({ title: DROP, help: DROP_HELP });
          if (drop.type === 'quit') return done('interrupted');
          if (drop.type === 'given' && drop.value) return done('leave');
          continue;
        }
        const said = await ui.difference({ before: profileOf(written) as JsonObject, after: profileOf(after) as JsonObject, file });
        if (said === 'quit') return done('interrupted');
        if (said === 'save') return done(changed.size === 0 ? 'leave' : 'save');
      }
    },
  });
  if (answers === undefined || ended.how === 'interrupted') return 'interrupted';
  if (ended.how !== 'save') return undefined;
  await saveAnswers(session, book, name, answers);
  return { text: say('{name} was saved in {file}.', '{file} に {name} を保存しました。', { name: value(name), file: value(file) }), severity: 'info' };
}

const DROP = say('Leave without saving?', '保存せずに終了しますか?');
const DROP_HELP = say('What was changed here is dropped; the profile stays as it was.', '変更内容は破棄され、プロファイルは元のまま残ります。');

/** Keys whose answers are not the same. */
function differing(one: Answers, other: Answers): ReadonlySet<string> {
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return new Set(keys.filter((key) => !sameAnswer(one[key], other[key])));
}

import type { Answers, JsonObject } from '../../../../core/contracts/index.ts';
import { writtenAnswers } from '../../../../core/profile/book.ts';
import { profileOf } from '../../../../core/profile/flatten.ts';
import { keepPlaceholders } from '../../../../core/profile/keep-placeholders.ts';
import { sameAnswer } from '../../../../core/profile/same-answer.ts';
import { say, value } from '../../../../core/text/say.ts';
import { type EditChoice, editAnswers } from '../../../../core/wizard/edit.ts';
import type { InkDriver } from '../../../ink/driver.ts';
import type { DiffResult } from '../../../ink/screens/answers/diff.ts';
import type { AnswersResult } from '../../../ink/screens/answers/panel.ts';
import type { Given } from '../../../ink/screens/prompt/panel.ts';
import { openEnvironment } from '../../environment.ts';
import { needBook, saveAnswers, useProfile } from '../../profiles.ts';
import type { Session } from '../../session.ts';
import type { Notice } from './act.ts';

/** The answers of a saved profile, changed question by question; the difference is shown before anything is written. */
export async function editOnScreen(session: Session, driver: InkDriver, name: string): Promise<Notice | undefined | 'interrupted'> {
  const { answersPanel, createAnswers } = await import('../../../ink/screens/answers/panel.ts');
  const { diffPanel } = await import('../../../ink/screens/answers/diff.ts');
  const { askYesNo, confirmPanel } = await import('../../../ink/screens/prompt/panel.ts');
  const { DROP, DROP_HELP } = await import('../../../ink/screens/answers/messages.ts');
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
    driver,
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
        const state = createAnswers({ profile: name, items, changed, differences: changed.size }, index);
        const result: AnswersResult = await driver.panel(state, answersPanel, { quit: { type: 'quit' } });
        if (result.type === 'quit') return done('interrupted');
        index = result.index;
        if (result.type === 'change') return { type: 'change', key: result.key };
        if (result.type === 'back') {
          if (changed.size === 0) return done('leave');
          const drop: Given<boolean> = await driver.panel(askYesNo({ title: DROP, help: DROP_HELP }), confirmPanel, { quit: { type: 'quit' } });
          if (drop.type === 'quit') return done('interrupted');
          if (drop.type === 'given' && drop.value) return done('leave');
          continue;
        }
        const shown = { scroll: 0, before: profileOf(written) as JsonObject, after: profileOf(after) as JsonObject, file };
        const said: DiffResult = await driver.panel(shown, diffPanel, { quit: 'quit' });
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

/** Keys whose answers are not the same. */
function differing(one: Answers, other: Answers): ReadonlySet<string> {
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return new Set(keys.filter((key) => !sameAnswer(one[key], other[key])));
}

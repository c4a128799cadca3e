import type { Change, Equivalent, Review, StepPlan } from '../../core/contracts/index.ts';
import { say } from '../../core/text/say.ts';
import { visible } from '../../core/text/visible.ts';
import { diffLines } from './diff-lines.ts';
import { jsonLines } from './json.ts';
import { findingLines } from './problem-lines.ts';
import { EFFECT_WORDS, STEP_WORDS } from './words.ts';
import { indent, type Writer } from './writer.ts';

/** The plan as lines: for each step what is and what will be. */
export function planLines(review: Review, writer: Writer): readonly string[] {
  const { words } = writer;
  const head =
    review.profile === undefined
      ? say('Plan for {environment}', '{environment} に対する計画', { environment: review.environment.title })
      : say('Plan for {profile} in {environment}', '{environment} に対する {profile} の計画', {
          profile: { value: review.profile },
          environment: review.environment.title,
        });
  return [
    words(head),
    ...review.steps.flatMap((step, at) => ['', `${at + 1}. ${words(STEP_WORDS[step.step])}`, ...indent(stepLines(step, writer), '   ')]),
    ...(review.blocked ? ['', words(say('Nothing can be sent before the errors above are cured.', '上記のエラーを解消するまで何も送信できません。'))] : []),
  ];
}

function stepLines(step: StepPlan, writer: Writer): readonly string[] {
  const { words, symbols } = writer;
  if (step.skipped !== undefined) return [`${symbols.skipped} ${words(step.skipped)}`];
  const lines = [
    ...step.changes.flatMap((change) => changeLines(change, writer)),
    ...step.findings.flatMap((finding) => findingLines(finding, writer)),
    ...step.notes.map((note) => `${symbols.info} ${words(note)}`),
  ];
  return lines.length > 0 ? lines : [`${symbols.skipped} ${words(say('nothing to do', '作業はありません'))}`];
}

function changeLines(change: Change, writer: Writer): readonly string[] {
  const { words, symbols } = writer;
  const title = say('{effect}: {title}', '{effect}: {title}', { effect: EFFECT_WORDS[change.effect], title: change.title });
  const usual =
    change.expectedMs === undefined
      ? []
      : [words(say('usually takes {duration}', '通常の所要時間: {duration}', { duration: { duration: change.expectedMs } }))];
  return [
    `${change.effect === 'none' ? symbols.done : symbols.pointer} ${words(title)}`,
    ...indent([...(change.why === undefined ? [] : [words(change.why)]), ...usual, ...diffLines(change.before, change.after, symbols)]),
  ];
}

/** The requests that the plan sends, secrets replaced. */
export function requestLines(review: Review, { words }: Writer): readonly string[] {
  const requests = review.steps.flatMap((step) => step.changes).flatMap((change) => change.requests ?? []);
  if (requests.length === 0) return ['', words(say('No request is sent to Azure.', 'Azure に送信される要求はありません。'))];
  const head = words(say('Requests to Azure, secrets replaced', 'Azure への要求 (秘密の値は置き換え済み)'));
  return [
    '',
    head,
    ...requests.flatMap(({ method, path, body }) => ['', visible(`${method} ${path}`), ...(body === undefined ? [] : indent(jsonLines(body)))]),
  ];
}

/** The same work with Microsoft's own tools, ready to copy. */
export function equivalentLines(equivalents: readonly Equivalent[], { words }: Writer): readonly string[] {
  return equivalents.flatMap((equivalent) => [
    '',
    words(equivalent.title),
    ...equivalent.notes.map((note) => `  ${words(note)}`),
    ...equivalent.code.split('\n').map((line) => `    ${visible(line)}`),
  ]);
}

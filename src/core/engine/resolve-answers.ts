import type { Answers, Context, Json, Problem, StepId, Text } from '../contracts/index.ts';
import { STEPS } from '../contracts/index.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { code, say, value } from '../text/say.ts';
import type { Catalogue } from '../wizard/catalogue.ts';
import { checkAnswer } from '../wizard/check-answer.ts';
import { type Path, pathOf } from '../wizard/path.ts';

/**
 * Fills in defaults, finds everything that is missing or wrong, and says it all at once.
 * @throws ProblemError `answers-missing`, `answers-invalid`
 */
export async function resolveAnswers(
  catalogue: Catalogue,
  given: Answers,
  contextOf: (answers: Answers) => Context,
  needs: readonly StepId[] = STEPS,
): Promise<Path> {
  return await resolvePath((answers) => pathOf(catalogue, answers, 'all'), given, contextOf, needs);
}

/** The same for a path of one's own. @throws ProblemError `answers-missing`, `answers-invalid` */
export async function resolvePath(
  pathFor: (answers: Answers) => Path,
  given: Answers,
  contextOf: (answers: Answers) => Context,
  needs: readonly StepId[] = STEPS,
): Promise<Path> {
  const path = await withDefaults(pathFor, given, contextOf);
  const context = contextOf(path.answers);
  const needed = path.stops.filter(({ step }) => needs.includes(step));
  const open = needed.filter(({ question }) => path.answers[question.key] === undefined && question.optional !== true);
  if (open.length > 0) throw new ProblemError(missing(open.map(({ question }) => question)));
  const problems: Problem[] = [];
  for (const { question } of needed) {
    const answer = path.answers[question.key];
    const problem = answer === undefined ? undefined : await checkAnswer(question, answer, context);
    if (problem !== undefined) problems.push(problem);
  }
  if (problems.length > 0) throw new ProblemError(together(problems));
  return path;
}

async function withDefaults(pathFor: (answers: Answers) => Path, given: Answers, contextOf: (answers: Answers) => Context): Promise<Path> {
  const answers: Record<string, Json> = { ...given };
  for (;;) {
    const path = pathFor(answers);
    const context = contextOf(path.answers);
    let added = false;
    for (const { question } of path.stops) {
      if (answers[question.key] !== undefined) continue;
      const usual = context.env.defaults[question.key] ?? (question.defaulted === true ? await question.initial?.(context) : undefined);
      if (usual === undefined) continue;
      answers[question.key] = usual;
      added = true;
    }
    if (!added) return path;
  }
}

function missing(questions: readonly { readonly key: string; readonly label: Text }[]): Problem {
  return {
    code: 'answers-missing',
    owner: 'you',
    message: say('Answers are missing: {keys}.', '回答が足りません: {keys}', { keys: code(questions.map((question) => question.key).join(', ')) }),
    next: questions.map((question) => say('{flag}: {label}', '{flag}: {label}', { flag: code(`--set ${question.key}=…`), label: question.label })),
  };
}

function together(problems: readonly Problem[]): Problem {
  const [first] = problems;
  if (first !== undefined && problems.length === 1) return first;
  return {
    code: 'answers-invalid',
    owner: 'you',
    message: say('{count} answers cannot be used.', '{count} 件の回答に問題があります。', { count: problems.length }),
    next: problems.map((problem) => problem.message),
    cause: problems,
  };
}

/** Keys of a profile that no question knows: usually a slip of the pen. @throws ProblemError `answers-unknown` */
export function refuseUnknown(catalogue: Catalogue, given: Answers): void {
  const known = new Set(['environment', 'domain.kind']);
  for (const kind of ['custom', 'microsoft', 'none'])
    for (const stop of pathOf(catalogue, { ...given, 'domain.kind': kind }, 'all').stops) known.add(stop.question.key);
  for (const plugins of [catalogue.targets, catalogue.certificates, catalogue.dns])
    for (const plugin of plugins.values()) for (const question of plugin.questions) known.add(question.key);
  const unknown = Object.keys(given).filter((key) => !known.has(key) && !key.startsWith('more.'));
  if (unknown.length === 0) return;
  throw new ProblemError({
    code: 'answers-unknown',
    owner: 'you',
    message: say('No question has the key {keys}.', 'キー {keys} に対応する質問はありません。', { keys: value(unknown.join(', ')) }),
    next: [say('Remove it, or use one of: {known}.', '削除するか、次のいずれかを使ってください: {known}', { known: code([...known].sort().join(', ')) })],
  });
}

import type { Context, Json, Problem, Question } from '../contracts/index.ts';
import { code, say, value } from '../text/say.ts';

const KIND_WORDS = {
  text: say('text', '文字列'),
  path: say('a path', 'パス'),
  number: say('a number', '数値'),
  list: say('a list of texts', '文字列のリスト'),
  choice: say('one of the choices', '選択肢のいずれか'),
  confirm: say('yes or no (true or false)', 'はい・いいえ (true または false)'),
} as const;

/** The type and the question's own check; the same for a typed, a saved and a `--set` answer. null leaves an optional question empty. */
export async function checkAnswer(question: Question, answer: Json, context: Context): Promise<Problem | undefined> {
  if (answer === null) return question.optional === true ? undefined : missing(question);
  switch (question.kind) {
    case 'text':
    case 'path':
      return typeof answer !== 'string' ? wrongKind(question) : answer.trim() === '' ? missing(question) : await question.check?.(answer, context);
    case 'choice':
      return typeof answer !== 'string' ? wrongKind(question) : ((await unlisted(question, answer, context)) ?? (await question.check?.(answer, context)));
    case 'number':
      return typeof answer === 'number' && Number.isFinite(answer) ? await question.check?.(answer, context) : wrongKind(question);
    case 'confirm':
      return typeof answer === 'boolean' ? await question.check?.(answer, context) : wrongKind(question);
    case 'list':
      return isTexts(answer) ? await question.check?.(answer, context) : wrongKind(question);
  }
}

async function unlisted(question: Extract<Question, { kind: 'choice' }>, answer: string, context: Context): Promise<Problem | undefined> {
  const options = await question.options(context);
  const option = options.find((each) => each.value === answer);
  if (option !== undefined) return option.problem;
  return {
    code: 'answer-unlisted',
    owner: 'you',
    message: say('{answer} is no choice for {key}.', '{answer} は {key} の選択肢にありません。', { answer: value(answer), key: code(question.key) }),
    next: [say('Use one of: {options}.', '次のいずれかを指定してください: {options}', { options: code(options.map((each) => each.value).join(', ')) })],
  };
}

function wrongKind(question: Question): Problem {
  return {
    code: 'answer-wrong-type',
    owner: 'you',
    message: say('{key} takes {kind}.', '{key} には{kind}を指定します。', { key: code(question.key), kind: KIND_WORDS[question.kind] }),
    next: [setIt(question)],
  };
}

function missing(question: Question): Problem {
  return {
    code: 'answer-empty',
    owner: 'you',
    message: say('{key} must not be empty.', '{key} は空にできません。', { key: code(question.key) }),
    next: [setIt(question)],
  };
}

function setIt(question: Question) {
  return say('Set it in the profile or with {flag}.', 'プロファイルまたは {flag} で指定してください。', { flag: code(`--set ${question.key}=…`) });
}

function isTexts(answer: Json): answer is readonly string[] {
  return Array.isArray(answer) && answer.every((item) => typeof item === 'string');
}

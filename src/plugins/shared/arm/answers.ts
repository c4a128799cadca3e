import type { Answers } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { code, say } from '../../../core/text/say.ts';

/** An answer that has to be there by now. @throws ProblemError `answer-missing` */
export function requiredText(answers: Answers, key: string): string {
  const found = answers[key];
  if (typeof found === 'string' && found !== '') return found;
  throw new ProblemError({
    code: 'answer-missing',
    owner: 'you',
    message: say('The answer {key} is missing.', '回答 {key} がありません。', { key: code(key) }),
    next: [say('Give it with {flag}, or in the profile.', '{flag} またはプロファイルで指定してください。', { flag: code(`--set ${key}=…`) })],
  });
}

export function optionalText(answers: Answers, key: string): string | undefined {
  const found = answers[key];
  return typeof found === 'string' && found !== '' ? found : undefined;
}

import { ProblemError } from '../../../../core/problems/problem-error.ts';
import { code, say, value } from '../../../../core/text/say.ts';

/** A seed names something that it does not have. */
export const seedReference = (path: string, name: string): ProblemError =>
  new ProblemError({
    code: 'sandbox-seed-reference',
    owner: 'you',
    message: say(
      'The seed names {name} in {path}, but has nothing of that name.',
      'シードの {path} に {name} が指定されていますが、その名前のものはシードにありません。',
      {
        name: value(name),
        path: code(path),
      },
    ),
    next: [say('Add it to the seed, or correct the name.', 'シードに追加するか、名前を修正してください。')],
  });

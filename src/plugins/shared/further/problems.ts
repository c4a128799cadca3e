import type { Problem, Text } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { code, say, value } from '../../../core/text/say.ts';

/** A plugin inside a sentence: as the profile file names it. */
export const named = (spec: string) => ({ plugin: value(spec) });

/** Somebody's plugin cannot be used; its author or the one who listed it can act. Ends with 2: something to be mended before the next run. */
export function pluginProblem(codeWord: string, message: Text, ...next: readonly [Text, ...Text[]]): ProblemError {
  return new ProblemError({ code: codeWord, owner: 'you', message, next });
}

export function trustFirst(spec: string): Text {
  return say('Look at what it would run, and allow it: {command}', '実行される内容を確認してから許可してください: {command}', {
    command: code(`amltls plugin trust ${spec}`),
  });
}

export function tellItsAuthor(): Text {
  return say('Tell whoever made it, or take it out of {key} in the profile file.', '作成者に知らせるか、プロファイル ファイルの {key} から削除してください。', {
    key: code('plugins:'),
  });
}

/** One that was loaded and then did not keep to the contract: ends with 1, nothing in the profile is wrong. */
export function misbehaved(codeWord: string, message: Text, cause?: unknown): Problem {
  return { code: codeWord, owner: 'you', exit: 1, message, next: [tellItsAuthor()], ...(cause === undefined ? {} : { cause }) };
}

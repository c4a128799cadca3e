import type { Problem, Text } from '../contracts/index.ts';
import { lines } from '../text/join.ts';
import { code, say, value } from '../text/say.ts';

/** Something wrong at one place of a profile file. `line` and `column` are 1-based. */
export interface Fault {
  readonly line: number;
  readonly column: number;
  /** Keys and indexes joined by dots; empty for the file as a whole. */
  readonly key: string;
  readonly message: Text;
}

// More than these are one mistake seen many times.
const SHOWN = 20;

/** One problem for all that is wrong with a file. */
export function faultsProblem(path: string, faults: readonly Fault[]): Problem {
  const shown = faults.slice(0, SHOWN).map((fault) => faultLine(path, fault));
  const rest = faults.length - shown.length;
  if (rest > 0) shown.push(say('… and {rest} more', '… ほか {rest} 件', { rest }));
  return {
    code: 'profile-invalid',
    owner: 'you',
    message: lines([say('The profile file has mistakes; nothing was done.', 'プロファイル ファイルに誤りがあります。何も実行していません。'), ...shown]),
    next: [
      say('Correct the places named, then look again with {command}.', '上記の箇所を修正し、{command} で確認してください。', {
        command: code(`amltls profile validate --config ${path}`),
      }),
    ],
  };
}

function faultLine(path: string, fault: Fault): Text {
  return say('{place}: {message}', '{place}: {message}', { place: value(`${path}:${fault.line}:${fault.column}`), message: fault.message });
}

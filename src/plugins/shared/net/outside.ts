import type { Problem, Text } from '../../../core/contracts/index.ts';
import { say, value } from '../../../core/text/say.ts';

/** An environment that stays on this machine is asked to go elsewhere: nothing is sent there. @param next what can be done instead */
export function outsideClosed(where: string, next: Text): Problem {
  return {
    code: 'environment-closed',
    owner: 'you',
    message: say(
      '{where} is outside this machine, and this environment sends nothing there.',
      '{where} はこのコンピューターの外部にあり、この環境からは送信しません。',
      { where: value(where) },
    ),
    next: [next],
  };
}

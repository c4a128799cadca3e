import type { ArmReply, Problem, Text } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { code, say, value } from '../../../core/text/say.ts';
import { cureFor } from './cures.ts';
import { flattened, readServiceError, requestIdOf, type ServiceError } from './service-error.ts';

/** @param what a noun: `say('The update of the compute aks1', 'コンピューティング aks1 の更新')` */
export function armProblem(reply: ArmReply, what: Text): Problem {
  const error = readServiceError(reply.body);
  return serviceProblem(error, what, { status: reply.status, ...optional('requestId', error?.requestId ?? requestIdOf(reply)) });
}

/** @throws ProblemError unless the reply is a success; returns it otherwise */
export function expectOk(reply: ArmReply, what: Text): ArmReply {
  if (reply.status >= 200 && reply.status < 300) return reply;
  throw new ProblemError(armProblem(reply, what));
}

/** What the service said, its words kept as they are, with what can be done about it. */
export function serviceProblem(error: ServiceError | undefined, what: Text, answer: { readonly status?: number; readonly requestId?: string }): Problem {
  const all = error === undefined ? [] : [...flattened(error)];
  const codes = all.flatMap((each) => each.code ?? []);
  const message = [...new Set(all.flatMap((each) => each.message ?? []))].join('\n');
  const cure = cureFor(codes, answer.status);
  const said = message || codes.join(', ') || `HTTP ${answer.status ?? '?'}`;
  return {
    code: cure.code,
    owner: cure.owner,
    exit: cure.exit,
    message:
      codes[0] === undefined
        ? say('{what} failed. Azure says: {said}', '{what}に失敗しました。Azure からの応答: {said}', { what, said: value(said) })
        : say('{what} failed. Azure says: {said} ({code})', '{what}に失敗しました。Azure からの応答: {said} ({code})', {
            what,
            said: value(said),
            code: code(codes.slice(0, 3).join(' / ')),
          }),
    next: cure.next,
    service: {
      ...optional('code', codes[0]),
      ...optional('message', message || undefined),
      ...optional('requestId', answer.requestId ?? error?.requestId),
      ...optional('status', answer.status),
    },
  };
}

function optional<K extends string, V>(key: K, given: V | undefined): { readonly [P in K]?: V } {
  return given === undefined ? {} : ({ [key]: given } as { readonly [P in K]?: V });
}

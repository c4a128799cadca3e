import type { ChangeEvent, Context } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { code, say, value } from '../../../core/text/say.ts';
import { poll } from '../../../core/wait/poll.ts';
import { type AciService, getService, placeOf } from './service.ts';

const PAUSE = 5_000; // ms
const LIMIT = 30 * 60_000; // ms

export const inTransition = (service: AciService): boolean => service.state === 'Transitioning';

/** The service once nothing is going on any more: whoever's operation it is, it is waited for and not fought. */
export function settledService(context: Context): AsyncGenerator<ChangeEvent, AciService | undefined, void> {
  return serviceWhen((service) => service === undefined || !inTransition(service), context);
}

/** The service once it is Healthy, or has failed for good; a container that starts anew is Unhealthy for a while. */
export function healthyService(context: Context): AsyncGenerator<ChangeEvent, AciService | undefined, void> {
  return serviceWhen((service) => service === undefined || service.state === 'Healthy' || service.state === 'Failed', context);
}

async function* serviceWhen(ended: (service: AciService | undefined) => boolean, context: Context): AsyncGenerator<ChangeEvent, AciService | undefined, void> {
  const { clock } = context.env;
  const { name } = await placeOf(context);
  let state = '';
  const result = yield* poll<{ readonly service: AciService | undefined }, ChangeEvent>({
    clock,
    signal: context.signal,
    deadline: clock.now() + LIMIT,
    async look() {
      const service = await getService(context);
      state = service?.state ?? '';
      return ended(service) ? { done: true, value: { service } } : { done: false };
    },
    pause: () => PAUSE,
    event: ({ attempt, startedAt, nextAt }) => ({
      type: 'wait',
      id: `service/${name}`,
      for: say('{name} to become healthy', '{name} の正常な起動', { name: value(name) }),
      attempt,
      startedAt,
      nextAt,
      deadline: startedAt + LIMIT,
      seen: state,
    }),
  });
  if (result === undefined) throw stillBusy(name, state);
  return result.service;
}

function stillBusy(name: string, state: string): ProblemError {
  return new ProblemError({
    code: 'aci-still-busy',
    owner: 'service',
    exit: 3,
    message: say('{name} has been in the state {state} for half an hour.', '{name} は 30 分にわたり {state} のままです。', {
      name: value(name),
      state: value(state),
    }),
    next: [
      say('Run {command} again later; it goes on from here.', 'あとで {command} をもう一度実行してください。ここから再開します。', {
        command: code('amltls replay'),
      }),
      say('Look at the logs of its containers: {command}.', 'コンテナーのログを確認してください: {command}', { command: code('az container logs') }),
    ],
  });
}

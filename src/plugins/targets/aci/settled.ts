import type { ChangeEvent, Context } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { code, say, value } from '../../../core/text/say.ts';
import { whenSettled } from '../../shared/arm/settled.ts';
import { logsCommand } from './by-az.ts';
import { type AciService, getService, placeOf, type ServicePlace } from './service.ts';

const PAUSE = 5_000; // ms
const LIMIT = 30 * 60_000; // ms

export const inTransition = (service: AciService): boolean => service.state === 'Transitioning';

/** The service once nothing is going on any more. */
export function settledService(context: Context): AsyncGenerator<ChangeEvent, AciService | undefined, void> {
  return serviceWhen((service) => service === undefined || !inTransition(service), context);
}

/** The service once it is Healthy, or has failed for good; a container that starts anew is Unhealthy for a while. */
export function healthyService(context: Context): AsyncGenerator<ChangeEvent, AciService | undefined, void> {
  return serviceWhen((service) => service === undefined || service.state === 'Healthy' || service.state === 'Failed', context);
}

async function* serviceWhen(ended: (service: AciService | undefined) => boolean, context: Context): AsyncGenerator<ChangeEvent, AciService | undefined, void> {
  const place = await placeOf(context);
  const { name } = place;
  return yield* whenSettled(
    {
      id: `service/${name}`,
      what: say('{name} to become healthy', '{name} の正常な起動', { name: value(name) }),
      pauseMs: PAUSE,
      limitMs: LIMIT,
      look: () => getService(context),
      settled: ended,
      stateOf: (service) => service?.state ?? '',
      stillBusy: (state) => stillBusy(place, state),
    },
    context,
  );
}

function stillBusy(place: ServicePlace, state: string): ProblemError {
  return new ProblemError({
    code: 'aci-still-busy',
    owner: 'service',
    exit: 3,
    message: say('{name} has been in the state {state} for half an hour.', '{name} は 30 分にわたり {state} のままです。', {
      name: value(place.name),
      state: value(state),
    }),
    next: [
      say('Run {command} again later; it goes on from here.', 'あとで {command} をもう一度実行してください。ここから再開します。', {
        command: code('amltls replay'),
      }),
      say('Look at the logs of its containers: {command}.', 'コンテナーのログを確認してください: {command}', { command: code(logsCommand(place)) }),
    ],
  });
}

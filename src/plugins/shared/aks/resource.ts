import type { Answers, ChangeEvent, Context } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { code, say, value } from '../../../core/text/say.ts';
import { getResource } from '../arm/requests.ts';
import { computeApiVersion, computePath } from '../arm/resources.ts';
import { whenSettled } from '../arm/settled.ts';
import { textAnswer } from '../web-service/fields.ts';
import { type AksCompute, inProgress, readCompute } from './compute.ts';

const PAUSE = 10_000; // ms
const LIMIT = 60 * 60_000; // ms

/** What the compute is, by its address. */
export function computeRequest(answers: Answers): { readonly name: string; readonly path: string; readonly apiVersion: string } {
  const name = textAnswer(answers, 'target.computeName') ?? '';
  return { name, path: computePath(answers, name), apiVersion: computeApiVersion(answers) };
}

/** As the service shows it now; undefined where it does not exist. */
export async function getCompute({ env, answers, signal }: Context): Promise<AksCompute | undefined> {
  const { name, path, apiVersion } = computeRequest(answers);
  const body = await getResource(env.arm, { path, apiVersion }, signal);
  return body === undefined ? undefined : readCompute(name, body);
}

/** The same once nothing is going on any more. */
export function settledCompute(context: Context): AsyncGenerator<ChangeEvent, AksCompute | undefined, void> {
  const { name } = computeRequest(context.answers);
  return whenSettled(
    {
      id: `compute/${name}`,
      what: say('{name} to finish what it is doing', '{name} で実行中の操作の完了', { name: value(name) }),
      pauseMs: PAUSE,
      limitMs: LIMIT,
      look: () => getCompute(context),
      settled: (compute) => compute === undefined || !inProgress(compute),
      stateOf: (compute) => compute?.provisioningState ?? '',
      stillBusy: (state) => stillBusy(name, state),
    },
    context,
  );
}

function stillBusy(name: string, state: string): ProblemError {
  return new ProblemError({
    code: 'aks-still-busy',
    owner: 'service',
    exit: 3,
    message: say('{name} has been in the state {state} for an hour.', '{name} は 1 時間にわたり {state} のままです。', {
      name: value(name),
      state: value(state),
    }),
    next: [
      say('Run {command} again later; it goes on from here.', 'あとで {command} をもう一度実行してください。ここから再開します。', {
        command: code('amltls replay'),
      }),
      say('Look at the compute in Azure Machine Learning studio.', 'Azure Machine Learning スタジオでコンピューティングを確認してください。'),
    ],
  });
}

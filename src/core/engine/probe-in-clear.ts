import type { Context, Endpoints, RunEvent, Text } from '../contracts/index.ts';
import { code, say, value } from '../text/say.ts';
import { poll } from '../wait/poll.ts';

const PATIENCE_MS = 2 * 60_000; // a front end that is told to answers in clear within minutes
const PAUSE_MS = 5_000;

/** Looks whether the scoring URI answers in clear, and says so. @param fresh it was just switched: the front end gets its time */
export async function* probeInClear({ scoringUris, addresses }: Endpoints, context: Context, fresh: boolean): AsyncGenerator<RunEvent, void, void> {
  const [uri] = scoringUris;
  if (uri === undefined) return;
  const { clock, http } = context.env;
  const at = addresses[0] === undefined ? {} : { address: addresses[0] };
  let last: Text = silent(uri, '');
  const seen = yield* poll<Text, RunEvent>({
    clock,
    signal: context.signal,
    deadline: clock.now() + (fresh ? PATIENCE_MS : 0),
    async look() {
      const probe = await http.probe(uri, at, context.signal);
      if (probe.seen) return { done: true, value: answers(uri, probe.status) };
      last = silent(uri, `${probe.layer.toUpperCase()}: ${probe.reason}`);
      return { done: false };
    },
    pause: () => PAUSE_MS,
    event: (pause) => ({ type: 'wait', id: 'disable:http', for: say('the http URI to answer', 'http の URI の応答'), ...pause, seen: last }),
  });
  yield seen === undefined ? { type: 'note', level: 'warn', text: last } : { type: 'note', level: 'info', text: seen };
}

function answers(uri: string, status: number): Text {
  return say('{uri} answers (HTTP {status}).', '{uri} は応答しています (HTTP {status})。', { uri: value(uri), status: code(String(status)) });
}

function silent(uri: string, why: string): Text {
  return say('{uri} does not answer yet. {why}', '{uri} はまだ応答していません。{why}', { uri: value(uri), why: value(why) });
}

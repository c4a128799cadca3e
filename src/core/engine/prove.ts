import type { CertBundle, Endpoints, Problem, RunEvent, Summary, Text } from '../contracts/index.ts';
import { replayCommand } from '../profile/profile-command.ts';
import { code, say } from '../text/say.ts';
import { poll } from '../wait/poll.ts';
import { judgeServed, type Verdict } from './judge-served.ts';
import type { Prepared } from './prepare.ts';
import { summaryOf } from './summary-of.ts';

const USUAL_MS = 10 * 60_000; // a front end that has its certificate serves it within minutes
const PAUSE_MS = 5_000;

/** What the outside world shows after a deployment. */
export interface Proof {
  readonly endpoints: Endpoints;
  readonly summary: Summary;
  /** Nothing can answer yet: what has to happen first. */
  readonly waiting?: Text;
  readonly problem?: Problem;
}

export interface Proving {
  readonly prepared: Prepared;
  readonly bundle: CertBundle | undefined;
  /** ms since the epoch of the environment's clock */
  readonly deadline: number | undefined;
  /** Something was just changed: the front end gets its time. */
  readonly fresh: boolean;
}

interface Seen {
  readonly endpoints: Endpoints | undefined;
  readonly verdict: Verdict;
}

/** Reads the resource, checks its scoring URI and looks at what every address serves, until it is right or the time is up. */
export async function* prove(proving: Proving): AsyncGenerator<RunEvent, Proof, void> {
  const { clock } = proving.prepared.context.env;
  const seen = yield* lookUntilRight(proving);
  const { verdict } = seen;
  const endpoints = seen.endpoints ?? NOWHERE;
  const served = verdict.state === 'waiting' ? undefined : verdict.served;
  const summary = summaryOf(endpoints, served, clock.now());
  if (verdict.state === 'waiting') {
    // The resource was read back as it was deployed: without the record the next run could not tell that nothing is to be done.
    if (proving.fresh) await remember(proving, endpoints, proving.bundle?.fingerprintSha256);
    return { endpoints, summary, waiting: verdict.text };
  }
  if (verdict.state === 'unreachable' && endpoints.internal) {
    yield { type: 'note', level: 'warn', text: say('The internal endpoint cannot be reached from here.', '内部エンドポイントにはここから到達できません。') };
  } else if (verdict.state !== 'right') {
    return { endpoints, summary, problem: notServed(verdict.text, proving) };
  }
  await remember(proving, endpoints, served?.fingerprintSha256 ?? proving.bundle?.fingerprintSha256);
  return { endpoints, summary };
}

const NOWHERE: Endpoints = { scoringUris: [], addresses: [], port: 443, internal: false, records: [] };

async function* lookUntilRight({ prepared, bundle, deadline, fresh }: Proving): AsyncGenerator<RunEvent, Seen, void> {
  const { context, domain, target } = prepared;
  const { clock } = context.env;
  const now = clock.now();
  const until = fresh ? Math.min(now + USUAL_MS, deadline ?? Number.POSITIVE_INFINITY) : now;
  const look = async (): Promise<Seen> => {
    const endpoints = await target.endpoints(domain, context);
    return { endpoints, verdict: await judgeServed(endpoints, domain, bundle, context) };
  };
  let last = await look();
  const right = yield* poll<Seen, RunEvent>({
    clock,
    signal: context.signal,
    deadline: until,
    async look(attempt) {
      if (attempt > 1) last = await look();
      const open = last.verdict.state === 'wrong' || last.verdict.state === 'unreachable';
      return open ? { done: false } : { done: true, value: last };
    },
    pause: () => PAUSE_MS,
    event: ({ attempt, startedAt, nextAt }) => ({
      type: 'wait',
      id: 'deploy:served',
      for: say('the endpoint to serve the certificate', 'エンドポイントへの証明書の反映'),
      attempt,
      startedAt,
      nextAt,
      deadline: until,
      seen: last.verdict.text,
    }),
  });
  return right ?? last;
}

async function remember({ prepared, bundle }: Proving, endpoints: Endpoints, fingerprint: string | undefined): Promise<void> {
  const at = new Date(prepared.context.env.clock.now()).toISOString();
  await prepared.kept.keep({
    at,
    ...(fingerprint === undefined ? {} : { fingerprintSha256: fingerprint }),
    ...(endpoints.modifiedOn === undefined ? {} : { modifiedOn: endpoints.modifiedOn }),
  });
  if (bundle !== undefined) await prepared.kept.pairs.keep(bundle, at);
}

function notServed(seen: Text, { prepared }: Proving): Problem {
  return {
    code: 'not-served',
    owner: 'service',
    exit: 3,
    message: say(
      'The deployment succeeded, but the endpoint does not show it. {seen}',
      'デプロイは成功しましたが、エンドポイントに反映されていません。{seen}',
      { seen },
    ),
    next: [
      say('Look again in a few minutes: {command}.', '数分後にもう一度確認してください: {command}', {
        command: code(replayCommand(prepared.context)),
      }),
      say(
        'If it stays so, redeploy the service on the cluster; its scoring URI is set when it is deployed.',
        '変わらない場合はサービスを再デプロイしてください。スコアリング URI はデプロイ時に決まります。',
      ),
    ],
  };
}

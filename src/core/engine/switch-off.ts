import type { Outcome, RunEvent, Summary, TargetPlan, Text } from '../contracts/index.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { say, value } from '../text/say.ts';
import { applyChanges } from './apply-changes.ts';
import type { Parts } from './parts.ts';
import { summaryOf } from './summary-of.ts';
import { failedOutcome, withOutcome } from './with-outcome.ts';

/** What switching TLS off would do. */
export interface SwitchOff {
  readonly parts: Parts;
  readonly plan: TargetPlan;
  /** What a person has to know before saying yes. */
  readonly consequences: readonly Text[];
  /** Names that lead nowhere secure afterwards. */
  readonly dangling: readonly string[];
}

/** @throws ProblemError `disable-unsupported`, what the target finds */
export async function prepareSwitchOff(parts: Parts): Promise<SwitchOff> {
  const { target, domain, context } = parts;
  if (target.disable === undefined) throw unsupported(target.title);
  const plan = await target.disable(context);
  const endpoints = await target.endpoints(domain, context);
  const names = [...new Set([...(endpoints?.host === undefined ? [] : [endpoints.host]), ...(endpoints?.records ?? []).map((record) => record.name)])];
  return {
    parts,
    plan,
    dangling: names,
    consequences: [
      say('The scoring URI becomes http: keys and data travel in clear.', 'スコアリング URI は http になり、キーとデータは暗号化されずに送信されます。'),
      ...plan.notes,
    ],
  };
}

/** Switches TLS off and looks at the http URI. The last event is the outcome. */
export async function* switchOff({ parts, plan, dangling }: SwitchOff): AsyncGenerator<RunEvent, void, void> {
  const { context, kept, target } = parts;
  const { env, signal } = context;
  yield* withOutcome(context, async function* (): AsyncGenerator<RunEvent, Outcome, void> {
    await using _lock = await kept.lock();
    const journal = await kept.journal();
    yield { type: 'step', step: 'deploy', state: 'started' };
    const applied = yield* applyChanges(plan.changes, { context, journal, wait: true, deadline: undefined });
    if (applied.type === 'failed') return failedOutcome(applied.problem);
    yield { type: 'step', step: 'deploy', state: 'done' };
    await kept.keep({ at: new Date(env.clock.now()).toISOString() });
    const endpoints = await target.endpoints({ kind: 'none' }, context);
    const summary: Summary | undefined = endpoints === undefined ? undefined : summaryOf(endpoints, undefined, env.clock.now());
    for (const uri of endpoints?.scoringUris ?? []) {
      const [address] = endpoints?.addresses ?? [];
      const probe = await env.http.probe(uri, address === undefined ? {} : { address }, signal);
      yield { type: 'note', level: probe.seen ? 'info' : 'warn', text: probed(uri, probe.seen) };
    }
    const changed = applied.type === 'done' && applied.changed;
    return {
      type: 'outcome',
      status: changed ? 'done' : 'unchanged',
      exitCode: 0,
      changed,
      next: changed ? dangling.map(danglingText) : [],
      ...(summary === undefined ? {} : { summary }),
    };
  });
}

function probed(uri: string, answers: boolean): Text {
  return answers
    ? say('{uri} answers.', '{uri} は応答しています。', { uri: value(uri) })
    : say('{uri} does not answer yet.', '{uri} はまだ応答していません。', { uri: value(uri) });
}

function danglingText(name: string): Text {
  return say(
    'The name {name} still leads here: take its DNS record away once nobody uses it, or somebody else may get the address.',
    '名前 {name} はまだここを指しています。使用しなくなったら DNS レコードを削除してください。アドレスが他者に割り当てられる可能性があります。',
    { name: value(name) },
  );
}

function unsupported(target: Text): ProblemError {
  return new ProblemError({
    code: 'disable-unsupported',
    owner: 'you',
    message: say('{target} cannot switch TLS off.', '{target} では TLS をオフにできません。', { target }),
    next: [say('Use the tools of the target itself.', 'ターゲット側のツールを使用してください。')],
  });
}

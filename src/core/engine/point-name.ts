import type { CertBundle, DnsPlugin, DnsRecord, Problem, RunEvent, Text } from '../contracts/index.ts';
import { listAnswer } from '../dns/list-answer.ts';
import { waitWithCauses } from '../dns/waiting-with-causes.ts';
import { parseDuration } from '../text/parse-duration.ts';
import { code, say, value } from '../text/say.ts';
import { type Applied, type Applying, applyChanges } from './apply-changes.ts';
import { checkByName } from './check-by-name.ts';
import type { Prepared } from './prepare.ts';

const USUAL_MS = 2 * 3_600_000;

export interface Pointing {
  readonly prepared: Prepared;
  readonly bundle: CertBundle | undefined;
  readonly dns: DnsPlugin;
  readonly records: readonly DnsRecord[];
  readonly applying: Applying;
  /** Something answers at the address already, so the name can be checked all the way. */
  readonly served: boolean;
}

export interface Pointed {
  readonly applied: Applied;
  readonly problem?: Problem;
  /** What is left to time or to a person. */
  readonly left?: Text;
}

/** Writes or asks for the records, waits until DNS shows them, and then looks at the service by its name, as a client would. */
export async function* pointName({ prepared, bundle, dns, records, applying, served }: Pointing): AsyncGenerator<RunEvent, Pointed, void> {
  const { context } = prepared;
  const applied = yield* applyChanges(await dns.plan(records, context), applying);
  if (applied.type !== 'done') return { applied };
  const limit = parseDuration(String(context.answers['dns.timeout'] ?? '')) ?? USUAL_MS;
  const deadline = applying.wait ? (applying.deadline ?? context.env.clock.now() + limit) : context.env.clock.now();
  const resolvers = listAnswer(context.answers['dns.resolvers']);
  const { right } = yield* waitWithCauses({ env: context.env, records, resolvers, deadline, signal: context.signal });
  if (!right) return applying.wait ? { applied, problem: lateProblem(records, context.profile) } : { applied, left: laterText(records) };
  const problem = served ? yield* checkByName(prepared, bundle, records) : undefined;
  return problem === undefined ? { applied } : { applied, problem };
}

function shown(records: readonly DnsRecord[]) {
  return value(records.map((record) => `${record.name} ${record.type} ${record.data}`).join(', '));
}

function laterText(records: readonly DnsRecord[]): Text {
  return say('DNS does not show {records} everywhere yet.', 'DNS にはまだ {records} が行き渡っていません。', { records: shown(records) });
}

function lateProblem(records: readonly DnsRecord[], profile: string | undefined): Problem {
  const command = code(profile === undefined ? 'amltls secure' : `amltls replay ${profile}`);
  return {
    code: 'dns-not-yet',
    owner: 'you',
    exit: 3,
    message: say('The time is up and DNS does not show {records} everywhere.', '制限時間内に DNS に {records} が反映されませんでした。', {
      records: shown(records),
    }),
    next: [
      say(
        'Check the record at the host of your zone: type, name and value exactly as shown.',
        'ゾーンのホスト側でレコードの種類、名前、値が表示どおりか確認してください。',
      ),
      say('Run {command} again: it only waits for what is missing.', '{command} をもう一度実行すると、足りないものだけを待ちます。', { command }),
    ],
  };
}

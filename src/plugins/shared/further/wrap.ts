import type {
  CertificatePlugin,
  DnsPlugin,
  EnvironmentPlugin,
  Plugin,
  Question,
  TargetInput,
  TargetPlan,
  TargetPlugin,
} from '../../../core/contracts/index.ts';
import { refKey } from './confine.ts';
import { createGuard, type Guard } from './guard.ts';
import { knownSecrets } from './known-secrets.ts';
import { lend } from './lend.ts';
import type { Thread } from './thread.ts';

/** A further plugin as the engine knows plugins: the same contract, every call of it guarded. @param plugin checked, its functions reaching into the thread */
export function wrap(spec: string, plugin: Plugin, thread: Thread): Plugin {
  const granted = new Set<string>();
  const guard = createGuard(thread, { spec, kind: plugin.kind, id: plugin.id, secrets: knownSecrets(), granted, contexts: new WeakMap() });
  const { ready } = plugin;
  const shared = {
    questions: plugin.questions.map((question) => questionOf(question, guard)),
    ...(ready === undefined ? {} : { ready: (context: Parameters<typeof ready>[0]) => guard.call('ready', 'problem', ready, context) }),
  };
  switch (plugin.kind) {
    case 'dns':
      return { ...plugin, ...shared, ...dnsOf(plugin, guard) };
    case 'certificate':
      return { ...plugin, ...shared, ...certificateOf(plugin, guard) };
    case 'target':
      return { ...plugin, ...shared, ...targetOf(plugin, guard, (input) => grant(input, granted)) };
    case 'environment':
      return { ...plugin, ...shared, ...environmentOf(plugin, thread) };
  }
}

function questionOf(question: Question, guard: Guard): Question {
  const { when, initial, check } = question;
  const guarded = {
    ...question,
    ...(when === undefined ? {} : { when: (answers: Parameters<typeof when>[0]) => guard.pure(`when of ${question.key}`, () => when(answers)) === true }),
    ...(initial === undefined
      ? {}
      : { initial: (context: Parameters<typeof initial>[0]) => guard.call(`initial of ${question.key}`, 'anything', initial as never, context) }),
    ...(check === undefined
      ? {}
      : {
          check: (value: never, context: Parameters<typeof initial & {}>[0]) =>
            guard.call(`check of ${question.key}`, 'problem', (given) => check(value, given), context),
        }),
  } as Question;
  if (guarded.kind === 'choice') {
    const { options } = guarded;
    return { ...guarded, options: (context) => guard.call(`options of ${question.key}`, 'options', options, context) };
  }
  if (guarded.kind === 'text' && guarded.suggest !== undefined) {
    const { suggest } = guarded;
    return { ...guarded, suggest: (context) => guard.call(`suggest of ${question.key}`, 'suggestions', suggest, context) };
  }
  return guarded;
}

function dnsOf({ plan, undo }: DnsPlugin, guard: Guard): Partial<DnsPlugin> {
  return {
    plan: async (records, context) => guard.changes(await guard.call('plan', 'changes', (given) => plan(records, given), context)),
    ...(undo === undefined
      ? {}
      : {
          undo: async (records, context, before) => guard.changes(await guard.call('undo', 'changes', (given) => undo(records, given, before), context)),
        }),
  };
}

function certificateOf({ plan, dueFrom }: CertificatePlugin, guard: Guard): Partial<CertificatePlugin> {
  return {
    async plan(names, context, dns, early) {
      const lent = dns === undefined ? undefined : lend(dns, context);
      const { bundle, findings, changes } = await guard.call('plan', 'certificatePlan', (given) => plan(names, given, lent, early), context);
      return { ...(bundle === undefined ? {} : { bundle }), findings: guard.scrub(findings), changes: guard.changes(changes) };
    },
    ...(dueFrom === undefined ? {} : { dueFrom: (names, context) => guard.call('dueFrom', 'due', (given) => dueFrom(names, given), context) }),
  };
}

function targetOf(plugin: TargetPlugin, guard: Guard, granting: (input: TargetInput) => void): Partial<TargetPlugin> {
  const { plan, endpoints, renew, disable, equivalents } = plugin;
  const planOf = ({ changes, ...rest }: TargetPlan): TargetPlan => ({ ...guard.scrub(rest), changes: guard.changes(changes) });
  return {
    async plan(input, context) {
      granting(input);
      return planOf(await guard.call('plan', 'targetPlan', (given) => plan(input, given), context));
    },
    endpoints: (domain, context) => guard.call('endpoints', 'endpoints', (given) => endpoints(domain, given), context),
    ...(renew === undefined
      ? {}
      : { renew: async (domain, context) => planOf(await guard.call('renew', 'targetPlan', (given) => renew(domain, given), context)) }),
    ...(disable === undefined ? {} : { disable: async (context) => planOf(await guard.call('disable', 'targetPlan', disable, context)) }),
    equivalents: (operation, domain, context) => guard.callSync('equivalents', 'equivalents', (given) => equivalents(operation, domain, given), context),
  };
}

function grant({ bundle }: TargetInput, granted: Set<string>): void {
  if (bundle !== undefined) granted.add(refKey(bundle.key));
}

function environmentOf({ open }: EnvironmentPlugin, thread: Thread): Pick<EnvironmentPlugin, 'open'> {
  return { open: (context) => thread.alive(open(context)) };
}

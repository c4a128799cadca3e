import { z } from 'zod/mini';
import type { Plugin, Text } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { lines } from '../../../core/text/join.ts';
import { code, say, value } from '../../../core/text/say.ts';
import { misbehaved, named } from './problems.ts';

const text = z.union([z.string(), z.object({ en: z.string(), ja: z.string(), with: z.optional(z.record(z.string(), z.unknown())) })]);
const work = z.custom<(...args: never[]) => unknown>((given) => typeof given === 'function', 'expected a function');
const optionalWork = z.optional(work);

const question = z.object({
  kind: z.enum(['text', 'number', 'path', 'list', 'choice', 'confirm']),
  key: z.string(),
  label: text,
  help: z.optional(text),
  learn: z.optional(text),
  when: optionalWork,
  initial: optionalWork,
  check: optionalWork,
  suggest: optionalWork,
  options: optionalWork,
});

const base = { id: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,63}$/)), title: text, summary: text, questions: z.array(question), ready: optionalWork };

const shapes = z.discriminatedUnion('kind', [
  z.object({ ...base, kind: z.literal('dns'), plan: work, undo: optionalWork }),
  z.object({ ...base, kind: z.literal('certificate'), plan: work, dueFrom: optionalWork }),
  z.object({ ...base, kind: z.literal('environment'), open: work }),
  z.object({
    ...base,
    kind: z.literal('target'),
    domains: z.array(z.enum(['custom', 'microsoft', 'none'])).check(z.minLength(1)),
    plan: work,
    endpoints: work,
    equivalents: work,
    renew: optionalWork,
    disable: optionalWork,
  }),
]);

/** What a plugin's module exports, if it is a plugin that this program understands. @throws ProblemError `plugin-api`, `plugin-invalid` */
export function checkShape(spec: string, exported: unknown): Plugin {
  const api: unknown = typeof exported === 'object' && exported !== null && 'api' in exported ? exported.api : undefined;
  if (typeof exported === 'object' && exported !== null && api !== 1) throw otherApi(spec, api);
  const parsed = shapes.safeParse(exported);
  const faults = parsed.success
    ? keyFaults(exported as Plugin)
    : parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'default export'}: ${message}`);
  if (faults.length > 0) throw invalid(spec, faults);
  return exported as Plugin;
}

// Its keys stand in its own section of the profile, where no built-in question looks.
function keyFaults({ kind, questions }: Plugin): readonly string[] {
  const keys = questions.map(({ key }) => key);
  const strayed = keys.filter((key) => !new RegExp(`^${kind}\\.[A-Za-z][A-Za-z0-9.]*$`).test(key) || key === `${kind}.plugin`);
  const twice = keys.filter((key, at) => keys.indexOf(key) !== at);
  const withoutOptions = questions.filter((each) => each.kind === 'choice' && typeof each.options !== 'function');
  return [
    ...strayed.map((key) => `questions: ${key} does not begin with ${kind}.`),
    ...twice.map((key) => `questions: ${key} is asked twice`),
    ...withoutOptions.map(({ key }) => `questions: ${key} is a choice without options()`),
  ];
}

function otherApi(spec: string, api: unknown): ProblemError {
  return new ProblemError(
    misbehaved(
      'plugin-api',
      say('{plugin} is written for api {theirs}; this amltls has api {ours}.', '{plugin} は api {theirs} 向けです。この amltls の api は {ours} です。', {
        ...named(spec),
        theirs: code(String(api)),
        ours: code('1'),
      }),
    ),
  );
}

function invalid(spec: string, faults: readonly string[]): ProblemError {
  const shown: readonly Text[] = faults.slice(0, 10).map((fault) => say('{fault}', '{fault}', { fault: value(fault) }));
  return new ProblemError(
    misbehaved(
      'plugin-invalid',
      lines([say('{plugin} is no plugin of amltls:', '{plugin} は amltls のプラグインとして正しくありません:', named(spec)), ...shown]),
    ),
  );
}

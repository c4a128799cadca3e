import { z } from 'zod/mini';
import type { ChangeEvent } from '../../../core/contracts/index.ts';

const text = z.union([z.string(), z.object({ en: z.string(), ja: z.string() })]);
const finding = z.object({ code: z.string(), severity: z.enum(['error', 'warning', 'info']), subject: z.string(), message: text, next: z.array(text) });
const record = z.object({ name: z.string(), type: z.string(), data: z.string() });

const change = z.object({
  id: z.string(),
  step: z.enum(['domain', 'certificate', 'deploy', 'dns']),
  title: text,
  effect: z.enum(['create', 'update', 'delete', 'by-hand', 'none']),
  apply: z.custom<unknown>((given) => typeof given === 'function', 'expected a function'),
});

const bundle = z.object({
  chainPem: z.string(),
  key: z.object({ from: z.enum(['env', 'file', 'prompt']), name: z.string() }),
  names: z.array(z.string()),
  notBefore: z.string(),
  notAfter: z.string(),
  fingerprintSha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});

const problem = z.object({ code: z.string(), owner: z.enum(['you', 'service', 'amltls']), message: text, next: z.array(text) });
const targetPlan = z.object({ changes: z.array(change), findings: z.array(finding), notes: z.array(text) });

/** What each function of a plugin has to answer, as far as the engine relies on it. */
export const RESULTS = {
  changes: z.array(change),
  targetPlan,
  certificatePlan: z.object({ bundle: z.optional(bundle), findings: z.array(finding), changes: z.array(change) }),
  endpoints: z.optional(
    z.object({ scoringUris: z.array(z.string()), addresses: z.array(z.string()), port: z.number(), internal: z.boolean(), records: z.array(record) }),
  ),
  equivalents: z.array(z.object({ tool: z.enum(['python', 'az']), title: text, code: z.string(), notes: z.array(text) })),
  options: z.array(z.object({ value: z.string(), label: text })),
  suggestions: z.object({ items: z.array(z.object({ value: z.string(), label: text })) }),
  due: z.optional(z.object({ fingerprintSha256: z.string(), from: z.number() })),
  problem: z.optional(problem),
  environment: z.object({ id: z.string(), practice: z.boolean() }),
  anything: z.unknown(),
} as const;

export type ResultKind = keyof typeof RESULTS;

const EVENTS: ReadonlySet<unknown> = new Set<ChangeEvent['type']>(['wait', 'operation', 'instruct', 'finding', 'note']);

export function isEvent(given: unknown): given is ChangeEvent {
  return typeof given === 'object' && given !== null && 'type' in given && EVENTS.has(given.type);
}

/** What is wrong with an answer; undefined where nothing is. */
export function faultOf(kind: ResultKind, given: unknown): string | undefined {
  const parsed = RESULTS[kind].safeParse(given);
  if (parsed.success) return undefined;
  const [issue] = parsed.error.issues;
  return `${issue?.path.join('.') || 'its answer'}: ${issue?.message}`;
}

import type { Applying, ArmReply, Context, JsonObject, Pending, Text } from '../../../core/contracts/index.ts';
import { say, value } from '../../../core/text/say.ts';
import { followOperation } from '../arm/follow-operation.ts';
import { type AksCompute, receiptOf } from './compute.ts';
import { computeRequest, settledCompute } from './resource.ts';
import { updateBody } from './update-body.ts';

const LIMIT = 60 * 60_000; // ms

/** One PUT that changes the TLS of a compute that exists: from the settled GET, followed, read back. */
export interface TlsChange {
  readonly what: (name: string) => Text;
  /** `sslConfiguration` of the body, from what the GET gave. */
  readonly ssl: (compute: AksCompute) => JsonObject;
  /** True where it is so already: nothing is sent. A renewal leaves no trace in a GET and is never there. */
  readonly isThere: (compute: AksCompute) => boolean;
  /** Says what speaks against sending it. @throws ProblemError */
  readonly refuse: (compute: AksCompute | undefined) => AksCompute;
  /** Says what is wrong with the compute that was read back afterwards. @throws ProblemError */
  readonly prove: (compute: AksCompute | undefined) => AksCompute;
  /** Said where it may have been sent before and nothing can tell. */
  readonly again?: Text;
}

/** Goes on with an operation that was begun, otherwise sends; in both cases reads back. */
export async function* applyTlsChange(change: TlsChange, context: Context, pending: Pending | undefined): Applying {
  if (pending?.operation !== undefined) yield* follow(change, context, { pending });
  else {
    const before = change.refuse(yield* settledCompute(context));
    if (!change.isThere(before)) {
      if (pending !== undefined && change.again !== undefined) yield { type: 'note', level: 'warn', text: change.again };
      yield* follow(change, context, { reply: await send(change, before, context) });
    }
  }
  return receiptOf(change.prove(yield* settledCompute(context)));
}

async function send(change: TlsChange, compute: AksCompute, { env, answers, signal }: Context): Promise<ArmReply> {
  const { path, apiVersion } = computeRequest(answers);
  return await env.arm.send({ method: 'PUT', path, apiVersion, body: updateBody(compute.body, { ssl: change.ssl(compute) }) }, signal);
}

async function* follow(change: TlsChange, { env, answers, signal }: Context, begun: { readonly reply: ArmReply } | { readonly pending: Pending }) {
  const { name, path, apiVersion } = computeRequest(answers);
  yield* followOperation({
    arm: env.arm,
    clock: env.clock,
    signal,
    id: `compute/${name}`,
    what: change.what(name),
    resource: path,
    apiVersion,
    deadline: env.clock.now() + LIMIT,
    ...begun,
  });
}

/** What a plan shows of it. */
export function previewOfTlsChange(change: TlsChange, compute: AksCompute, context: Context) {
  const { path, apiVersion } = computeRequest(context.answers);
  return { method: 'PUT', path: `${path}?api-version=${apiVersion}`, body: updateBody(compute.body, { ssl: change.ssl(compute) }) };
}

/** The name of a compute inside a sentence. */
export const named = (name: string) => ({ name: value(name) });

export const RENEWAL = (name: string): Text => say('The renewal of the certificate on {name}', '{name} の証明書の更新', named(name));
export const SWITCH_OFF = (name: string): Text => say('Switching TLS off on {name}', '{name} の TLS の無効化', named(name));

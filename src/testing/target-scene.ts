import assert from 'node:assert/strict';
import type { CertBundle, Context, Domain, TargetInput } from '../core/contracts/index.ts';
import { domainOf } from '../core/domain/domain-of.ts';
import type { TargetCase } from './target.ts';
import type { TargetWorld } from './target-world.ts';

export interface Scene {
  readonly world: TargetWorld;
  readonly context: Context;
  readonly domain: Domain;
  readonly input: TargetInput;
}

/** A profile in a world: prepared, its certificate made. */
export async function sceneOf(world: TargetWorld, { answers, prepare }: Pick<TargetCase, 'answers' | 'prepare'>): Promise<Scene> {
  await prepare?.(world);
  const context = world.context(answers);
  const domain = domainOf(context.answers);
  const bundle = domain.kind === 'custom' ? await world.bundle(domain.fqdn) : undefined;
  return { world, context, domain, input: { domain, redeploy: false, ...(bundle === undefined ? {} : { bundle }) } };
}

/** Nothing of the pair is in what is kept or shown: no PEM, no DER as base64, no base64 of the PEM. */
export function holdsNoSecret(kept: unknown, bundle: CertBundle | undefined): void {
  const text = JSON.stringify(kept);
  assert.doesNotMatch(text, /-----BEGIN/);
  assert.doesNotMatch(text, /MI[IG][A-Za-z0-9+/]{20}/);
  assert.doesNotMatch(text, /LS0tLS1CRUdJTi/);
  if (bundle !== undefined) assert.ok(!text.includes(bundle.chainPem.split('\n')[1] ?? '?'));
}

import type { Finding } from '../contracts/index.ts';
import { rememberingZones } from '../wait/propagation/zones.ts';
import { aliasCauses } from './causes/alias.ts';
import { caaCauses, type Issuer } from './causes/caa.ts';
import { cacheCauses } from './causes/caches.ts';
import { dnssecCauses } from './causes/dnssec.ts';
import { recordCauses } from './causes/record.ts';
import { serverCauses } from './causes/servers.ts';
import { zoneCauses } from './causes/zone.ts';
import { type Facts, gatherFacts, type LookAtName } from './facts.ts';

export interface DiagnoseOptions extends Omit<LookAtName, 'zoneOf'> {
  readonly zoneOf?: LookAtName['zoneOf'];
  /** Who issued the present certificate, or is to issue the next. */
  readonly issuer?: Issuer;
}

export interface Diagnosis {
  readonly facts: Facts;
  /** Causes with cures, the most telling first; empty where all is well. */
  readonly findings: readonly Finding[];
}

const RANK = { error: 0, warning: 1, info: 2 } as const;

/**
 * Why a name does not lead where it should, or may stop to: looks at its zone, at every server of it, and, once those are right, at the resolvers.
 * Never throws for what servers do; throws the signal's reason.
 */
export async function diagnoseName(options: DiagnoseOptions): Promise<Diagnosis> {
  const { env, signal, issuer } = options;
  const zoneOf = options.zoneOf ?? rememberingZones(env.dns, env.clock);
  const facts = await gatherFacts({ ...options, zoneOf });
  const [dnssec, caa] = await Promise.all([dnssecCauses(facts, env.dns, signal), caaCauses(facts, issuer, { dns: env.dns, zoneOf, signal })]);
  const findings = [...zoneCauses(facts), ...serverCauses(facts), ...dnssec, ...aliasCauses(facts), ...recordCauses(facts), ...cacheCauses(facts), ...caa];
  return { facts, findings: findings.sort((one, other) => RANK[one.severity] - RANK[other.severity]) };
}

import 'reflect-metadata';
import * as x509 from '@peculiar/x509';
import type { Compute } from '../../../../../src/plugins/environments/sandbox/state/compute.ts';
import { defaultSeed, PRACTICE, type Seed } from '../../../../../src/plugins/environments/sandbox/state/seed.ts';
import { createWorld } from '../../../../../src/plugins/environments/sandbox/world/create-world.ts';
import type { Issuer } from '../../../../../src/plugins/environments/sandbox/world/issuer.ts';
import { settle } from '../../../../../src/plugins/environments/sandbox/world/settle.ts';
import type { World } from '../../../../../src/plugins/environments/sandbox/world/world.ts';

const EC = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

/** Signs each certificate with its own key: enough where nobody validates a path. */
export const testIssuer: Issuer = {
  async issue(names, from, to) {
    const keys = await crypto.subtle.generateKey(EC, true, ['sign', 'verify']);
    const certificate = await x509.X509CertificateGenerator.createSelfSigned({
      name: `CN=${names[0]}`,
      notBefore: new Date(from),
      notAfter: new Date(to),
      keys,
      signingAlgorithm: EC,
      extensions: [new x509.SubjectAlternativeNameExtension(names.map((value) => ({ type: /^[\d.]+$/.test(value) ? 'ip' : 'dns', value })))],
    });
    const key = Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64');
    return { chainPem: `${certificate.toString('pem')}\n`, keyPem: `-----BEGIN PRIVATE KEY-----\n${key}\n-----END PRIVATE KEY-----\n` };
  },
};

export const START = Date.UTC(2026, 10, 1);
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const scope = { subscriptionId: PRACTICE.subscriptionId, resourceGroup: PRACTICE.resourceGroup, workspace: PRACTICE.workspace };

export const clusterIdOf = (name: string): string =>
  `/subscriptions/${PRACTICE.subscriptionId}/resourcegroups/${PRACTICE.resourceGroup}/providers/Microsoft.ContainerService/managedClusters/${name}`;

/** A world that a test moves through time. */
export interface Practice {
  readonly world: World;
  /** The same world `ms` later. */
  later(ms: number): World;
  compute(name: string): Compute;
}

export async function practice(seed: Partial<Seed> = {}): Promise<Practice> {
  const state = await createWorld({
    seed: { ...defaultSeed(), ...seed },
    clock: { wallAt: START, practiceAt: START, speed: 1 },
    issuer: testIssuer,
  });
  let now = START;
  return {
    get world() {
      return { state, now, issuer: testIssuer };
    },
    later(ms) {
      now += ms;
      settle(state, now);
      return { state, now, issuer: testIssuer };
    },
    compute(name) {
      const found = state.computes.find((compute) => compute.name === name);
      if (found === undefined) throw new Error(`no compute ${name}`);
      return found;
    },
  };
}

/** A pair as a person would upload it. */
export const pairFor = (name: string): Promise<{ readonly chainPem: string; readonly keyPem: string }> => testIssuer.issue([name], START, START + 90 * DAY);

import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parseCertificate } from '../../../src/core/certificates/certificate.ts';
import { describeCertificate } from '../../../src/core/certificates/describe.ts';
import type { Endpoints, Outcome, RunEvent } from '../../../src/core/contracts/index.ts';
import type { Parts } from '../../../src/core/engine/parts.ts';
import { withOutcome } from '../../../src/core/engine/with-outcome.ts';
import { ProblemError } from '../../../src/core/problems/problem-error.ts';
import { PATIENCE_MS } from '../../../src/core/renewal/schedule.ts';
import { type Watching, watchRenewal } from '../../../src/core/renewal/watch-renewal.ts';
import { type OpenWait, openWaits } from '../../../src/core/wait/open-wait.ts';
import { createFiles } from '../../../src/plugins/shared/local/index.ts';
import { writeCertificate } from '../../../src/plugins/shared/x509/write-certificate.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { virtualClock } from '../../helpers/virtual-clock.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const START = Date.parse('2026-11-24T00:00:00Z');
const HOST = 'contoso123abc.eastus.cloudapp.azure.com';
const ENDPOINTS: Endpoints = { scoringUris: [], host: HOST, addresses: ['203.0.113.1'], port: 443, internal: false, records: [], state: 'Succeeded' };

async function certificate(from: number, to: number): Promise<Uint8Array> {
  const { certPem } = await writeCertificate({ commonName: HOST, names: [HOST], from, to, algorithm: 'ecdsa-p256' });
  return Buffer.from(certPem.replaceAll(/-----[A-Z ]+-----|\s/g, ''), 'base64');
}

const before = await certificate(START - 120 * DAY, START + 60 * DAY);
const after = await certificate(START, START + 180 * DAY);
const { fingerprintSha256, serial, notAfter } = describeCertificate(parseCertificate(before));

/** An endpoint that serves the new certificate from `changesAt` on, on a clock that jumps. Everything on the disk is real. */
async function scene({ changesAt = Number.POSITIVE_INFINITY, baselineNotAfter = notAfter } = {}) {
  const files = createFiles();
  const folder = join(await tempFolder(), 'record');
  const clock = virtualClock(START);
  const controller = new AbortController();
  const looks: number[] = [];
  const trouble = { endpoints: undefined as ProblemError | undefined, silent: false };
  const env = {
    clock,
    tls: {
      async peek({ address }: { address: string }) {
        looks.push(clock.now());
        if (trouble.silent) return { seen: false, layer: 'tcp', reason: 'refused' };
        return { seen: true, address, protocol: 'TLSv1.2', chain: [clock.now() >= changesAt ? after : before] };
      },
    },
  };
  const target = {
    async endpoints() {
      if (trouble.endpoints !== undefined) throw trouble.endpoints;
      return ENDPOINTS;
    },
  };
  const waits = openWaits(files, folder);
  const kept = { waits, keep: async () => undefined };
  const domain = { kind: 'microsoft', leafDomainLabel: 'contoso', overwriteExistingDomain: false };
  // Only these parts of a profile are needed to watch.
  const parts = { context: { env, signal: controller.signal, profile: 'contoso', answers: {} }, target, domain, kept } as unknown as Parts;
  const wait: OpenWait = {
    version: 1,
    kind: 'renewal',
    profile: 'contoso',
    profileFile: null,
    environment: 'azure',
    subject: HOST,
    startedAt: START,
    deadline: START + PATIENCE_MS,
    askedAt: START,
    resume: 'amltls watch renewal contoso',
    baseline: { fingerprintSha256, serial, notAfter: baselineNotAfter },
    records: [],
  };
  await waits.put(wait);
  const watch = (watching: Partial<Watching> = {}) =>
    withOutcome(parts.context, () => watchRenewal(parts, wait, { wait: true, deadline: undefined, leave: undefined, fresh: true, ...watching }));
  return { clock, controller, looks, trouble, waits, wait, watch, folder };
}

async function play(running: AsyncGenerator<RunEvent, void, void>, onEvent: (event: RunEvent, count: number) => void = () => undefined) {
  const events: RunEvent[] = [];
  for await (const event of running) {
    events.push(event);
    onEvent(event, events.length);
  }
  return { events, outcome: events.at(-1) as Outcome };
}

describe('how often a renewal is looked at', () => {
  it('costs at most 120 looks in five hours', async () => {
    const { looks, watch } = await scene({ changesAt: START + 5 * HOUR });
    expect((await play(watch())).outcome).toMatchObject({ status: 'done', exitCode: 0 });
    expect(looks.length).toBeLessThanOrEqual(120);
    expect(looks.at(-1)).toBe(START + 5 * HOUR);
  });

  it.each([
    [1, 5 * MINUTE],
    [107, 5 * MINUTE],
    [224, 5 * MINUTE],
    [226, MINUTE],
    [271.5, MINUTE],
    [299.1, MINUTE],
    [311, MINUTE],
    [359, MINUTE],
    [361, 5 * MINUTE],
    [520, 5 * MINUTE],
  ])('notices a change after %s minutes in time', async (minutes, within) => {
    const changesAt = START + minutes * MINUTE;
    const { clock, watch } = await scene({ changesAt });
    expect((await play(watch())).outcome.status).toBe('done');
    expect(clock.now() - changesAt).toBeLessThanOrEqual(within);
  });
});

describe('how the wait for a renewal ends', () => {
  it('closes the wait when it is renewed', async () => {
    const { waits, watch } = await scene({ changesAt: START + HOUR });
    const { outcome, events } = await play(watch());
    expect(outcome.summary?.certificate?.notAfter).toBe(describeCertificate(parseCertificate(after)).notAfter);
    expect(events.filter((event) => event.type === 'wait').at(-1)).toMatchObject({
      expectedMs: 5 * HOUR,
      served: { serial, daysLeft: 59 },
      state: 'Succeeded',
    });
    expect(await waits.get('renewal')).toBeUndefined();
  });

  it.each([
    ['it was too early', START + 100 * DAY, 'too early'],
    ['nobody knows why', START + 60 * DAY, 'The time is up'],
  ])('says after ten hours that nothing changed: %s', async (_name, end, why) => {
    const { waits, watch, clock } = await scene({ baselineNotAfter: new Date(end).toISOString() });
    const { outcome } = await play(watch());
    // A baseline that is not what is served is no renewal either, as long as it does not end later.
    expect(outcome).toMatchObject({ status: 'failed', exitCode: 3, problem: { code: 'renewal-nothing-changed' } });
    expect(JSON.stringify(outcome.problem?.message)).toContain(why);
    expect(clock.now()).toBe(START + PATIENCE_MS);
    expect(await waits.get('renewal')).toBeUndefined();
  });

  it('cannot tell where nothing answers, and names the layer', async () => {
    const { trouble, watch } = await scene();
    trouble.silent = true;
    const { outcome } = await play(watch());
    expect(outcome).toMatchObject({ status: 'failed', exitCode: 3, problem: { code: 'renewal-cannot-tell' } });
    expect(JSON.stringify(outcome.problem?.message)).toContain('TCP');
  });

  it('outlives an hour without Azure: what is served is still looked at', async () => {
    const { trouble, watch } = await scene({ changesAt: START + 2 * HOUR });
    const { outcome, events } = await play(watch(), (_event, count) => {
      trouble.endpoints = count > 3 ? new ProblemError({ code: 'network-unreachable', owner: 'service', message: 'No way.', next: ['Look.'] }) : undefined;
    });
    expect(outcome).toMatchObject({ status: 'done', exitCode: 0 });
    expect(JSON.stringify(events.at(-2))).toContain('No way.');
  });

  it('says at once what is in the way of the first look, and stays open', async () => {
    const { trouble, watch, waits } = await scene();
    trouble.endpoints = new ProblemError({ code: 'sign-in-failed', owner: 'you', exit: 4, message: 'Sign in.', next: ['Do it.'] });
    expect((await play(watch({ fresh: false }))).outcome).toMatchObject({ status: 'failed', exitCode: 4 });
    expect(await waits.get('renewal')).toBeDefined();
  });
});

describe('who leaves the wait leaves it open', () => {
  it('on a key', async () => {
    const leaving = new AbortController();
    const { waits, watch } = await scene();
    const { outcome } = await play(watch({ leave: leaving.signal }), (_event, count) => count === 5 && leaving.abort());
    expect(outcome).toMatchObject({ status: 'waiting', exitCode: 0 });
    expect(JSON.stringify(outcome.next)).toContain('amltls watch renewal contoso');
    expect(await waits.get('renewal')).toBeDefined();
  });

  it('when the program is interrupted', async () => {
    const { waits, watch, controller } = await scene();
    const { outcome } = await play(watch(), (_event, count) => count === 5 && controller.abort());
    expect(outcome).toMatchObject({ status: 'failed', exitCode: 130, problem: { code: 'interrupted' } });
    expect(await waits.get('renewal')).toBeDefined();
  });

  it('when the time of the run is up; the next one goes on with the old clock', async () => {
    const { waits, watch, clock } = await scene({ changesAt: START + 3 * HOUR });
    expect((await play(watch({ deadline: START + 2 * HOUR }))).outcome).toMatchObject({ status: 'waiting', exitCode: 3 });
    expect(clock.now()).toBe(START + 2 * HOUR);
    expect(await waits.get('renewal')).toBeDefined();
    const { events, outcome } = await play(watch({ fresh: false }));
    expect(events[0]).toMatchObject({ type: 'wait', startedAt: START });
    expect(outcome.status).toBe('done');
  });

  it('takes one look without waiting', async () => {
    const { looks, watch, waits } = await scene();
    expect((await play(watch({ wait: false, fresh: false }))).outcome).toMatchObject({ status: 'waiting', exitCode: 0, changed: false });
    expect(looks.length).toBe(1);
    expect(await waits.get('renewal')).toBeDefined();
  });

  it('lets one process watch at a time and says which', async () => {
    const { waits, watch } = await scene();
    const held = await waits.lock('renewal');
    onTestFinished(() => held[Symbol.asyncDispose]());
    const { outcome } = await play(watch());
    expect(outcome).toMatchObject({ status: 'failed', problem: { code: 'locked' } });
    expect(JSON.stringify(outcome.problem?.message)).toContain(String(process.pid));
  });
});

import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../src/core/contracts/index.ts';
import { ACI, AKS, MICROSOFT, type RenewalWorld, renewalWorld } from '../../helpers/renewal-world.ts';

async function secured(target: Answers) {
  const world = await renewalWorld();
  const answers = target['domain.kind'] === 'microsoft' ? target : { ...target, ...(await world.place(await world.bundle('www.contoso.com'))) };
  expect((await world.replay(answers)).outcome).toMatchObject({ status: 'done', exitCode: 0 });
  return { world, answers, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() };
}

const textOf = (value: unknown) => JSON.stringify(value);
const writesOf = async (world: RenewalWorld) => (await world.writes()).map(({ method, path }) => `${method} ${path.split('/').at(-1)}`);

describe.each([
  ['AKS', AKS, 'PUT aks-prod', { properties: { properties: { sslConfiguration: { status: 'Disabled' } } } }, 'designer'],
  ['ACI', ACI, 'PATCH scorer', [{ op: 'replace', path: '/sslEnabled', value: false }], 'keys and data travel in clear'],
])('switching TLS off on %s', (_name, target, write, body, word) => {
  it('sends what the plan announced, proves it by http, and is undone by a replay', async () => {
    await using scene = await secured(target);
    const { world, answers } = scene;
    const already = (await world.writes()).length;
    const off = await world.switchOff(answers);
    expect(textOf(off.consequences)).toContain(word);
    expect(textOf(off.consequences)).toContain('The DNS record of {name}');
    const { events, outcome } = await world.play(off.run(undefined));
    expect(outcome).toMatchObject({ status: 'done', exitCode: 0, changed: true });
    expect(outcome.summary?.scoringUris).toEqual([expect.stringMatching(/^http:/)]);
    expect(textOf(events)).toContain('answers (HTTP {status})');
    expect((await writesOf(world)).slice(already)).toEqual([write]);
    const sent = (await world.writes()).at(-1)?.body;
    expect(sent).toMatchObject(body);
    expect(off.review.steps[0]?.changes[0]?.requests?.[0]?.body).toEqual(sent);

    const again = await world.switchOff(answers);
    expect(again.pendingChanges).toBe(0);
    expect((await world.play(again.run(undefined))).outcome).toMatchObject({ status: 'unchanged', changed: false });
    expect((await world.replay(answers)).outcome).toMatchObject({ status: 'done', exitCode: 0, changed: true });
  });
});

it('tells a Microsoft name from a record of one’s own, and ends the wait for a renewal', async () => {
  await using scene = await secured(MICROSOFT);
  const { world, answers } = scene;
  await world.renew(answers, {}, { wait: false });
  const off = await world.switchOff(answers);
  expect(textOf(off.consequences)).toContain('The Microsoft name {name}');
  await world.play(off.run(undefined));
  expect(await (await world.parts(answers)).kept.waits.get('renewal')).toBeUndefined();
});

it('needs neither the files of the certificate nor its key', async () => {
  await using scene = await secured(AKS);
  const { world, answers } = scene;
  const off = await world.switchOff({ ...answers, 'certificate.certFile': '/nowhere/cert.pem', 'certificate.keyFile': '/nowhere/key.pem' });
  expect((await world.play(off.run(undefined))).outcome).toMatchObject({ status: 'done' });
});

it('takes up what it began, and makes void what was begun before it', async () => {
  await using scene = await secured(AKS);
  const { world, answers } = scene;
  const already = (await world.writes()).length;
  await world.place(await world.bundle('www.contoso.com'));
  const isTaken = (event: { type: string }) => event.type === 'operation';
  await world.play((await world.prepare(answers)).run({ wait: true }), isTaken);
  await world.sandbox.advance(600_000);
  await world.play((await world.switchOff(answers)).run(undefined), isTaken);
  expect((await world.play((await world.switchOff(answers)).run(undefined))).outcome).toMatchObject({ status: 'done', exitCode: 0 });
  expect((await writesOf(world)).slice(already)).toEqual(['PUT aks-prod', 'PUT aks-prod']);
  expect(await (await (await world.parts(answers)).kept.journal()).open()).toEqual([]);
  expect((await world.replay(answers)).outcome).toMatchObject({ status: 'done', exitCode: 0 });
});

it('does not say that it is off where it is not', async () => {
  await using scene = await secured(AKS);
  const { world, answers } = scene;
  await world.sandbox.faults([{ match: 'PUT .*/computes/.*', times: 1, provisioningErrors: [{ code: 'Broken', message: 'no' }] }]);
  const { outcome } = await world.play((await world.switchOff(answers)).run(undefined));
  expect(outcome).toMatchObject({ status: 'failed', changed: false });
});

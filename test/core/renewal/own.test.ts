import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Answers, CertBundle, RunEvent } from '../../../src/core/contracts/index.ts';
import { lookAtEndpoints } from '../../../src/core/renewal/baseline.ts';
import { ACI, AKS, DAY, type RenewalWorld, renewalWorld } from '../../helpers/renewal-world.ts';

const FQDN = 'www.contoso.com';

/** Two pairs, the second a day younger; the first is deployed. */
async function secured(target: Answers) {
  const world = await renewalWorld();
  const first = await world.bundle(FQDN);
  const answers = { ...target, ...(await world.place(first)) };
  expect((await world.replay(answers)).outcome).toMatchObject({ status: 'done', exitCode: 0 });
  await world.sandbox.advance(DAY);
  const second = await world.bundle(FQDN);
  return { world, answers, first, second, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() };
}

async function served(world: RenewalWorld, answers: Answers): Promise<readonly (string | undefined)[]> {
  const { target, domain, context } = await world.parts(answers);
  const endpoints = await target.endpoints(domain, context);
  return endpoints === undefined ? [] : (await lookAtEndpoints(endpoints, context)).map((look) => (look.seen ? look.leaf.fingerprintSha256 : undefined));
}

const codesOf = (events: readonly RunEvent[]) => events.flatMap((event) => (event.type === 'finding' ? [event.finding.code] : []));
const problemOf = (work: Promise<unknown>) =>
  work.then(
    () => expect.unreachable('it was not refused'),
    (thrown) => thrown.problem,
  );
const findingsOf = async (world: RenewalWorld, answers: Answers) => (await world.prepare(answers)).review.steps.flatMap((step) => step.findings);

describe.each([
  ['AKS', AKS],
  ['ACI', ACI],
])('renewing an own certificate on %s', (_name, target) => {
  it('pushes the new pair once, proves it, goes back and forth, and has then nothing to do', async () => {
    await using scene = await secured(target);
    const { world, answers, first, second } = scene;
    await world.place(second);
    const already = (await world.writes()).length;
    expect((await world.renew(answers)).outcome).toMatchObject({ status: 'done', exitCode: 0, changed: true });
    expect(await served(world, answers)).toEqual([second.fingerprintSha256]);
    expect((await world.renew(answers)).outcome).toMatchObject({ status: 'unchanged', exitCode: 0, changed: false });
    expect((await world.writes()).length).toBe(already + 1);

    const back = await world.renew(answers, { rollback: true });
    expect(back.outcome).toMatchObject({ status: 'done', exitCode: 0 });
    expect(JSON.stringify(back.events)).toContain('still names the newer files');
    expect(await served(world, answers)).toEqual([first.fingerprintSha256]);
    expect((await world.writes()).length).toBe(already + 2);
  });
});

describe('what stops the renewal of an own certificate', () => {
  it('is an older one, unless somebody insists', async () => {
    await using scene = await secured(AKS);
    const { world, answers, first, second } = scene;
    await world.place(second);
    await world.renew(answers);
    await world.place(first);
    const already = (await world.writes()).length;
    const { events, outcome } = await world.renew(answers);
    expect(outcome).toMatchObject({ status: 'failed', exitCode: 3, changed: false });
    expect(codesOf(events)).toContain('renew-older');
    expect((await world.writes()).length).toBe(already);
    expect((await world.renew(answers, { allowOlder: true })).outcome).toMatchObject({ status: 'done' });
    expect(await served(world, answers)).toEqual([first.fingerprintSha256]);
  });

  it('is one for another name', async () => {
    await using scene = await secured(AKS);
    const { world, answers } = scene;
    await world.place(await world.bundle('www.fabrikam.com'));
    expect((await findingsOf(world, answers)).filter(({ severity }) => severity === 'error').map(({ code }) => code)).toContain('name-not-covered');
    expect((await world.renew(answers)).outcome).toMatchObject({ status: 'failed', exitCode: 3 });
  });
});

describe('going back', () => {
  it('has nowhere to go after the first deployment', async () => {
    await using scene = await secured(AKS);
    expect(await problemOf(scene.world.prepare(scene.answers, { rollback: true }))).toMatchObject({ code: 'rollback-none', owner: 'you' });
  });

  it('remembers the real paths behind the links, and says where the files there are others now', async () => {
    await using scene = await secured(AKS);
    const { world, answers, first, second } = scene;
    await world.place(second);
    await world.renew(answers);
    const { kept } = await world.parts(answers);
    expect((await kept.pairs.list()).map(({ certFile }) => certFile)).toEqual([second.files?.cert, first.files?.cert]);
    await writeFile(first.files?.cert ?? '', second.chainPem);
    const already = (await world.writes()).length;
    expect(await problemOf(world.prepare(answers, { rollback: true }))).toMatchObject({ code: 'rollback-files-changed' });
    expect((await world.writes()).length).toBe(already);
  });

  it('needs nothing of the present files', async () => {
    await using scene = await secured(AKS);
    const { world, answers, first, second } = scene;
    await world.place(second);
    await world.renew(answers);
    await Promise.all([second.files?.cert, second.files?.key].map((path) => rm(path ?? '')));
    expect((await world.renew(answers, { rollback: true })).outcome).toMatchObject({ status: 'done', exitCode: 0 });
    expect(await served(world, answers)).toEqual([first.fingerprintSha256]);
  });

  it('does not go back to a certificate that has ended', async () => {
    await using scene = await secured(AKS);
    const { world, answers } = scene;
    await world.sandbox.advance(80 * DAY);
    await world.place(await world.bundle(FQDN));
    await world.renew(answers);
    await world.sandbox.advance(20 * DAY);
    const { events, outcome } = await world.renew(answers, { rollback: true });
    expect(outcome).toMatchObject({ status: 'failed', exitCode: 3, changed: false });
    expect(codesOf(events)).toContain('expired');
  });
});

it('keeps the chains that were served before, public parts only, no more than three', async () => {
  await using scene = await secured(AKS);
  const { world, answers, first } = scene;
  const bundles: CertBundle[] = [first];
  for (let round = 0; round < 5; round += 1) {
    await world.sandbox.advance(DAY);
    const bundle = await world.bundle(FQDN);
    bundles.push(bundle);
    await world.place(bundle);
    expect((await world.renew(answers)).outcome).toMatchObject({ status: 'done' });
  }
  const { kept } = await world.parts(answers);
  const names = await readdir(join(kept.folder, 'served'));
  expect(names.toSorted()).toEqual(
    bundles
      .slice(2, 5)
      .map(({ fingerprintSha256 }) => `${fingerprintSha256}.pem`)
      .toSorted(),
  );
  for (const name of names) {
    const text = await readFile(join(kept.folder, 'served', name), 'utf8');
    expect(text).toContain('BEGIN CERTIFICATE');
    expect(text).not.toContain('PRIVATE KEY');
  }
});

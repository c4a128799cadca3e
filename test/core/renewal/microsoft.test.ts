import { describe, expect, it } from 'vitest';
import { lookAtEndpoints } from '../../../src/core/renewal/baseline.ts';
import { DAY, MICROSOFT, type RenewalWorld, renewalWorld } from '../../helpers/renewal-world.ts';

const HOUR = 3_600_000;

/** Secured with a Microsoft certificate that has this many days left. */
async function secured(daysLeft: number): Promise<RenewalWorld> {
  const world = await renewalWorld();
  expect((await world.replay(MICROSOFT)).outcome).toMatchObject({ status: 'done', exitCode: 0 });
  const { notAfter } = await servedBy(world);
  await world.sandbox.advance(Date.parse(notAfter) - daysLeft * DAY - world.env.clock.now());
  return world;
}

async function servedBy(world: RenewalWorld) {
  const { target, domain, context } = await world.parts(MICROSOFT);
  const endpoints = await target.endpoints(domain, context);
  if (endpoints === undefined) throw new Error('nowhere');
  const [look] = await lookAtEndpoints(endpoints, context);
  if (look?.seen !== true) throw new Error('nothing is served');
  return { ...look.leaf, host: endpoints.host };
}

async function renewals(world: RenewalWorld) {
  return (await world.writes()).filter(({ body }) => JSON.stringify(body).includes('"renew":true'));
}

const isAsked = (event: { type: string }) => event.type === 'operation';
const problemOf = (work: Promise<unknown>) =>
  work.then(
    () => expect.unreachable('it was not refused'),
    (thrown) => thrown.problem,
  );

describe('renewing a Microsoft certificate', () => {
  it('asks once, keeps label and host, and is done when another certificate is served', async () => {
    await using world = await secured(60);
    const before = await servedBy(world);
    const renewal = await world.prepare(MICROSOFT);
    expect(renewal.review.equivalents.map(({ code }) => code).join()).toMatch(/renew=True[\s\S]*--ssl-renew/);
    const { events, outcome } = await world.play(renewal.run({ wait: true }));
    expect(outcome).toMatchObject({ status: 'done', exitCode: 0, changed: true });
    const after = await servedBy(world);
    expect(after.host).toBe(before.host);
    expect(after.serial).not.toBe(before.serial);
    expect(Date.parse(after.notAfter)).toBeGreaterThan(Date.parse(before.notAfter));
    expect(outcome.summary?.certificate?.fingerprintSha256).toBe(after.fingerprintSha256);

    const sent = await renewals(world);
    expect(sent.map(({ method, path }) => [method, path.split('/').at(-1)])).toEqual([['PUT', 'aks-prod']]);
    expect(renewal.review.steps[0]?.changes[0]?.requests?.[0]?.body).toEqual(sent[0]?.body);
    const ssl = (sent[0]?.body as { properties: { properties: { sslConfiguration: object } } } | undefined)?.properties.properties.sslConfiguration;
    expect(ssl).toMatchObject({ status: 'Auto', leafDomainLabel: 'contoso', renew: true });
    expect(ssl).not.toHaveProperty('overwriteExistingDomain');

    const { kept } = await world.parts(MICROSOFT);
    expect(await kept.waits.get('renewal')).toBeUndefined();
    expect(await kept.deployment()).toMatchObject({ fingerprintSha256: after.fingerprintSha256 });
    const looks = events.filter((event) => event.type === 'wait' && event.id === 'renewal');
    expect(looks.length).toBeLessThanOrEqual(120);
    expect(looks.at(-1)).toMatchObject({
      served: { serial: before.serial, daysLeft: 59 },
      state: 'Succeeded',
      resume: 'amltls watch renewal contoso --env sandbox',
    });
  });

  it('says that it is too early, from when it is not, and sends nothing', async () => {
    await using world = await secured(100);
    const renewal = await world.prepare(MICROSOFT);
    const { notAfter } = await servedBy(world);
    expect(renewal.early?.from).toBe(Date.parse(notAfter) - 70 * DAY);
    const { events, outcome } = await world.play(renewal.decline());
    expect(outcome).toMatchObject({ status: 'unchanged', exitCode: 0, changed: false });
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'finding', finding: expect.objectContaining({ code: 'renew-too-early', severity: 'info' }) }),
    );
    expect(await renewals(world)).toEqual([]);
  });

  it('refuses what would break the service, and sends nothing', async () => {
    await using world = await secured(60);
    const already = (await world.writes()).length;
    expect(await problemOf(world.prepare({ ...MICROSOFT, 'domain.overwriteExistingDomain': true }))).toMatchObject({ code: 'renew-overwrite', owner: 'you' });
    expect(await problemOf(world.prepare({ ...MICROSOFT, 'domain.leafDomainLabel': 'fabrikam' }))).toMatchObject({ code: 'aks-other-label' });
    expect(await problemOf(world.prepare({ ...MICROSOFT, 'target.clusterName': 'aks2' }))).toMatchObject({ code: 'aks-attach-other-cluster' });
    expect(await problemOf(world.prepare({ ...MICROSOFT, 'target.computeName': 'aks-none' }))).toMatchObject({ code: 'aks-missing' });
    expect(await problemOf(world.prepare({ ...MICROSOFT, 'domain.kind': 'none' }))).toMatchObject({ code: 'renew-tls-off' });
    expect(await problemOf(world.prepare(MICROSOFT, { rollback: true }))).toMatchObject({ code: 'rollback-microsoft' });
    expect((await world.writes()).length).toBe(already);
  });

  it('finds no Microsoft certificate where TLS is off', async () => {
    await using world = await renewalWorld();
    expect(await problemOf(world.prepare(MICROSOFT))).toMatchObject({ code: 'aks-no-microsoft-certificate' });
  });
});

describe('a renewal that was left', () => {
  it('is left at once with --no-wait; the next run takes it up and sends nothing again', async () => {
    await using world = await secured(60);
    const before = await servedBy(world);
    expect((await world.renew(MICROSOFT, {}, { wait: false })).outcome).toMatchObject({ status: 'waiting', exitCode: 0, changed: true });
    expect((await world.renew(MICROSOFT, {}, { wait: false })).outcome).toMatchObject({ status: 'waiting', exitCode: 0 });
    await world.sandbox.advance(5 * HOUR);
    const next = await world.prepare(MICROSOFT);
    expect(next.underWay).toBe(true);
    expect((await world.play(next.run({ wait: true }))).outcome).toMatchObject({ status: 'done', changed: true });
    expect((await servedBy(world)).serial).not.toBe(before.serial);
    expect((await renewals(world)).length).toBe(1);
  });

  it('does not stand for the next one: what was asked too early and left is asked again when it is time', async () => {
    await using world = await secured(90);
    const before = await servedBy(world);
    expect((await world.renew(MICROSOFT, {}, { wait: false })).outcome).toMatchObject({ status: 'waiting' });
    await world.sandbox.advance(40 * DAY);
    expect((await world.renew(MICROSOFT)).outcome).toMatchObject({ status: 'done', changed: true });
    expect((await servedBy(world)).serial).not.toBe(before.serial);
    expect((await renewals(world)).length).toBe(2);
  });

  it('is waiting, not failed, where the time of this run is up', async () => {
    await using world = await secured(60);
    expect((await world.renew(MICROSOFT, {}, { timeoutMs: HOUR })).outcome).toMatchObject({ status: 'waiting', exitCode: 3 });
    await world.sandbox.advance(5 * HOUR);
    expect((await world.renew(MICROSOFT)).outcome).toMatchObject({ status: 'done', exitCode: 0 });
    expect((await renewals(world)).length).toBe(1);
  });

  it('compares with what was served before, also after a death right after the request was taken', async () => {
    await using world = await secured(60);
    const before = await servedBy(world);
    await world.play((await world.prepare(MICROSOFT)).run({ wait: true }), isAsked);
    expect((await (await world.parts(MICROSOFT)).kept.waits.get('renewal'))?.baseline?.serial).toBe(before.serial);
    await world.sandbox.advance(6 * HOUR);
    expect((await world.renew(MICROSOFT)).outcome).toMatchObject({ status: 'done', exitCode: 0 });
    expect((await renewals(world)).length).toBe(1);
  });

  it('is asked for once more, and says so, where nobody can know whether it was', async () => {
    await using world = await secured(60);
    await world.play((await world.prepare(MICROSOFT)).run({ wait: true }), (event) => event.type === 'change');
    const { events, outcome } = await world.renew(MICROSOFT, {}, { timeoutMs: HOUR });
    expect(outcome).toMatchObject({ status: 'waiting', changed: true });
    expect(JSON.stringify(events.filter((event) => event.type === 'note'))).toContain('asked for before');
  });

  it('is closed where the service refused it', async () => {
    await using world = await secured(60);
    await world.sandbox.faults([{ match: 'PUT .*/computes/.*', status: 403, times: 1 }]);
    expect((await world.renew(MICROSOFT)).outcome).toMatchObject({ status: 'failed', changed: false });
    expect((await world.prepare(MICROSOFT)).underWay).toBe(false);
  });
});

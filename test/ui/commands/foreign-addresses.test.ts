import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BuiltIns } from '../../../src/core/registry/registry.ts';
import { createPlace, type Place } from '../fake-host.ts';
import { fakePlugins } from '../fake-plugins.ts';

const FILE =
  'version: 1\nprofiles:\n  one: { environment: azure, target: { plugin: aks-attach, computeName: x }, domain: { kind: none }, dns: { resolvers: [system, 10.0.0.53] } }\n';

describe('servers that a profile file names', () => {
  let place: Place;
  let guarded: (boolean | undefined)[];
  beforeEach(async () => {
    place = await createPlace();
    guarded = [];
    await writeFile(join(place.cwd, 'amltls.config.yaml'), FILE, { mode: 0o600 });
  });
  afterEach(() => place[Symbol.asyncDispose]());

  const watched = (): BuiltIns => {
    const plugins = fakePlugins();
    const azure = async () => {
      const plugin = (await plugins.environment['azure']?.())?.default;
      if (plugin === undefined) throw new Error('an environment');
      const open: typeof plugin.open = async (context) => {
        guarded.push(context.guarded);
        return await plugin.open(context);
      };
      return { default: { ...plugin, open } };
    };
    return { ...plugins, environment: { azure } };
  };
  const run = (...argv: readonly string[]) => place.run(argv, {}, watched());

  it('are judged where the file merely lies here, until the user allows them', async () => {
    await run('plan', 'one');
    expect(guarded).toEqual([true]);
    expect((await run('profile', 'trust')).err).toContain('10.0.0.53');
    expect((await run('profile', 'trust', '--yes')).code).toBe(0);
    await run('plan', 'one');
    expect(guarded).toEqual([true, false]);
    await writeFile(join(place.cwd, 'amltls.config.yaml'), FILE.replace('10.0.0.53', '10.0.0.54'), { mode: 0o600 });
    await run('plan', 'one');
    expect(guarded.at(-1)).toBe(true);
  });

  it('are the user’s own where the file is named, or the address given on the command line', async () => {
    await run('plan', 'one', '--config', join(place.cwd, 'amltls.config.yaml'));
    await run('plan', 'one', '--set', 'dns.resolvers=10.0.0.99');
    expect(guarded).toEqual([false, false]);
  });
});

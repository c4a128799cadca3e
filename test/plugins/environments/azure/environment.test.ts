import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { azure, azureChina, azureUsGovernment } from '../../../../src/plugins/environments/azure/index.ts';

const open = (plugin: typeof azure) => plugin.open({ answers: {}, signal: new AbortController().signal, tell: undefined, options: {} });

describe('the Azure environments', () => {
  it('are one per cloud, each with its own names', async () => {
    const opened = await Promise.all([azure, azureUsGovernment, azureChina].map(open));
    expect(opened.map(({ id, practice, cloud }) => [id, practice, cloud.armEndpoint, cloud.cloudAppSuffix, cloud.aciSuffix])).toEqual([
      ['azure', false, 'https://management.azure.com', 'cloudapp.azure.com', 'azurecontainer.io'],
      ['azure-us-government', false, 'https://management.usgovcloudapi.net', 'cloudapp.usgovcloudapi.net', 'azurecontainer.console.azure.us'],
      ['azure-china', false, 'https://management.chinacloudapi.cn', 'cloudapp.chinacloudapi.cn', 'azurecontainer.console.azure.cn'],
    ]);
    for (const environment of opened) await environment[Symbol.asyncDispose]();
  });

  it('trust what this machine trusts', async () => {
    await using environment = await open(azure);
    const roots = await environment.tls.roots();
    expect(roots.length).toBeGreaterThan(50);
    expect(roots[0]).toContain('BEGIN CERTIFICATE');
  });

  it('refuse foreign hosts before anything is loaded or signed in', async () => {
    await using environment = await open(azureChina);
    const sending = environment.arm.send({ method: 'GET', path: 'https://management.azure.com/x' }, new AbortController().signal);
    await expect(sending).rejects.toThrow('arm-foreign-host');
  });

  it('ask whom the settings name where a profile names nobody', async () => {
    const context = { answers: {}, signal: new AbortController().signal, tell: undefined, options: {} };
    await using own = await azure.open({ ...context, resolvers: ['192.0.2.1', '192.0.2.2:5353'] });
    expect(own.dns.resolvers([]).map(({ address }) => address)).toEqual(['192.0.2.1', '192.0.2.2']);
    expect(own.dns.resolvers(['192.0.2.9']).map(({ address }) => address)).toEqual(['192.0.2.9']);
    await using usual = await azure.open(context);
    expect(usual.dns.resolvers([]).map(({ address }) => address)).toEqual(expect.arrayContaining(['1.1.1.1', '8.8.8.8']));
  });

  it('load no SDK when they are opened', () => {
    const url = new URL('../../../../src/plugins/environments/azure/index.ts', import.meta.url).href;
    const script = `
      import { registerHooks } from 'node:module';
      const loaded = [];
      registerHooks({ load: (url, context, next) => { loaded.push(url); return next(url, context); } });
      const { azure } = await import(${JSON.stringify(url)});
      const environment = await azure.open({ answers: {}, signal: new AbortController().signal, tell: undefined, options: {} });
      await environment[Symbol.asyncDispose]();
      console.log(JSON.stringify({ own: loaded.filter((url) => url.includes('/src/')).length, packages: loaded.filter((url) => url.includes('/node_modules/')).map((url) => url.split('/node_modules/').at(-1)) }));`;
    const { own, packages } = JSON.parse(execFileSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' }));
    expect(own).toBeGreaterThan(10);
    expect(packages.filter((name: string) => /^(@azure|@typespec|proper-lockfile|react|ink)/.test(name))).toEqual([]);
  });
});

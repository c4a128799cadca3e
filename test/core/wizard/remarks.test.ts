import { describe, expect, it } from 'vitest';
import type { Driver, WizardView } from '../../../src/core/contracts/index.ts';
import { domainQuestions } from '../../../src/core/domain/questions.ts';
import { askAll } from '../../../src/core/wizard/ask.ts';
import { NO_PLUGINS } from '../../../src/core/wizard/catalogue.ts';
import { startAt } from '../../../src/core/wizard/machine.ts';
import { dnsQuestion } from '../../../src/core/wizard/plugin-questions.ts';
import azureDns from '../../../src/plugins/dns/azure-dns/index.ts';
import manual from '../../../src/plugins/dns/manual/index.ts';
import { renderText } from '../../../src/ui/text/render.ts';
import { a, contoso, dnsContext, dnsWorld } from '../../helpers/dns-world.ts';

const fqdn = domainQuestions.find((question) => question.key === 'domain.fqdn');

async function remarks(name: string): Promise<readonly string[]> {
  await using world = await dnsWorld([{ ...contoso(a('www.contoso.com', '20.0.0.66', 7_200)), nameServers: ['ns41.domaincontrol.com'] }]);
  if (fqdn?.kind !== 'text') throw new Error('the question');
  return ((await fqdn.remark?.(name, dnsContext(world))) ?? []).map((text) => renderText(text, 'en'));
}

describe('what is said of a name when it was typed', () => {
  it('who hosts the zone, what is there now, and how long a change takes', async () => {
    const [hosted, present, soon] = await remarks('www.contoso.com');
    expect(hosted).toBe('www.contoso.com is in the zone contoso.com, hosted by GoDaddy (ns41.domaincontrol.com).');
    expect(present).toBe('Now it shows A 20.0.0.66, kept for 2 hr.');
    expect(soon).toContain('at most 2 hr after the change');
  });

  it('that it does not exist yet, and that nobody has registered it', async () => {
    expect(await remarks('new.contoso.com')).toContain('It does not exist yet.');
    expect((await remarks('www.fabrikam.com'))[0]).toContain('No name server was found');
    expect(await remarks('not a name')).toEqual([]);
  });

  it('comes with the next question, once', async () => {
    await using world = await dnsWorld([contoso()]);
    const views: WizardView[] = [];
    const answers = ['custom', 'new.contoso.com'];
    const ask: Driver['ask'] = async (view) => {
      views.push(view);
      const value = answers[views.length - 1];
      return value === undefined ? { type: 'quit' } : { type: 'answer', value };
    };
    const driver = { ask } as Driver;
    await askAll({ driver, catalogue: async () => ({ ...NO_PLUGINS }), state: startAt({}), contextOf: (given) => ({ ...dnsContext(world), answers: given }) });
    expect(views.map(({ question, remarks: said }) => [question.key, said?.length ?? 0])).toEqual([
      ['domain.kind', 0],
      ['domain.fqdn', 0],
      [expect.any(String), 3],
    ]);
  });
});

describe('who writes the record', () => {
  it('is suggested by where the zone is hosted', async () => {
    await using world = await dnsWorld([{ ...contoso(), nameServers: ['ns1-07.azure-dns.com'] }]);
    const dns = new Map([azureDns, manual].map((plugin) => [plugin.id, plugin] as const));
    const options = async (name: string) => await dnsQuestion({ ...NO_PLUGINS, dns }).options({ ...dnsContext(world), answers: { 'domain.fqdn': name } });
    expect((await options('www.contoso.com')).map(({ value, suggested }) => [value, suggested])).toEqual([
      ['azure-dns', true],
      ['manual', undefined],
    ]);
    expect((await options('www.fabrikam.com')).some(({ suggested }) => suggested)).toBe(false);
  });
});

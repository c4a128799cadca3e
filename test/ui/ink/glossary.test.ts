import { describe, expect, it } from 'vitest';
import { domainKind, fqdn, viewOf } from '../../../src/ui/ink/gallery/questions.ts';
import { NOW } from '../../../src/ui/ink/gallery/runs.ts';
import { createGlossary, focusedTerm, reduceGlossary } from '../../../src/ui/ink/screens/glossary/state.ts';
import type { Screen } from '../../../src/ui/ink/screens/screen.ts';
import { lookOf, measure } from '../../helpers/frame.ts';
import { openDriver } from '../../helpers/ink-driver.ts';

const below: Screen = { type: 'busy', text: 'busy' };

describe('the glossary on the screen', () => {
  it('opens on g over a list, on Ctrl-G over a line, and gives the screen back as it was', async () => {
    const { terminal, driver } = openDriver();
    const context = {} as Parameters<typeof driver.ask>[1];
    const withEnv = { ...context, env: { clock: { now: () => NOW } } } as unknown as typeof context;
    const chosen = driver.ask(viewOf(domainKind), withEnv);
    await terminal.waitFor('In the glossary (g)');
    terminal.type('g');
    // It is read beside the question that it explains.
    expect(await terminal.waitFor('Glossary  Search')).toContain('A domain name that I own');
    terminal.type('soa min');
    expect(await terminal.waitFor('SOA minimum (negative cache)')).toContain('Source: RFC 2308');
    terminal.press('Enter');
    await terminal.waitFor((screen) => !screen.includes('Search'));
    terminal.press('Esc');
    await terminal.waitFor('Search');
    terminal.press('Esc');
    await terminal.waitFor('A-label (Punycode)');
    terminal.press('Esc');
    await terminal.waitFor((screen) => !screen.includes('Search'));
    terminal.press('Enter');
    expect(await chosen).toEqual({ type: 'answer', value: 'custom' });

    const typed = driver.ask(viewOf(fqdn), withEnv);
    await terminal.waitFor('In the glossary (Ctrl-G)');
    terminal.type('g.contoso.com');
    await terminal.waitFor('g.contoso.com');
    terminal.type('\u0007');
    await terminal.waitFor('Glossary  Search');
    terminal.type('\u0007');
    expect(await terminal.waitFor((screen) => !screen.includes('Search'))).toContain('g.contoso.com');
    terminal.press('Enter');
    expect(await typed).toEqual({ type: 'answer', value: 'g.contoso.com' });
    await driver.close();
  });

  it.each(['en', 'ja'] as const)('fits every size in %s, the list and each term alone', (language) => {
    const look = lookOf({ language, unicode: true });
    let glossary = createGlossary(below, look);
    for (const [columns, rows] of [
      [40, 15],
      [40, 20],
      [80, 24],
      [100, 30],
      [200, 60],
    ] as const) {
      for (const whole of [false, true]) {
        const model = {
          size: { columns, rows },
          environment: { title: 'Azure', practice: true },
          steps: [],
          screen: below,
          now: NOW,
          glossary: { ...glossary, whole },
        };
        const { height, tooWide } = measure(model, look);
        expect(tooWide, `${columns}x${rows}`).toEqual([]);
        expect(height, `${columns}x${rows}`).toBeLessThanOrEqual(rows - 1);
      }
      glossary = reduceGlossary(glossary, { type: 'key', name: 'page-down' }) ?? glossary;
    }
    expect(focusedTerm(glossary)).toBeDefined();
  });
});

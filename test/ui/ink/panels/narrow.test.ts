import { describe, expect, it } from 'vitest';
import { value } from '../../../../src/core/text/say.ts';
import { drawFacts } from '../../../../src/ui/ink/components/facts/draw.ts';
import { seen } from '../../../../src/ui/ink/gallery/looks.ts';
import { SCENES } from '../../../../src/ui/ink/gallery/scenes.ts';
import { checkPanel } from '../../../../src/ui/ink/screens/check/panel.ts';
import { createCheck, receiveLook } from '../../../../src/ui/ink/screens/check/state.ts';
import { drawScreen } from '../../../../src/ui/ink/screens/screen.ts';
import { lookOf } from '../../../helpers/frame.ts';

const textOf = (rows: readonly (readonly { readonly text: string }[])[]): readonly string[] =>
  rows.map((row) =>
    row
      .map(({ text }) => text)
      .join('')
      .trimEnd(),
  );

const sceneOf = (name: string) => SCENES[name] as NonNullable<(typeof SCENES)[string]>;

describe('where there is little room', () => {
  it('a fact stands below its name instead of being broken within a word', () => {
    const facts = [['target.clusterResourceGroup', value('rg-practice')]] as const;
    const look = lookOf({ language: 'en' });
    expect(textOf(drawFacts(facts, 36, look))).toEqual(['target.clusterResourceGroup', '  rg-practice']);
    expect(textOf(drawFacts(facts, 60, look))).toEqual(['target.clusterResourceGroup  rg-practice']);
  });

  it.each(['en', 'ja'] as const)('settings leave out where a value comes from rather than cut it, and break no word of the choices (%s)', async (language) => {
    const look = lookOf({ language });
    const { screen } = await sceneOf('settings')(look);
    const rows = textOf(drawScreen(screen, { width: 38, height: 30 }, 0, look).main.rows);
    // A list may be longer than any row: marked, it stands whole below.
    expect(rows.filter((row) => row.endsWith('…') && !row.includes('1.1.1.1'))).toEqual([]);
    expect(rows.join('\n')).toContain(language === 'en' ? 'mono' : 'モノクロ');
  });

  it.each(['en', 'ja'] as const)('names of certificates, and the places they are from, are told whole; bars give way (%s)', async (language) => {
    const look = lookOf({ language });
    const { screen } = await sceneOf('certificates')(look);
    const rows = textOf(drawScreen(screen, { width: 38, height: 20 }, 0, look).main.rows).slice(0, 5);
    expect(rows.join('\n')).toContain('Contoso TLS R1');
    expect(rows.filter((row) => row.includes('…'))).toEqual([]);
  });

  it('the home screen shows what is due before the whole of its menu', async () => {
    const look = lookOf();
    const { screen } = await sceneOf('home')(look);
    for (const height of [9, 13, 17]) expect(textOf(drawScreen(screen, { width: 38, height }, 0, look).main.rows).join('\n')).toContain('9 days left, due');
    const wide = drawScreen(screen, { width: 98, height: 24 }, 0, look);
    expect(textOf(wide.side ?? [])[2]).toMatch(/fabrikam +━─+ +9 days left, due/);
    expect(textOf(wide.main.rows).join('\n')).toContain('Quit');
  });

  it('days left are told whole beside a certificate', async () => {
    const look = lookOf({ language: 'en' });
    const { screen } = await sceneOf('certificates')(look);
    expect(textOf(drawScreen(screen, { width: 38, height: 20 }, 0, look).main.rows).join('\n')).toContain('1,204 days left');
  });
});

it.each(['en', 'ja'] as const)('what is merely worth knowing leaves a short list its rows (%s)', async (language) => {
  const look = lookOf({ language });
  const { screen } = await sceneOf('remarks')(look);
  const rows = textOf(drawScreen(screen, { width: 38, height: 13 }, 0, look).main.rows);
  const texts = rows.join('\n');
  for (const option of language === 'en' ? ['A domain name', 'no name yet', 'TLS off'] : ['所有している', '名前がありません', '無効にする'])
    expect(texts).toContain(option);
  expect(texts).toContain(look.symbols.info);
  expect(rows.at(-1)).toMatch(/…$/);
});

it('a service with nothing wrong is still shown with what was seen of it', () => {
  const state = { ...receiveLook(createCheck(['contoso']), 'contoso', seen.right), detail: { index: 0, open: false, scroll: 0 } };
  for (const width of [38, 98]) {
    const rows = textOf(checkPanel.draw(state, { width, height: 20 }, lookOf({ language: 'en' })).main.rows);
    expect(rows.join('\n')).toMatch(/Nothing to find fault with\.[\s\S]*Protocol +TLSv1\.3/);
  }
});

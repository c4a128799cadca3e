import { describe, expect, it } from 'vitest';
import { trail } from '../../../../src/ui/ink/gallery/questions.ts';
import { type AnswersResult, answersPanel, createAnswers } from '../../../../src/ui/ink/screens/answers/panel.ts';
import { createProfiles, type ProfilesResult, profilesPanel } from '../../../../src/ui/ink/screens/profiles/panel.ts';
import { askLine, askYesNo, confirmPanel, type Given, linePanel } from '../../../../src/ui/ink/screens/prompt/panel.ts';
import { openDriver } from '../../../helpers/ink-driver.ts';

describe('the profiles', () => {
  it('keep variables as variables, and a letter does something with the marked one', async () => {
    const { terminal, driver } = openDriver();
    const profiles = ['contoso', 'fabrikam'].map((name) => ({ name, answers: { 'azure.workspace': `\${env:AMLTLS_WORKSPACE}` } }));
    const quit: ProfilesResult = { type: 'quit' };
    const result = driver.panel(createProfiles({ file: 'amltls.config.yaml', profiles }), profilesPanel, { quit });
    await terminal.waitFor('env:AMLTLS_');
    terminal.press('Down');
    await terminal.waitFor('❯ fabrikam');
    terminal.type('n');
    expect(await result).toEqual({ type: 'rename', name: 'fabrikam', index: 1 });
  });

  it('list their answers by step and say which are changed', async () => {
    const { terminal, driver } = openDriver();
    const quit: AnswersResult = { type: 'quit' };
    const state = createAnswers({ profile: 'contoso', items: trail, changed: new Set(['azure.workspace']), differences: 1 });
    const result = driver.panel(state, answersPanel, { quit });
    const screen = await terminal.waitFor('Changed: 1.');
    expect(screen).toMatch(/● Which workspace\? +ws-contoso/);
    terminal.press('End');
    await terminal.waitFor('dns.resolvers');
    terminal.press('Enter');
    expect(await result).toEqual({ type: 'change', key: 'dns.resolvers', index: 3 });
  });
});

describe('a short question', () => {
  it('takes no name that cannot be one', async () => {
    const { terminal, driver } = openDriver({ columns: 40, rows: 15 });
    const quit: Given<string> = { type: 'quit' };
    const check = (name: string) => (name === 'taken' ? 'It is taken.' : undefined);
    const result = driver.panel(askLine({ title: 'Copy contoso', help: 'The new name.', check }, 'taken'), linePanel, { quit });
    await terminal.waitFor('❯ taken');
    terminal.press('Enter');
    await terminal.waitFor('It is taken.');
    terminal.type('-2');
    await terminal.waitFor('❯ taken-2');
    terminal.press('Enter');
    expect(await result).toEqual({ type: 'given', value: 'taken-2' });
  });

  it('means no where nothing was chosen', async () => {
    const { terminal, driver } = openDriver();
    const quit: Given<boolean> = { type: 'quit' };
    const result = driver.panel(askYesNo({ title: 'Remove contoso?', help: 'What it deployed stays.' }), confirmPanel, { quit });
    await terminal.waitFor('❯ No');
    terminal.press('Enter');
    expect(await result).toEqual({ type: 'given', value: false });
  });
});

import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { commandsPage } from '../../scripts/commands-page.ts';

it('docs/commands.md is what npm run generate writes, and has every command', async () => {
  const page = commandsPage();
  expect(await readFile('docs/commands.md', 'utf8')).toBe(page);
  for (const name of ['secure [profile]', 'renew [profiles...]', 'cert lint <files...>', 'profile trust', 'sandbox reset'])
    expect(page).toContain(`## amltls ${name}\n`);
  expect(page).toContain('`--prompts`');
});

import { writeFile } from 'node:fs/promises';
import { profileJsonSchema } from '../src/core/profile/json-schema.ts';
import { commandsPage } from './commands-page.ts';
import { keysPage } from './keys-page.ts';

const PAGES = { 'config/profile.schema.json': profileJsonSchema, 'docs/keys.md': keysPage, 'docs/commands.md': commandsPage };

for (const [path, page] of Object.entries(PAGES)) {
  await writeFile(new URL(`../${path}`, import.meta.url), page());
  process.stdout.write(`${path} written\n`);
}

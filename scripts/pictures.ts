import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { record } from './pictures/recorder.ts';
import { film, still } from './pictures/svg.ts';
import { tour, WORDS } from './pictures/tour.ts';

// Drives the built program through the practice Azure and writes what it shows. Build first (`npm run build`).
const SIZE = { columns: 100, rows: 30 };
const KEPT = ['domain', 'certificate', 'review', 'run', 'done'];
// Screens behind the home screen, with the gallery's own data: a name, and what is on the screen when it is complete.
const GALLERY = {
  home: 'fabrikam',
  renewal: 'Succeeded',
  check: 'www.fabrikam.com',
  certificates: 'SPKI',
  'profile-answers': 'azure.workspace',
  settings: 'AMLTLS_THEME',
  waits: 'build-7',
} as const;
// The ground of the pictures is dark.
const COLOURS = { COLORTERM: 'truecolor', AMLTLS_THEME: 'dark', TZ: 'UTC' };
const SECONDS = 2;
const place = join(import.meta.dirname, '../docs/pictures');
mkdirSync(place, { recursive: true });

for (const language of ['en', 'ja'] as const) {
  // Its name is to be seen in the pictures.
  const folder = join(tmpdir(), 'practice');
  mkdirSync(folder);
  const locale = language === 'ja' ? 'ja_JP.UTF-8' : 'en_US.UTF-8';
  const home = { HOME: folder, USERPROFILE: folder, XDG_CONFIG_HOME: folder, XDG_STATE_HOME: folder, XDG_DATA_HOME: folder, LC_ALL: locale, ...COLOURS };
  const screen = record(['dist/amltls.mjs', '--sandbox', '--lang', language, '--state-dir', join(folder, 'sandbox')], SIZE, home);
  try {
    const shots = await tour(screen, WORDS[language]);
    for (const name of KEPT) {
      const body = shots.get(name);
      if (body !== undefined) writeFileSync(join(place, `${name}.${language}.svg`), still(body, `amltls: ${name}`));
    }
    writeFileSync(join(place, `wizard.${language}.svg`), film([...shots.values()], 'amltls: the wizard', SECONDS));
    for (const [name, wanted] of Object.entries(GALLERY)) {
      const shown = record(['dist/amltls.mjs', 'gallery', name, '--lang', language], SIZE, home);
      await shown.until(wanted);
      writeFileSync(join(place, `${name}.${language}.svg`), still(shown.picture(), `amltls: ${name}`));
      shown.close();
      await shown.ended;
    }
    process.stdout.write(`${language}: ${shots.size} screens of the wizard, ${Object.keys(GALLERY).length} of the gallery\n`);
  } finally {
    screen.close();
    await screen.ended;
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

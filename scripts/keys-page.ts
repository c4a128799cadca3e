import { KEYS, shownKey } from '../src/ui/ink/keys.ts';
import { symbolsFor } from '../src/ui/ink/symbols.ts';
import { renderText } from '../src/ui/text/render.ts';

/** docs/keys.md, from the one table that the screens and the footer use. */
export function keysPage(): string {
  const symbols = symbolsFor(true);
  const rows = Object.entries(KEYS).map(([id, { does, presses }]) => {
    const also = presses.length < 2 ? '' : presses.map((press) => `\`${press}\``).join(' ');
    return `| ${shownKey(id as keyof typeof KEYS, symbols)} | ${renderText(does, 'en')} | ${renderText(does, 'ja')} | ${also} |`;
  });
  return [
    '# Keys',
    '',
    'The footer shows the keys that work now. Ctrl-C leaves from anywhere: the terminal is restored, the exit code is 130, and what was',
    'answered can still be saved. No mouse is needed. `docs/keys.md` is generated (`npm run generate`).',
    '',
    '| key | does | 日本語 | all that does the same |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

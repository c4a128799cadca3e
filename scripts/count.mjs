// Turns vitest's closing lines of a log into one plain line: `N passed, N failed`. Fails where no test ran or one failed.
import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

const text = stripVTControlCharacters(readFileSync(process.argv[2], 'utf8'));
const lines = [...text.matchAll(/^\s*Tests\s+(.*)$/gm)].map((match) => match[1]);
const sum = (word) => lines.reduce((total, line) => total + Number(new RegExp(`(\\d+) ${word}`).exec(line)?.[1] ?? 0), 0);
const passed = sum('passed');
const failed = sum('failed');
const skipped = sum('skipped') + sum('todo');
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = passed > 0 && failed === 0 ? 0 : 1;

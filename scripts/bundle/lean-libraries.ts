import type { Plugin } from 'rolldown';

/** One place in a library that costs time before the first frame and gives nothing here. */
interface Lean {
  readonly name: string;
  readonly id: RegExp;
  readonly places: readonly { readonly from: string; readonly to: string }[];
}

const LEAN: readonly Lean[] = [
  // Ink's layout engine asks for `fetch`, which it never calls: in node that question alone loads all of undici, 15 ms.
  { name: 'yoga-without-fetch', id: /yoga-layout[\\/]dist[\\/]binaries/, places: [{ from: '"function"!=typeof fetch', to: 'true' }] },
  // The table of all emoji takes 23 ms to compile at its first use. Every emoji sequence holds one of these characters (UTS 51, ED-20 to ED-27),
  // so the frame's lines and marks need not meet it. test/scripts/lean-libraries.test.ts holds that no width changes.
  {
    name: 'string-width-late-emoji',
    id: /string-width[\\/]index\.js$/,
    places: [
      { from: 'const rgiEmojiRegex = /^\\p{RGI_Emoji}$/v;', to: 'let rgiEmoji;\nconst rgiEmojiRegex = () => (rgiEmoji ??= /^\\p{RGI_Emoji}$/v);' },
      {
        from: 'rgiEmojiRegex.test(segment)',
        to: '(/\\p{Emoji_Presentation}|\\uFE0F|\\u20E3/u.test(segment) && rgiEmojiRegex().test(segment))',
      },
    ],
  },
  // Commander starts programs for subcommands that lie in files of their own, of which there are none here.
  {
    name: 'commander-without-child-process',
    id: /commander[\\/]lib[\\/]command\.js$/,
    places: [
      {
        from: "import childProcess from 'node:child_process';",
        to: "const childProcess = { spawn: (...args) => process.getBuiltinModule('node:child_process').spawn(...args) };",
      },
    ],
  },
];

/** Takes those places out of the bundle; a library that no longer has one stops the build, so that nobody believes in it. */
export const leanLibraries: readonly Plugin[] = LEAN.map(({ name, id, places }) => ({
  name,
  transform: {
    filter: { id },
    handler(code: string) {
      for (const { from } of places) if (!code.includes(from)) throw new Error(`${name}: ${from} is no longer there`);
      return leanSource(name, code);
    },
  },
}));

/** What `name` makes of a source. */
export function leanSource(name: string, code: string): string {
  const found = LEAN.find((lean) => lean.name === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found.places.reduce((lean, { from, to }) => lean.replaceAll(from, () => to), code);
}

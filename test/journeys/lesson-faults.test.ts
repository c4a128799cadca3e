import { expect, it } from 'vitest';
import { freshHome } from '../helpers/bin.ts';
import { WALKS } from './lesson-walks.ts';

const LIMIT = 120_000;
/** What Azure and caches still have to do is done then. */
const LATER = 'later 10m';
const NEXT = '';

/** What each prepared fault shows before it is mended, and cures that do not cure. */
const FAULTS: readonly { readonly shows: RegExp; readonly wrong: readonly string[] }[] = [
  { shows: /one are fit.*\(so far: .*(key|certificate)/, wrong: ['amltls profile edit one --set certificate.keyFile=leaf.key'] },
  { shows: /two are fit.*\(so far: .*issuing CA.* is missing/, wrong: ['amltls profile edit two --set certificate.certFile=intermediate.pem'] },
  { shows: /three are fit.*\(so far: .*three\.contoso\.com/, wrong: ['amltls profile edit three --set certificate.certFile=three.pem'] },
  { shows: /four are fit.*\(so far: .*passphrase/, wrong: ['amltls profile edit four --set certificate.keyFile=old.key'] },
  { shows: /old\.contoso\.com leads.*\(so far: it has 203\.0\.113\.99\)/, wrong: ['registrar remove old.contoso.com A'] },
  { shows: /no AAAA record \(so far: it has 2001:db8::1\)/, wrong: ['registrar remove www.contoso.com A', 'registrar set www.contoso.com A 203.0.113.10'] },
  { shows: /CAA records.*\(so far: it has 0 issue "other-ca\.example"\)/, wrong: ['registrar remove contoso.com CAA'] },
  { shows: /late-scorer begins.*\(so far: it is http:/, wrong: ['amltls replay late --yes'] },
];

it('each prepared fault shows itself before the cure, outlives a wrong one, and is gone after the right one', { timeout: LIMIT }, async () => {
  const cures = WALKS.find(({ lesson }) => lesson === 7)?.tasks ?? [];
  expect(cures).toHaveLength(FAULTS.length);
  const home = await freshHome();
  const lines = cures.flatMap((cure, at) => [...(FAULTS[at]?.wrong ?? []), ...cure, LATER, NEXT]);
  const { code, stderr } = await home.run(['learn', '7', '--plain', '--speed', '600'], { input: [...lines, 'q!', ''].join('\n') });
  expect(code, stderr).toBe(0);
  const [, ...tasks] = stderr.split(/Task \d of 8\n/);
  expect(tasks).toHaveLength(FAULTS.length);
  for (const [at, told] of tasks.entries()) {
    const { shows, wrong } = FAULTS[at] ?? { shows: /x/, wrong: [] };
    const cure = cures[at] ?? [];
    const done = told.indexOf('Enter goes on.');
    expect(told.slice(0, told.indexOf(`$ ${wrong[0]}`)), `fault ${at + 1}`).toMatch(shows);
    // Not done before the last line of the cure has run.
    expect(done, `fault ${at + 1}`).toBeGreaterThan(told.indexOf(`$ ${cure.at(-1)}`));
  }
});

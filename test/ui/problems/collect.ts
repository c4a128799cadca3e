import { join } from 'node:path';
import type { Finding, Owner, Problem, Severity, Text } from '../../../src/core/contracts/index.ts';
import { ProblemError } from '../../../src/core/problems/problem-error.ts';
import { renderText } from '../../../src/ui/text/render.ts';
import { ROOT, sourceFiles } from '../../architecture/source.ts';
import { madeBesides, madeInstead } from './made-by-hand.ts';
import { OF_THE_RUN, sample, settled, wordFor } from './sample-value.ts';

/** What a person may be shown under a code. */
export type Shown = Problem | Finding;

interface Scope {
  sample(name: string): unknown;
  attempt(name: string, make: () => unknown): unknown;
  choose(test: () => unknown): boolean;
}
type Make = (scope: Scope) => unknown;

/** Programs of their own, and what says more about codes than it makes. */
const LEFT_OUT = /^src\/(?:ui\/main\.ts|core\/learn\/explain\/)|\/worker\//;
const MAY_MAKE = /\bcode:|\bcode,|finding\(|problem\(|rule\(/i;

/** Ways to decide the conditions of an expression, in the order in which they are met; the last goes on. */
const WAYS: readonly (readonly boolean[])[] = [[true], [false], [false, true], [true, false], [false, false, true]];

/** Every problem and finding that the source can make, by code: made by the source's own expressions, with likely values where a run would know better. */
export async function shownByCode(): Promise<ReadonlyMap<string, readonly Shown[]>> {
  const instead = madeInstead();
  const codes = new Set(instead.map(({ code }) => code));
  const all = [...instead, ...madeBesides(), ...(await fromSource()).filter(({ code }) => !codes.has(code))];
  const byCode = new Map<string, Map<string, Shown>>();
  for (const each of all) {
    const same = byCode.get(each.code) ?? new Map<string, Shown>();
    const looks = JSON.stringify([each.message, each.next]);
    if (!same.has(looks)) same.set(looks, each);
    byCode.set(each.code, same);
  }
  return new Map([...byCode].map(([code, same]) => [code, preferred([...same.values()])]));
}

/** Whole sentences, where there are any. */
function preferred(all: readonly Shown[]): readonly Shown[] {
  const said = all.filter(({ message }) => message !== OF_THE_RUN);
  return said.length > 0 ? said : all;
}

async function fromSource(): Promise<readonly Shown[]> {
  const found: Shown[] = [];
  for (const { path, text } of sourceFiles('src')) {
    if (!MAY_MAKE.test(text) || LEFT_OUT.test(path)) continue;
    const { samples } = (await import(/* @vite-ignore */ join(ROOT, `${path}?samples`))) as { readonly samples: readonly Make[] };
    for (const make of samples) for (const way of WAYS) found.push(...attempt(make, way));
  }
  return found;
}

// Where the source wants a real string, a stand-in is not enough.
const STAND_INS: readonly ((name: string) => unknown)[] = [sample, (name) => (/[a-z]s$/.test(name) ? [wordFor(name)] : wordFor(name))];

function attempt(make: Make, way: readonly boolean[]): readonly Shown[] {
  for (const standIn of STAND_INS) {
    let met = 0;
    const scope: Scope = {
      sample: standIn,
      attempt(name, build) {
        try {
          return build() ?? standIn(name);
        } catch {
          return standIn(name);
        }
      },
      choose: () => way[Math.min(met++, way.length - 1)] ?? true,
    };
    try {
      const made = make(scope);
      const shown = [made instanceof ProblemError ? made.problem : made]
        .flat()
        .map((each) => settled(each))
        .filter(isShown)
        .map(whole);
      if (shown.length > 0) return shown;
    } catch {
      // The next stand-in may do.
    }
  }
  return [];
}

function isShown(made: unknown): made is Shown {
  if (typeof made !== 'object' || made === null) return false;
  const { code, message, next } = made as Partial<Record<keyof Problem, unknown>>;
  return typeof code === 'string' && isMessage(message) && Array.isArray(next) && next.every(isMessage);
}

const OWNERS: readonly unknown[] = ['you', 'service', 'amltls'] satisfies readonly Owner[];
const SEVERITIES: readonly unknown[] = ['error', 'warning', 'info'] satisfies readonly Severity[];

/** With the most usual owner or severity where only a run knows it. */
function whole(shown: Shown): Shown {
  if ('severity' in shown) return SEVERITIES.includes(shown.severity) ? shown : { ...shown, severity: 'error' };
  return OWNERS.includes((shown as Partial<Problem>).owner) ? shown : { ...(shown as Problem), owner: 'you' };
}

// What comes of a stand-in may be no text at all.
function isMessage(text: unknown): boolean {
  if (typeof text !== 'object' || text === null) return false;
  try {
    return renderText(text as Text, 'en') !== '' && renderText(text as Text, 'ja') !== '';
  } catch {
    return false;
  }
}

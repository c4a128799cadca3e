import type { LookKey } from '../../../core/check/last-look.ts';
import type { Text } from '../../../core/contracts/index.ts';
import { toProblem } from '../../../core/problems/to-problem.ts';
import { writtenAnswers } from '../../../core/profile/book.ts';
import type { WaitKind } from '../../../core/wait/open-wait.ts';
import type { HomePlace, HomeChoice as InkChoice } from '../../ink/screens/home/news.ts';
import { problemLines } from '../../text/problem-lines.ts';
import { inkOptions } from '../drivers.ts';
import { environmentId } from '../environment.ts';
import { findBook } from '../profiles.ts';
import type { Session } from '../session.ts';
import { waitText } from '../watch/list.ts';
import { isWatchable, openWaitsOf } from '../watch/open-waits.ts';
import { type ShownStanding, standingOfProfile } from './standings.ts';

type Work = 'replay' | 'renew' | 'check' | 'disable';

/** Work that leaves the home screen. */
export type HomeChoice =
  | { readonly type: 'secure' }
  | { readonly type: 'learn' }
  | { readonly type: Work; readonly profile: string }
  | { readonly type: 'check-all' }
  | { readonly type: 'check-host'; readonly host: string }
  | { readonly type: 'watch'; readonly kind: WaitKind; readonly profile: string }
  | { readonly type: 'quit'; readonly interrupted?: true };

export interface Chosen {
  readonly choice: HomeChoice;
  /** The settings may have been changed before. */
  readonly session: Session;
}

interface Entry {
  readonly name: string;
  readonly detail: Text;
  readonly key: LookKey;
}

/** The home screen and the screens that lead back to it, from the first frame to a choice. */
export async function chooseNext(session: Session): Promise<Chosen> {
  return session.plain ? await inLines(session) : await onScreen(session);
}

async function inLines(session: Session): Promise<Chosen> {
  const { plainHome } = await import('../../plain/home.ts');
  for (let now = session; ; ) {
    const entries = await entriesOf(now);
    const stood = await Promise.all(entries.map(async (entry) => withStanding(entry, await standingOfProfile(now, entry.key))));
    const choice = await plainHome(stood, await waitsOf(now), now.lines(), now.writer, now.signal);
    if (choice.type === 'settings') now = await (await import('./settings-in-lines.ts')).settingsInLines(now);
    else if (choice.type === 'profiles') await (await import('./profiles/in-lines.ts')).profilesInLines(now);
    else return { choice, session: now };
  }
}

async function onScreen(session: Session): Promise<Chosen> {
  const { createInkDriver } = await import('../../ink/driver.ts');
  const environment = await session.registry.get('environment', environmentId(session, {}));
  const driver = createInkDriver(await inkOptions(session, { title: environment.title, practice: environment.practice === true }, undefined));
  let now = session;
  let at: string | undefined;
  try {
    for (;;) {
      const entries = await entriesOf(now);
      const choice = await driver.home(entries, newsOf(now, entries), at);
      if (!isPlace(choice)) return { choice, session: now };
      at = choice.type;
      const { visit } = await import('./visit.ts');
      const visited = await visit(now, driver, choice.type);
      now = visited.session;
      if (visited.choice !== undefined) return { choice: visited.choice, session: now };
      if (now.plain) break;
    }
  } finally {
    await driver.close();
  }
  // The settings say so now.
  return await inLines(now);
}

const isPlace = (choice: InkChoice): choice is { readonly type: HomePlace } => ['check', 'waits', 'profiles', 'settings'].includes(choice.type);

/** What is read while the screen is up already. */
async function* newsOf(session: Session, entries: readonly Entry[]) {
  if (entries.length > 0) yield { type: 'waits', count: (await openWaitsOf(session)).length } as const;
  for (const { name, key } of entries) {
    const standing = await standingOfProfile(session, key);
    if (standing !== undefined) yield { type: 'standing', name, standing } as const;
  }
}

const withStanding = (entry: Entry, standing: ShownStanding | undefined) => (standing === undefined ? entry : { ...entry, standing });

async function waitsOf(session: Session) {
  const waits = await openWaitsOf(session);
  return waits.filter(isWatchable).map((wait) => ({ kind: wait.kind, profile: wait.profile, text: waitText(wait) }));
}

async function entriesOf(session: Session): Promise<readonly Entry[]> {
  const book = await findBook(session).catch((thrown: unknown) => {
    for (const line of problemLines(toProblem(thrown), session.writer)) session.notes.line(line);
    return undefined;
  });
  if (book === undefined) return [];
  const profileFile = await session.files.realPath(book.path);
  return book.names.map((name) => {
    const answers = writtenAnswers(book, name);
    const host = answers['domain.fqdn'] ?? answers['domain.leafDomainLabel'] ?? answers['domain.kind'] ?? '';
    return {
      name,
      // The host says most, and stands where nothing cuts it off.
      detail: [host, answers['target.plugin'], answers['environment']].filter((part) => part !== undefined && part !== '').join(', '),
      key: { profile: name, profileFile, environment: environmentId(session, answers) },
    };
  });
}

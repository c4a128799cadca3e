import type { LookKey } from '../../../core/check/last-look.ts';
import type { Text } from '../../../core/contracts/index.ts';
import { toProblem } from '../../../core/problems/to-problem.ts';
import { writtenAnswers } from '../../../core/profile/book.ts';
import { problemLines } from '../../text/problem-lines.ts';
import { inkOptions } from '../drivers.ts';
import { environmentId } from '../environment.ts';
import { findBook } from '../profiles.ts';
import type { Session } from '../session.ts';
import { waitText } from '../watch/list.ts';
import { openWaitsOf } from '../watch/open-waits.ts';
import { type ShownStanding, standingOfProfile } from './standings.ts';

type Work = 'replay' | 'renew' | 'check' | 'disable';

export type HomeChoice =
  | { readonly type: 'secure' }
  | { readonly type: 'learn' }
  | { readonly type: Work; readonly profile: string }
  | { readonly type: 'watch'; readonly kind: 'renewal' | 'dns'; readonly profile: string }
  | { readonly type: 'quit'; readonly interrupted?: true };

interface Entry {
  readonly name: string;
  readonly detail: Text;
  readonly key: LookKey;
}

/** One home screen, from its first frame to a choice. */
export async function chooseNext(session: Session): Promise<HomeChoice> {
  const entries = await entriesOf(session);
  if (session.plain) {
    const { plainHome } = await import('../../plain/home.ts');
    const stood = await Promise.all(entries.map(async (entry) => withStanding(entry, await standingOfProfile(session, entry.key))));
    return await plainHome(stood, await waitsOf(session), session.lines(), session.writer, session.signal);
  }
  const { runHome } = await import('../../ink/home.ts');
  const environment = await session.registry.get('environment', environmentId(session, {}));
  const ink = await inkOptions(session, { title: environment.title, practice: environment.practice === true }, undefined);
  return await runHome({ ...ink, profiles: entries, news: newsOf(session, entries) });
}

/** What is read while the screen is up already. */
async function* newsOf(session: Session, entries: readonly Entry[]) {
  yield { type: 'waits', waits: await waitsOf(session) } as const;
  for (const { name, key } of entries) {
    const standing = await standingOfProfile(session, key);
    if (standing !== undefined) yield { type: 'standing', name, standing } as const;
  }
}

const withStanding = (entry: Entry, standing: ShownStanding | undefined) => (standing === undefined ? entry : { ...entry, standing });

async function waitsOf(session: Session) {
  const waits = await openWaitsOf(session);
  return waits.flatMap((wait) => (wait.profile === null ? [] : [{ kind: wait.kind, profile: wait.profile, text: waitText(wait) }]));
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
      detail: [answers['environment'], answers['target.plugin'], host].filter((part) => part !== undefined && part !== '').join(', '),
      key: { profile: name, profileFile, environment: environmentId(session, answers) },
    };
  });
}

import { dirname, join, resolve } from 'node:path';
import type { Answers, Paths } from '../../core/contracts/index.ts';
import { innerAddresses } from '../../core/profile/addresses.ts';
import { openBook, type ProfileBook, requireBook, resolvedAnswers, writtenAnswers } from '../../core/profile/book.ts';
import type { EditPlace } from '../../core/profile/edit-file.ts';
import { type FindOptions, PROFILE_FILES } from '../../core/profile/find.ts';
import { profileOf } from '../../core/profile/flatten.ts';
import { keepPlaceholders } from '../../core/profile/keep-placeholders.ts';
import { requireProfileName } from '../../core/profile/names.ts';
import { pathsFor } from '../../core/profile/paths.ts';
import type { Source } from '../../core/profile/profile-command.ts';
import type { Session } from './session.ts';

/** One profile ready to be used: its answers with variables and `--set` filled in. */
export interface UsableProfile {
  readonly name: string | undefined;
  readonly answers: Answers;
  readonly paths: Paths;
  /** Where it was read from. */
  readonly source?: Source;
}

export function findOptions({ files, host, options }: Session): FindOptions {
  const lookIn: FindOptions['lookIn'] = async (folder) => (await import('../host/look-in.ts')).lookIn(folder);
  return { files, config: options.config, cwd: host.cwd, home: host.home, configFolder: host.folders.config, uid: host.uid, lookIn };
}

/** The profile file that counts here; undefined where there is none. */
export async function findBook(session: Session, how: Pick<FindOptions, 'maybeNew'> = {}): Promise<ProfileBook | undefined> {
  const book = await openBook({ ...findOptions(session), ...how });
  if (book !== undefined && book.parsed.plugins.length > 0) await (await import('./plugin/attach.ts')).attachPlugins(session, book);
  return book;
}

/** @throws ProblemError `profile-file-missing` */
export async function needBook(session: Session): Promise<ProfileBook> {
  return requireBook(await findBook(session));
}

/** @throws ProblemError `profile-unknown`, `profile-untrusted`, `variable-missing`, `set-invalid` */
export async function useProfile(session: Session, book: ProfileBook, name: string): Promise<UsableProfile> {
  const { host, files } = session;
  const { answers, secrets } = await resolvedAnswers(book, name, { files, stateFolder: host.folders.state, env: host.env });
  for (const [variable, value] of secrets) session.hidden.set(variable, value);
  for (const address of await foreignAddresses(session, book, answers)) session.foreign.add(address);
  return {
    name,
    answers: { ...answers, ...(await givenAnswers(session)) },
    paths: pathsOf(session, dirname(book.path), name),
    source: sourceOf(session, book),
  };
}

/** The answers of `--set`. @throws ProblemError `set-invalid` */
export async function givenAnswers({ options }: Session): Promise<Answers> {
  // Where nothing is given, the schema of a profile is not loaded before the first frame.
  return options.set.length === 0 ? {} : (await import('../../core/profile/set-answers.ts')).parseSets(options.set);
}

/** Servers inside some network that the file names and nobody has allowed: a file that lies in the user's own folder, or that the user named, is the user's own. */
async function foreignAddresses({ files, host, options }: Session, book: ProfileBook, answers: Answers): Promise<readonly string[]> {
  const inner = innerAddresses(answers);
  if (inner.length === 0 || options.config !== undefined || resolve(dirname(book.path)) === resolve(host.folders.config)) return [];
  const { trustedBy } = await import('../../core/profile/trust.ts');
  const { addresses = [] } = await trustedBy(files, host.folders.state, book.path);
  return inner.filter((address) => !addresses.includes(address));
}

export function pathsOf({ host }: Session, base: string, profile: string | undefined): Paths {
  return pathsFor({ base, home: host.home, stateFolder: host.folders.state, profile });
}

/** The file as commands have to name it that are to meet its profiles again. */
export function sourceOf(session: Session, book: ProfileBook | undefined): Source {
  return { file: editPlace(session, book).path, named: session.options.config !== undefined };
}

/** Where a profile is written: the file that counts here, or a new one. */
export function editPlace({ files, host, options }: Session, book: ProfileBook | undefined): EditPlace {
  return {
    files,
    path: book?.path ?? (options.config === undefined ? join(host.cwd, PROFILE_FILES[0]) : resolve(host.cwd, options.config)),
    schemaUrl: new URL('config/profile.schema.json', host.root).href,
    uid: host.uid,
    lock: join(host.folders.state, 'locks', 'profiles'),
  };
}

/** Writes answers as a profile; what came out of a variable and did not change stays a variable. @returns the file */
export async function saveAnswers(session: Session, book: ProfileBook | undefined, name: string, answers: Answers): Promise<string> {
  requireProfileName(name);
  const place = editPlace(session, book);
  const known = book?.parsed.profiles.has(name) === true;
  const kept =
    known && book !== undefined ? keepPlaceholders(answers, writtenAnswers(book, name), (await useProfileQuietly(session, book, name)) ?? {}) : answers;
  const { setProfile } = await import('../../core/profile/edit-document.ts');
  const { editProfiles } = await import('../../core/profile/edit-file.ts');
  await editProfiles(place, (document) => setProfile(document, name, profileOf(kept)));
  return place.path;
}

async function useProfileQuietly({ files, host }: Session, book: ProfileBook, name: string): Promise<Answers | undefined> {
  try {
    return (await resolvedAnswers(book, name, { files, stateFolder: host.folders.state, env: host.env })).answers;
  } catch {
    return undefined;
  }
}

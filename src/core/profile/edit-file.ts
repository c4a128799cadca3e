import type { Document } from 'yaml';
import type { Files } from '../contracts/index.ts';
import { fail } from '../problems/problem-error.ts';
import { say, value } from '../text/say.ts';
import { decode } from './decode.ts';
import { guardOwner } from './guard-owner.ts';
import { PROFILE_VERSION } from './migrate.ts';
import { type ParsedProfiles, parseProfiles } from './parse.ts';

export interface EditPlace {
  readonly files: Files;
  /** The profile file; it is made where there is none. */
  readonly path: string;
  /** Named in a file that is made. */
  readonly schemaUrl: string;
  readonly uid: number | undefined;
  /** A file in the user's state that keeps two writers apart. */
  readonly lock: string;
}

/**
 * Reads the file as it is now, lets `edit` change the document, writes it whole or not at all. What would come out with mistakes is not written.
 * @throws ProblemError `profile-invalid`, a file problem
 */
export async function editProfiles(place: EditPlace, edit: (document: Document, parsed: ParsedProfiles) => void): Promise<void> {
  const { files, path } = place;
  await using _lock = await files.lock(place.lock);
  const stat = await files.stat(path);
  if (stat !== undefined) await guardOwner(files, path, place.uid);
  const before = stat === undefined ? emptyFile(path, place.schemaUrl) : decode(await files.read(path));
  const parsed = parseProfiles(before, path);
  edit(parsed.document, parsed);
  const after = textOf(parsed.document, path, before);
  parseProfiles(after, path);
  if (stat === undefined || after !== before) await files.write(path, after, { mode: stat === undefined || stat.mode === 0 ? 0o600 : stat.mode & 0o777 });
}

/**
 * Replaces the whole text, as an editor left it.
 * @throws ProblemError `profile-changed` where the file is no longer what the edit began with, `profile-invalid`, a file problem
 */
export async function replaceProfiles({ files, path, lock }: EditPlace, before: string, after: string): Promise<void> {
  await using _lock = await files.lock(lock);
  parseProfiles(after, path);
  if (decode(await files.read(path)) !== before) refuseChanged(path);
  await files.write(path, after, { mode: ((await files.stat(path))?.mode || 0o600) & 0o777 });
}

function refuseChanged(path: string): never {
  return fail({
    code: 'profile-changed',
    owner: 'you',
    message: say('{file} was changed by somebody else in the meantime; it is left as it is.', '{file} は編集中に変更されたため、そのまま残しました。', {
      file: value(path),
    }),
    next: [say('Run the command again to edit the new text.', 'もう一度コマンドを実行し、新しい内容を編集してください。')],
  });
}

function emptyFile(path: string, schemaUrl: string): string {
  if (isJson(path)) return JSON.stringify({ $schema: schemaUrl, version: PROFILE_VERSION, profiles: {} });
  return `# yaml-language-server: $schema=${schemaUrl}\nversion: ${PROFILE_VERSION}\nprofiles: {}\n`;
}

function textOf(document: Document, path: string, before: string): string {
  if (isJson(path)) return `${JSON.stringify(document.toJS(), null, 2)}\n`;
  const text = document.toString({ lineWidth: 0, flowCollectionPadding: true });
  return before.includes('\r\n') ? text.replaceAll(/\r?\n/g, '\r\n') : text;
}

function isJson(path: string): boolean {
  return path.toLowerCase().endsWith('.json');
}

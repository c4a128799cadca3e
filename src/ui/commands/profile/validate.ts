import type { ExitCode, PluginKind } from '../../../core/contracts/index.ts';
import { requireBook } from '../../../core/profile/book.ts';
import { type Fault, faultsProblem } from '../../../core/profile/faults.ts';
import { findProfileFile } from '../../../core/profile/find.ts';
import { answersOf } from '../../../core/profile/flatten.ts';
import { nearest } from '../../../core/profile/nearest.ts';
import { inspectProfiles, type ParsedProfiles } from '../../../core/profile/parse.ts';
import { code, say, value } from '../../../core/text/say.ts';
import { problemLines } from '../../text/problem-lines.ts';
import { writeDocument } from '../document.ts';
import { findOptions } from '../profiles.ts';
import { answer, type Session } from '../session.ts';

const PLUGIN_KEYS: readonly (readonly [string, PluginKind])[] = [
  ['environment', 'environment'],
  ['target.plugin', 'target'],
  ['certificate.plugin', 'certificate'],
  ['dns.plugin', 'dns'],
];

/** Everything that is wrong with the profile file, at once; nothing is asked of any service. */
export async function validateProfiles(session: Session): Promise<ExitCode> {
  const found = await findProfileFile(findOptions(session));
  if (found === undefined) requireBook(undefined);
  const { path, text } = found ?? { path: '', text: '' };
  const parsed = inspectProfiles(text, path);
  const faults = [...parsed.faults, ...(parsed.faults.length > 0 ? [] : unknownPlugins(session, parsed))];
  const exitCode = faults.length === 0 ? 0 : 2;
  if (session.options.format !== 'text') {
    const problems = faults.map(({ message, ...place }) => ({ ...place, message: session.words(message) }));
    writeDocument(session, 'profile-validate', { file: path, valid: faults.length === 0, profiles: [...parsed.profiles.keys()], problems, exitCode });
  } else if (faults.length === 0) {
    answer(
      session,
      say('{file} is right. Profiles: {count}.', '{file} に誤りはありません (プロファイル {count} 件)。', { file: value(path), count: parsed.profiles.size }),
    );
  } else {
    for (const line of problemLines(faultsProblem(path, faults), session.writer)) session.notes.line(line);
  }
  return exitCode;
}

// Plugins named in `plugins:` may bring ids that are not known before they are loaded.
function unknownPlugins({ registry }: Session, parsed: ParsedProfiles): readonly Fault[] {
  if (parsed.plugins.length > 0) return [];
  return [...parsed.profiles].flatMap(([name, profile]) => {
    const answers = answersOf(profile);
    return PLUGIN_KEYS.flatMap(([key, kind]): Fault[] => {
      const id = answers[key];
      const known = registry.ids(kind);
      if (typeof id !== 'string' || known.includes(id)) return [];
      const close = nearest(id, known);
      const words = { id: value(id), key: code(key) };
      return [
        {
          ...parsed.placeOf(['profiles', name, ...key.split('.')], 'value'),
          key: `profiles.${name}.${key}`,
          message:
            close === undefined
              ? say('{key}: there is no {id}. Known: {known}', '{key}: {id} はありません。使えるもの: {known}', { ...words, known: code(known.join(', ')) })
              : say('{key}: there is no {id}. Did you mean {close}?', '{key}: {id} はありません。{close} ではありませんか?', { ...words, close: code(close) }),
        },
      ];
    });
  });
}

import type { Text } from '../../core/contracts/index.ts';
import { say, value } from '../../core/text/say.ts';
import type { Writer } from '../text/writer.ts';
import { BACK, byNumber, type Numbered } from './by-number.ts';
import type { Lines } from './lines.ts';

export type ProfileAction = 'edit' | 'certificate' | 'copy' | 'rename' | 'remove';

const ACTIONS: readonly Numbered<ProfileAction>[] = [
  { text: say('Change answers', '回答を変更する'), choice: 'edit' },
  { text: say('Look at its certificates', '証明書を表示する'), choice: 'certificate' },
  { text: say('Copy', 'コピーする'), choice: 'copy' },
  { text: say('Rename', '名前を変更する'), choice: 'rename' },
  { text: say('Remove', '削除する'), choice: 'remove' },
];
const NONE = say('There is no profile any more.', 'プロファイルはもうありません。');

export interface PlainProfiles {
  readonly file: string;
  readonly profiles: readonly { readonly name: string; readonly detail: Text }[];
}

/** The profiles of a file as numbered lines: which, then what to do with it. undefined: back. */
export async function plainProfiles(
  { file, profiles }: PlainProfiles,
  lines: Lines,
  writer: Writer,
  signal: AbortSignal,
): Promise<{ readonly name: string; readonly action: ProfileAction } | undefined> {
  lines.say('');
  if (profiles.length === 0) {
    lines.say(writer.words(NONE));
    return undefined;
  }
  lines.say(writer.words(say('Profiles in {file}:', '{file} のプロファイル:', { file: value(file) })));
  const named = profiles.map(
    ({ name, detail }): Numbered<string> => ({ text: say('{name} ({detail})', '{name} ({detail})', { name: value(name), detail }), choice: name }),
  );
  const name = await byNumber([...named, BACK], lines, writer, signal);
  if (name === undefined) return undefined;
  lines.say('');
  lines.say(writer.words(say('{name}:', '{name}:', { name: value(name) })));
  const action = await byNumber([...ACTIONS, BACK], lines, writer, signal);
  return action === undefined ? undefined : { name, action };
}

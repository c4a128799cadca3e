import { dirname } from 'node:path';
import type { FileStat, Files, Text } from '../../../core/contracts/index.ts';
import { say, value } from '../../../core/text/say.ts';
import { named, pluginProblem } from './problems.ts';

const GROUP = 0o020;
const EVERYBODY = 0o002;
const STICKY = 0o1000;

/** Who may change a file, in words: its owner, and whom its mode lets write. */
export function writersOf({ uid: owner, mode }: FileStat, uid: number | undefined): readonly Text[] {
  if (owner === -1) return [];
  const ownerWords = owner === uid ? say('you', 'あなた') : owner === 0 ? 'root' : say('user {id}', 'ユーザー {id}', { id: owner });
  const group = (mode & GROUP) === 0 ? [] : [say('its group', 'グループ')];
  const all = (mode & EVERYBODY) === 0 ? [] : [say('everybody', 'すべてのユーザー')];
  return [ownerWords, ...group, ...all];
}

/**
 * Code that somebody else can change is somebody else's code. Looks at the files and every folder above them; a folder that everybody
 * may write to is fine where it is root's and sticky (`/tmp`): nobody can replace there what is not theirs.
 * @throws ProblemError `plugin-writable`
 */
export async function guardWriters(files: Files, spec: string, paths: readonly string[], uid: number | undefined): Promise<void> {
  if (uid === undefined) return;
  const seen = new Set<string>();
  for (const path of paths) {
    for (let place = path; !seen.has(place); place = dirname(place)) {
      seen.add(place);
      const stat = await files.stat(place);
      if (stat !== undefined && isOpenToOthers(stat, uid)) throw writable(spec, place, stat, uid);
    }
  }
}

function isOpenToOthers({ kind, uid: owner, mode }: FileStat, uid: number): boolean {
  if (owner === -1) return false;
  if (owner !== uid && owner !== 0) return true;
  const shared = kind === 'folder' && owner === 0 && (mode & STICKY) !== 0;
  return !shared && (mode & (GROUP | EVERYBODY)) !== 0;
}

function writable(spec: string, place: string, stat: FileStat, uid: number) {
  return pluginProblem(
    'plugin-writable',
    say(
      'Others can change what {plugin} runs: {place} may be written by {who}.',
      '{plugin} の実行内容は他のユーザーが変更できます: {place} に書き込めるのは {who} です。',
      {
        ...named(spec),
        place: value(place),
        who: joined(writersOf(stat, uid)),
      },
    ),
    say(
      'Put it where only you can write, or take the right away with {command}.',
      '自分だけが書き込める場所に置くか、{command} で書き込み権限を取り除いてください。',
      {
        command: { code: `chmod go-w ${place}` },
      },
    ),
  );
}

export function joined(texts: readonly Text[]): Text {
  const [first = '', ...rest] = texts;
  return rest.reduce<Text>((all, each) => say('{all}, {each}', '{all}、{each}', { all, each }), first);
}

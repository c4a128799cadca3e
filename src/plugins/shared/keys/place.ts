import { basename, dirname, join, relative, sep } from 'node:path';
import type { Context, Files, Finding, Text } from '../../../core/contracts/index.ts';
import { code, say, value } from '../../../core/text/say.ts';
import { existing } from '../shelf/folder.ts';
import { isIgnored, workTreeOf } from './work-tree.ts';

/**
 * What speaks against keeping a private key at this place, with the cure: others can get at it, git would take it along,
 * a cloud service copies it. The key may or may not be there yet.
 * @param keyFile absolute
 */
export async function findingsOfPlace(keyFile: string, { env }: Pick<Context, 'env'>): Promise<readonly Finding[]> {
  const { files } = env;
  const about = (found: Pick<Finding, 'code' | 'message' | 'next'>): Finding => ({ severity: 'warning', subject: keyFile, ...found });
  const [open, tracked] = [await openToOthers(keyFile, files), await inWorkTree(keyFile, files)];
  const service = syncedBy(keyFile);
  return [open, tracked, service === undefined ? undefined : synced(service)].filter((found) => found !== undefined).map(about);
}

type Found = Pick<Finding, 'code' | 'message' | 'next'>;

const OTHERS_READ = 0o044;
const OTHERS_ENTER = 0o011;
const OTHERS_WRITE = 0o022;

async function openToOthers(keyFile: string, files: Files): Promise<Found | undefined> {
  const folder = await existing(dirname(keyFile), files);
  const [place, key] = [await files.stat(folder), await files.stat(keyFile)];
  const mode = place?.mode ?? 0;
  if ((mode & OTHERS_WRITE) !== 0 && (mode & 0o1000) === 0)
    return openFolder(folder, say('Others may write in {folder}', '{folder} には他のユーザーも書き込めます', { folder: value(folder) }));
  if (key !== undefined && (key.mode & OTHERS_READ) !== 0 && (mode & OTHERS_ENTER) !== 0) {
    return {
      code: 'key-file-open',
      message: say('Other users of this machine can read the private key {path}.', 'このコンピューターの他のユーザーが秘密鍵 {path} を読み取れます。', {
        path: value(keyFile),
      }),
      next: [say('Run {command}.', '{command} を実行してください。', { command: code(`chmod 600 "${keyFile}"`) })],
    };
  }
  return key === undefined && folder === dirname(keyFile) && (mode & OTHERS_READ) !== 0
    ? openFolder(folder, say('Others may look into {folder}', '{folder} の内容は他のユーザーも参照できます', { folder: value(folder) }))
    : undefined;
}

function openFolder(folder: string, what: Text): Found {
  return {
    code: 'key-folder-open',
    message: say('{what}, where a private key is kept.', '秘密鍵の保存先 {what}。', { what }),
    next: [
      say('Run {command}, or keep the key elsewhere.', '{command} を実行するか、別の場所に保存してください。', { command: code(`chmod 700 "${folder}"`) }),
    ],
  };
}

async function inWorkTree(keyFile: string, files: Files): Promise<Found | undefined> {
  const root = await workTreeOf(dirname(keyFile), files);
  if (root === undefined || (await isIgnored(keyFile, root, files))) return undefined;
  const rule = relative(root, keyFile).split(sep).join('/');
  return {
    code: 'key-in-work-tree',
    message: say(
      'The private key {path} lies in the git work tree {root} and nothing keeps it out of a commit.',
      '秘密鍵 {path} は git の作業ツリー {root} にあり、コミットの対象から除外されていません。',
      {
        path: value(keyFile),
        root: value(root),
      },
    ),
    next: [
      say('Add this line to {file}: {rule}', '{file} に次の行を追加してください: {rule}', { file: value(join(root, '.gitignore')), rule: code(`/${rule}`) }),
    ],
  };
}

const SYNCED: readonly [RegExp, string][] = [
  [/^OneDrive( - .*)?$/i, 'OneDrive'],
  [/^Dropbox( \(.*\))?$/i, 'Dropbox'],
  [/^(Google ?Drive|GoogleDrive-.*|My Drive|DriveFS)$/i, 'Google Drive'],
  [/^(iCloud ?Drive|com~apple~CloudDocs|Mobile Documents)$/i, 'iCloud'],
];

/** By the names that these services give their folders, on every system. */
function syncedBy(keyFile: string): string | undefined {
  const parts = dirname(keyFile)
    .split(/[\\/]/)
    .map((part) => basename(part));
  return SYNCED.find(([pattern]) => parts.some((part) => pattern.test(part)))?.[1];
}

function synced(service: string): Found {
  return {
    code: 'key-in-synced-folder',
    message: say(
      'The private key lies in a folder that {service} copies to the cloud and to other machines.',
      '秘密鍵は、{service} がクラウドや他のコンピューターに同期するフォルダーにあります。',
      {
        service: value(service),
      },
    ),
    next: [say('Keep it in a folder that stays on this machine.', '同期の対象にならない、このコンピューター内のフォルダーに保存してください。')],
  };
}

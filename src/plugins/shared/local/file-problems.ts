import type { Problem, Text } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { say, value } from '../../../core/text/say.ts';

export type Doing = 'read' | 'write';

/** The system's word for what went wrong (`ENOENT`), or '' where it has none. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** What a person reads when the file system refuses: never thrown raw. */
export function fileProblem(error: unknown, path: string, doing: Doing): ProblemError {
  if (error instanceof ProblemError) return error;
  const code = systemCode(error);
  const known = doing === 'read' ? readProblem(code, path) : writeProblem(code, path);
  return new ProblemError({ owner: 'you', ...known, cause: error });
}

type Known = Pick<Problem, 'code' | 'message' | 'next' | 'exit'>;

function readProblem(code: string, path: string): Known {
  const file = { path: value(path) };
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return {
        code: 'file-missing',
        message: say('There is no file {path}.', 'ファイル {path} がありません。', file),
        next: [say('Check the path, or create the file.', 'パスを確認するか、ファイルを作成してください。')],
      };
    case 'EISDIR':
      return folderProblem(path);
    case 'EACCES':
    case 'EPERM':
      return {
        code: 'file-unreadable',
        message: say('You may not read {path}.', '{path} を読み取る権限がありません。', file),
        next: [say('Give your user read access to the file and to its folders.', 'ファイルとそのフォルダーに対する読み取り権限を付与してください。')],
      };
    default:
      return (
        exhausted('file-unreadable', code) ?? {
          code: 'file-unreadable',
          message: say('{path} cannot be read: {code}.', '{path} を読み取れません: {code}。', { ...file, code: value(code || '?') }),
          next: [say('Check that the file can be opened with another program.', '別のプログラムでファイルを開けるか確認してください。')],
        }
      );
  }
}

function writeProblem(code: string, path: string): Known {
  const file = { path: value(path) };
  switch (code) {
    case 'EEXIST':
      return {
        code: 'file-exists',
        message: say('{path} already exists and is left as it is.', '{path} は既に存在するため、そのまま残しました。', file),
        next: [say('Choose another path, or move that file away.', '別のパスを指定するか、そのファイルを移動してください。')],
      };
    case 'EISDIR':
      return folderProblem(path);
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return {
        code: 'disk-full',
        message: say(
          'There is no room left to write {path}. What was there before is unchanged.',
          '{path} を書き込む空き領域がありません。以前の内容は変更されていません。',
          file,
        ),
        next: [
          say('Free some space or raise the quota, then run the command again.', '空き領域を増やすかクォータを引き上げてから、もう一度実行してください。'),
        ],
        exit: 1,
      };
    case 'EROFS':
      return notWritable(say('{path} lies on a read-only file system.', '{path} は読み取り専用のファイル システムにあります。', file));
    case 'ENOTDIR':
      return notWritable(say('A part of the path {path} is a file, not a folder.', 'パス {path} の途中にフォルダーではなくファイルがあります。', file));
    case 'EACCES':
    case 'EPERM':
      return notWritable(say('You may not write {path}.', '{path} に書き込む権限がありません。', file));
    default:
      return (
        exhausted('file-not-writable', code) ??
        notWritable(say('{path} cannot be written: {code}.', '{path} に書き込めません: {code}。', { ...file, code: value(code || '?') }))
      );
  }
}

function notWritable(message: Text): Known {
  return {
    code: 'file-not-writable',
    message,
    next: [
      say(
        'Choose another folder, or give your user write access to this one.',
        '別のフォルダーを指定するか、このフォルダーへの書き込み権限を付与してください。',
      ),
    ],
  };
}

function folderProblem(path: string): Known {
  return {
    code: 'file-is-folder',
    message: say('{path} is a folder; a file is needed.', '{path} はフォルダーです。ファイルを指定してください。', { path: value(path) }),
    next: [say('Name a file inside it.', 'その中のファイルを指定してください。')],
  };
}

function exhausted(problemCode: string, code: string): Known | undefined {
  if (code !== 'EMFILE' && code !== 'ENFILE') return undefined;
  return {
    code: problemCode,
    message: say('Too many files are open on this machine.', 'このマシンで開いているファイルが多すぎます。'),
    next: [
      say(
        'Close other programs or raise the limit of open files, then try again.',
        '他のプログラムを閉じるか、開けるファイル数の上限を引き上げてから、もう一度お試しください。',
      ),
    ],
    exit: 1,
  };
}

/** @param limit bytes */
export function tooLarge(path: string, limit: number): ProblemError {
  return new ProblemError({
    code: 'file-too-large',
    owner: 'you',
    message: say(
      '{path} is larger than {limit} bytes, more than such a file can be.',
      '{path} は {limit} バイトを超えています。この種類のファイルとしては大きすぎます。',
      { path: value(path), limit },
    ),
    next: [say('Check that the path names the right file.', 'パスが正しいファイルを指しているか確認してください。')],
  });
}

import { readFile } from 'node:fs/promises';
import { isMap, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Message } from '../../../../core/contracts/index.ts';
import { ProblemError } from '../../../../core/problems/problem-error.ts';
import { issueWords } from '../../../../core/text/issue-words.ts';
import { code, say, value } from '../../../../core/text/say.ts';
import { type Seed, seed } from './seed.ts';

/**
 * A seed from YAML or JSON; sections that it leaves out are the default world's.
 * @throws ProblemError `sandbox-seed-unreadable`, `sandbox-seed-invalid` with line and path of the first fault
 */
export async function readSeedFile(file: string): Promise<Seed> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw unreadable(file, error);
  });
  return parseSeed(text, file);
}

/** @param file named in the problem */
export function parseSeed(text: string, file: string): Seed {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const broken = document.errors[0];
  if (broken !== undefined) throw invalid(file, lines.linePos(broken.pos[0]).line, [], { en: broken.message, ja: broken.message });
  const parsed = seed.safeParse(document.toJS() ?? {}, { reportInput: true });
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const path = issue === undefined ? [] : [...issue.path, ...(issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [])];
  throw invalid(file, lineOf(document.contents, path, lines), path, issue === undefined ? { en: '', ja: '' } : issueWords(issue));
}

/** The line of the innermost part of `path` that the file has. */
function lineOf(contents: unknown, path: readonly PropertyKey[], lines: LineCounter): number {
  let node = contents;
  let offset = rangeStart(node) ?? 0;
  for (const part of path) {
    if (!(isMap(node) || isSeq(node)) || typeof part === 'symbol') break;
    node = node.get(part, true);
    offset = rangeStart(node) ?? offset;
  }
  return lines.linePos(offset).line;
}

function rangeStart(node: unknown): number | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range)) return undefined;
  return typeof node.range[0] === 'number' ? node.range[0] : undefined;
}

function invalid(file: string, line: number, path: readonly PropertyKey[], reason: Message): ProblemError {
  return new ProblemError({
    code: 'sandbox-seed-invalid',
    owner: 'you',
    message: say('The seed {file} is not valid: line {line}, {path}: {reason}', 'シード ファイル {file} が正しくありません: {line} 行目、{path}: {reason}', {
      file: value(file),
      line,
      path: code(path.length === 0 ? '/' : path.map(String).join('.')),
      reason,
    }),
    next: [say('Correct that line and start again.', 'その行を修正して、もう一度開始してください。')],
  });
}

function unreadable(file: string, error: NodeJS.ErrnoException): ProblemError {
  return new ProblemError({
    code: 'sandbox-seed-unreadable',
    owner: 'you',
    message: say('The seed {file} cannot be read ({reason}).', 'シード ファイル {file} を読み取れません ({reason})。', {
      file: value(file),
      reason: value(error.code ?? error.message),
    }),
    next: [say('Check the path given with {flag}.', '{flag} に指定したパスを確認してください。', { flag: code('--seed') })],
    cause: error,
  });
}

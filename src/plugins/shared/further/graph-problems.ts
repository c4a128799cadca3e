import type { ProblemError } from '../../../core/problems/problem-error.ts';
import { code, say, value } from '../../../core/text/say.ts';
import { named, pluginProblem, tellItsAuthor } from './problems.ts';

export function computedImport(spec: string, path: string, line: number): ProblemError {
  return pluginProblem(
    'plugin-computed-import',
    say(
      '{plugin} computes what it imports at {place}: what would run cannot be shown.',
      '{plugin} は {place} で import の対象を実行時に決めるため、実行される内容を表示できません。',
      { ...named(spec), place: value(`${path}:${line}`) },
    ),
    say('Its author can write the name as a literal: {example}', '作成者はモジュール名をリテラルで記述してください: {example}', {
      example: code("import('./file.js')"),
    }),
  );
}

export function commonJs(spec: string, path: string): ProblemError {
  return pluginProblem(
    'plugin-commonjs',
    say('{plugin} would run {file}, which is no ES module.', '{plugin} が使用する {file} は ES モジュールではありません。', {
      ...named(spec),
      file: value(path),
    }),
    say('Its author can bundle it into one ES module.', '作成者は 1 つの ES モジュールにバンドルしてください。'),
  );
}

export function unresolved(spec: string, path: string, specifier: string, cause: unknown): ProblemError {
  const error = pluginProblem(
    'plugin-import-unresolved',
    say('{plugin} imports {specifier} in {file}, which is not there.', '{plugin} は {file} で {specifier} を import しますが、見つかりません。', {
      ...named(spec),
      specifier: code(specifier),
      file: value(path),
    }),
    say('Install what it depends on, or build it first.', '依存パッケージをインストールするか、先にビルドしてください。'),
  );
  return Object.assign(error, { cause });
}

export function unreadable(spec: string, path: string, cause: unknown): ProblemError {
  const error = pluginProblem(
    'plugin-unreadable',
    say('{file} of {plugin} is no JavaScript that can be read.', '{plugin} の {file} は JavaScript として解釈できません。', {
      ...named(spec),
      file: value(path),
    }),
    tellItsAuthor(),
  );
  return Object.assign(error, { cause });
}

export function tooMuch(spec: string): ProblemError {
  return pluginProblem(
    'plugin-too-large',
    say('{plugin} would run more than 1,000 files or 16 MB.', '{plugin} が実行するファイルは 1,000 個または 16 MB を超えています。', named(spec)),
    say('Its author can bundle it into one ES module.', '作成者は 1 つの ES モジュールにバンドルしてください。'),
  );
}

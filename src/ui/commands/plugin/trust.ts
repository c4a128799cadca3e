import { dirname, resolve } from 'node:path';
import type { ExitCode, JsonObject, Plugin } from '../../../core/contracts/index.ts';
import { Interrupted } from '../../../core/problems/interrupted.ts';
import { fail } from '../../../core/problems/problem-error.ts';
import { code, say, value } from '../../../core/text/say.ts';
import { closedGraph, digestOf, type GraphFile } from '../../../plugins/shared/further/graph.ts';
import { startPlugin } from '../../../plugins/shared/further/load.ts';
import { findSource, isPath, type Source } from '../../../plugins/shared/further/source.ts';
import { duplicate } from '../../../plugins/shared/further/survey.ts';
import { copyGraph, keepTrusted, readTrusted, trustedOf } from '../../../plugins/shared/further/trust-store.ts';
import { guardWriters, joined, writersOf } from '../../../plugins/shared/further/writers.ts';
import { confirm } from '../confirm.ts';
import { writeDocument } from '../document.ts';
import { findBook } from '../profiles.ts';
import { answer, type Session, tell } from '../session.ts';
import { threadOptions } from './attach.ts';

/** Shows exactly what a plugin would run and, once allowed, copies that and nothing else; the copy is what runs from then on. */
export async function trustPlugin(session: Session, spec: string): Promise<ExitCode> {
  const { files, host, options } = session;
  const { base, listed } = await placeOf(session, spec);
  const source = await findSource(files, spec, base);
  const graph = await closedGraph(files, spec, source.entry);
  await guardWriters(
    files,
    spec,
    graph.map(({ path }) => path),
    host.uid,
  );
  const shown = await Promise.all(graph.map((file) => fileJson(session, file)));
  const before = (await readTrusted(files, host.folders.state)).find(({ entry, digest }) => entry === source.entry && digest === digestOf(graph));
  if (options.format === 'text') show(session, source, shown);
  if (before === undefined && !options.yes && !(session.person && (await confirm(session, allowQuestion(spec))))) {
    if (session.person) throw new Interrupted();
    return needsYes(spec);
  }
  const { kind, id } = before ?? (await adopt(session, source, graph));
  const about = { plugin: spec, kind, id, version: source.version ?? null, entry: source.entry, digest: digestOf(graph), files: shown };
  if (options.format !== 'text') writeDocument(session, 'plugin-trust', { ...about, trusted: true, exitCode: 0 }, true);
  else answer(session, say('{plugin} is trusted as {name}.', '{plugin} を {name} として許可しました。', { plugin: value(spec), name: code(`${kind}/${id}`) }));
  if (!listed)
    tell(
      session,
      say('To use it, name it under {key} in the profile file.', '使用するには、プロファイル ファイルの {key} に指定してください。', { key: code('plugins:') }),
    );
  return 0;
}

// As the profile file means it where it names it; otherwise from where somebody stands.
async function placeOf(session: Session, spec: string): Promise<{ readonly base: string; readonly listed: boolean }> {
  const book = await findBook(session);
  const { cwd } = session.host;
  if (book === undefined) return { base: cwd, listed: false };
  const folder = dirname(book.path);
  const { plugins } = book.parsed;
  if (plugins.includes(spec)) return { base: folder, listed: true };
  return { base: cwd, listed: isPath(spec) && plugins.some((each) => isPath(each) && resolve(folder, each) === resolve(cwd, spec)) };
}

// Only after it was allowed: what it calls itself is known by loading the copy once.
async function adopt(session: Session, source: Source, graph: readonly GraphFile[]): Promise<{ readonly kind: Plugin['kind']; readonly id: string }> {
  const { files, host } = session;
  const copies = await copyGraph(files, host.folders.state, graph);
  const at = new Date().toISOString();
  const draft = trustedOf(source, graph, copies, { kind: 'dns', id: 'unknown', at });
  try {
    const { plugin, thread } = await startPlugin(threadOptions(session, source.spec, draft));
    await thread.close();
    const { kind, id } = plugin;
    if (session.builtIn(kind, id)) throw duplicate(source.spec, kind, id);
    await keepTrusted(files, host.folders.state, { ...draft, kind, id });
    return { kind, id };
  } catch (thrown) {
    for (const { copy } of copies) await files.remove(copy);
    throw thrown;
  }
}

async function fileJson({ files, host, words }: Session, { path, sha256, source, imports }: GraphFile): Promise<JsonObject> {
  const stat = await files.stat(path);
  const outside = Object.values(imports).filter((target) => target.startsWith('node:'));
  return { path, sha256, bytes: source.length, writers: stat === undefined ? [] : writersOf(stat, host.uid).map(words), node: [...new Set(outside)] };
}

function show(session: Session, { spec, entry, name, version }: Source, files: readonly JsonObject[]): void {
  answer(session, say('{plugin} would run this:', '{plugin} が実行する内容:', { plugin: value(spec) }));
  if (name !== undefined)
    answer(session, say('  package {name} {version}', '  パッケージ {name} {version}', { name: value(name), version: value(version ?? '?') }));
  answer(session, say('  begins with {entry}', '  開始ファイル: {entry}', { entry: value(entry) }));
  for (const { path, sha256, bytes, writers, node } of files) {
    const who = joined((Array.isArray(writers) ? writers : []).map(String));
    answer(
      session,
      say('  {sha256}  {path}  ({bytes} bytes; written by {who})', '  {sha256}  {path}  ({bytes} バイト、書き込み可能: {who})', {
        sha256: code(String(sha256)),
        path: value(String(path)),
        bytes: Number(bytes),
        who,
      }),
    );
    const used = (Array.isArray(node) ? node : []).join(', ');
    if (used !== '') answer(session, say('    uses {modules} of Node.js', '    Node.js の {modules} を使用', { modules: code(used) }));
  }
  answer(
    session,
    say(
      'Once trusted, exactly these files are copied and run with your rights: they can read your files and use the network.',
      '許可すると、これらのファイルだけがコピーされ、あなたの権限で実行されます。ファイルの読み取りやネットワークの使用が可能になります。',
    ),
  );
}

const allowQuestion = (spec: string) => say('Trust {plugin}?', '{plugin} を許可しますか?', { plugin: value(spec) });

function needsYes(spec: string): never {
  return fail({
    code: 'approval-needed',
    owner: 'you',
    message: say('Nobody is here to allow {plugin}; nothing of it was run.', '{plugin} の許可を対話的に確認できません。何も実行していません。', {
      plugin: value(spec),
    }),
    next: [
      say('Look at the files; if they may run, add {flag}.', 'ファイルの内容を確認し、実行してよい場合は {flag} を付けてください。', { flag: code('--yes') }),
    ],
  });
}

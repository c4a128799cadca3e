import { dirname } from 'node:path';
import type { ProfileBook } from '../../../core/profile/book.ts';
import { loadPlugin } from '../../../plugins/shared/further/load.ts';
import { duplicate, type Surveyed, type SurveyOptions, survey } from '../../../plugins/shared/further/survey.ts';
import type { ThreadOptions } from '../../../plugins/shared/further/thread.ts';
import type { Trusted } from '../../../plugins/shared/further/trust-store.ts';
import type { Session } from '../session.ts';

const SILENT_MS = 30_000;

/** Where the profile file's plugins are looked for. */
export function surveyOptions({ files, host }: Session, base: string): SurveyOptions {
  return { files, state: host.folders.state, base, uid: host.uid };
}

/** How the thread of a plugin is started in this session. */
export function threadOptions({ host, options, log }: Session, spec: string, trusted: Trusted): ThreadOptions {
  return {
    spec,
    trusted,
    parts: { worker: new URL('dist/plugin-worker.mjs', host.root), api: new URL('dist/plugin.mjs', host.root) },
    variables: host.env,
    limitMs: Math.min(SILENT_MS, options.timeoutMs ?? SILENT_MS),
    printed: (stream, text) => log.write('debug', 'a plugin printed', { plugin: spec, stream, text }),
  };
}

/** What the profile file names, a built-in id kept free of others. */
export async function surveyBook(session: Session, book: ProfileBook): Promise<readonly Surveyed[]> {
  const seen = await survey(book.parsed.plugins, surveyOptions(session, dirname(book.path)));
  return seen.map((each) => {
    if (each.problem !== undefined || each.trusted === undefined) return each;
    const { kind, id } = each.trusted;
    return session.builtIn(kind, id) ? { ...each, problem: duplicate(each.spec, kind, id).problem } : each;
  });
}

/** Makes the plugins of the profile file known to this session: trusted ones by kind and id, loaded when they are chosen; the others with the reason. */
export async function attachPlugins(session: Session, book: ProfileBook): Promise<void> {
  const seen = await surveyBook(session, book);
  const usable = seen.flatMap(({ spec, trusted, problem }) => (problem === undefined && trusted !== undefined ? [{ spec, trusted }] : []));
  session.registry.extend(
    usable.map(({ spec, trusted }) => ({
      kind: trusted.kind,
      id: trusted.id,
      load: () => loadPlugin(threadOptions(session, spec, trusted), (thread) => session.onClose(() => void thread.close())),
    })),
    seen.flatMap(({ trusted, problem }) => {
      if (problem === undefined || problem.code === 'plugin-duplicate') return [];
      return [{ kind: trusted?.kind, id: trusted?.id, problem }];
    }),
  );
}

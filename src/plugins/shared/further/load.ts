import type { Plugin } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { code, say } from '../../../core/text/say.ts';
import { checkShape } from './check-shape.ts';
import { misbehaved, named } from './problems.ts';
import { startThread, type Thread, type ThreadOptions } from './thread.ts';
import { wrap } from './wrap.ts';

/** Starts the trusted copy and checks that it is a plugin. @throws ProblemError what starting and checking say */
export async function startPlugin(options: ThreadOptions): Promise<{ readonly plugin: Plugin; readonly thread: Thread }> {
  const thread = await startThread(options);
  try {
    return { plugin: checkShape(options.spec, thread.exported), thread };
  } catch (thrown) {
    await thread.close();
    throw thrown;
  }
}

/** The same, guarded, for the engine. @param started is told of the thread, so that it can be closed @throws ProblemError also `plugin-not-itself` */
export async function loadPlugin(options: ThreadOptions, started: (thread: Thread) => void): Promise<Plugin> {
  const { plugin, thread } = await startPlugin(options);
  started(thread);
  const { kind, id } = options.trusted;
  if (plugin.kind === kind && plugin.id === id) return wrap(options.spec, plugin, thread);
  throw new ProblemError(
    misbehaved(
      'plugin-not-itself',
      say('{plugin} calls itself {now}; it was trusted as {before}.', '{plugin} は {now} と名乗っていますが、許可されたのは {before} です。', {
        ...named(options.spec),
        now: code(`${plugin.kind}/${plugin.id}`),
        before: code(`${kind}/${id}`),
      }),
    ),
  );
}

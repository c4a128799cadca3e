import type { Seen } from '../../../core/learn/lessons/checks/seen.ts';
import type { Progress } from '../../../core/learn/lessons/progress.ts';
import type { LessonTask } from '../../../core/learn/lessons/schema.ts';
import { parseDuration } from '../../../core/text/parse-duration.ts';
import type { Aside } from '../../ink/frame/aside.ts';
import type { Teaching } from './coach.ts';
import { createNews } from './news.ts';
import { panelOf } from './panel.ts';
import { seenOf } from './view-of.ts';
import { later } from './world.ts';

/** What happens elsewhere (another terminal, the clock) tells nobody: it is looked for. */
const LOOK_MS = 4_000;

/** How far the learner is, while others read and change it. */
export interface Kept {
  get(): Progress;
  keep(progress: Progress): Promise<void>;
}

export interface StandingBy {
  readonly aside: Aside;
  /** Something happened in the run: the coach looks at once. */
  readonly heard: () => void;
  readonly stop: () => void;
}

/**
 * The coach beside a running command: looks at the world whenever something happens in the run, and now and then besides, and shows how much of the task
 * is done; hints on a key. In lines: what is newly seen.
 */
export function standBy(teaching: Teaching, task: LessonTask, kept: Kept): StandingBy {
  const { inside, world, course } = teaching;
  const stopped = new AbortController();
  const signal = AbortSignal.any([world.signal, stopped.signal]);
  const listeners = new Set<() => void>();
  const said = new Set<string>();
  let seen: readonly Seen[] = [];
  let hinting = false;
  const news = createNews();
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  const look = async (): Promise<void> => {
    for (; ; await news.next(LOOK_MS, signal)) {
      const now = await seenOf(teaching, task, kept.get());
      if (count(now) !== count(seen)) hinting = false;
      seen = now;
      changed();
      if (inside.plain) sayNew(teaching, seen, said);
    }
  };
  // It ends with the command; what it fails at, the lesson's own look will show.
  look().catch(() => undefined);
  const hint = (): void => {
    const progress = kept.get();
    if (progress.hints >= task.hints.length) return;
    hinting = true;
    void kept.keep({ ...progress, hints: progress.hints + 1 }).then(changed, () => undefined);
  };
  const aside: Aside = {
    view: () => panelOf({ lesson: course.lesson, task, progress: kept.get(), seen, hinting }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    later: () => void later(parseDuration(task.later) ?? 0, world.control).then(news.tell, () => undefined),
    more: hint,
  };
  return { aside, heard: news.tell, stop: () => stopped.abort() };
}

const count = (seen: readonly Seen[]): number => seen.filter(({ holds }) => holds).length;

function sayNew({ inside }: Teaching, seen: readonly Seen[], said: Set<string>): void {
  for (const { holds, wanted } of seen) {
    const text = inside.words(wanted);
    if (!holds || said.has(text)) continue;
    said.add(text);
    inside.notes.line(`${inside.writer.symbols.done} ${text}`);
  }
}

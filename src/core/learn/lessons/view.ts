import type { Equivalent, Text } from '../../contracts/index.ts';
import type { Seen } from './checks/seen.ts';
import type { LessonState } from './progress.ts';

/** A line of the list of lessons. */
export interface LessonEntry {
  readonly number: number;
  readonly title: Text;
  readonly goal: Text;
  readonly state: LessonState;
  /** How many there are, and how many are done. */
  readonly tasks: number;
  readonly done: number;
}

/** Where a lesson stands, for whoever shows it. */
export interface TaskView {
  readonly number: number;
  readonly title: Text;
  /** 1-based. */
  readonly task: number;
  readonly of: number;
  /** With the first task: what the lesson is about. */
  readonly goal?: Text;
  readonly terms: readonly Text[];
  readonly todo: Text;
  /** All tasks of the lesson, in their order. */
  readonly tasks: readonly Text[];
  readonly seen: readonly Seen[];
  /** Those that were asked for. */
  readonly hints: readonly Text[];
  readonly moreHints: boolean;
  /** What Enter starts. */
  readonly run?: string;
  /** ms that one key moves the clock by. */
  readonly later: number;
  /** Nothing else is to be done: that time has to pass. */
  readonly passes?: true;
  /** Where the learner's files are. */
  readonly folder: string;
  /** ms since the epoch, practice time. */
  readonly now: number;
  /** What was shown, once every check holds. */
  readonly done?: Text;
  /** The same with other tools, with the learner's own values. */
  readonly equivalents: readonly Equivalent[];
}

export type TaskAction =
  | { readonly type: 'run'; readonly line: string }
  | { readonly type: 'hint' }
  | { readonly type: 'later' }
  | { readonly type: 'next' }
  | { readonly type: 'leave'; readonly interrupted?: true };

export interface QuestionView {
  readonly number: number;
  readonly title: Text;
  readonly question: number;
  readonly of: number;
  /** About the answer before, which was right. */
  readonly before?: Text;
  readonly ask: Text;
  readonly options: readonly Text[];
  /** What is wrong with the answer that was given. */
  readonly wrong?: Text;
}

/** A way to show lessons: the screen, or lines. */
export interface LessonUi {
  /** Shows a task until the learner does something. `refresh` is called now and then; what it returns is shown. */
  task(view: TaskView, refresh: () => Promise<TaskView>): Promise<TaskAction>;
  /** The 1-based option, or 0 to leave. */
  question(view: QuestionView): Promise<number>;
  /** Gives the terminal back, before a command runs and at the end. */
  close(): Promise<void>;
}

import type { Answers } from './answers.ts';
import type { Context } from './context.ts';
import type { Json } from './json.ts';
import type { Problem } from './problem.ts';
import type { Text } from './text.ts';

export interface Option {
  readonly value: string;
  readonly label: Text;
  readonly detail?: Text;
  /** Why it cannot be chosen now; it stays visible with its reason. */
  readonly problem?: Problem;
  readonly suggested?: boolean;
}

/** What a listing brought. `problem`: it failed or was refused, typing goes on with the reason shown. */
export interface Suggestions {
  readonly items: readonly Option[];
  /** Where the items come from. */
  readonly source?: Text;
  readonly problem?: Problem;
  /** A new name is wanted: the items are there to look at, and none is marked at first. */
  readonly typed?: true;
}

interface Values {
  text: string;
  number: number;
  path: string;
  list: readonly string[];
  choice: string;
  confirm: boolean;
}

interface QuestionOf<K extends keyof Values> {
  readonly kind: K;
  /** Profile field and `--set` name: one spelling everywhere. */
  readonly key: string;
  readonly label: Text;
  /** One line below the question: format, example. */
  readonly help?: Text;
  /** Why this is asked. */
  readonly learn?: Text;
  /** May stay unanswered. */
  readonly optional?: boolean;
  /** Behind "more options"; has a default or is optional. */
  readonly advanced?: boolean;
  /** Keys whose change makes this answer doubtful: it is asked again, the old one offered. */
  readonly dependsOn?: readonly string[];
  /** Pure: the path, Back and the review are derived from it. */
  when?(answers: Answers): boolean;
  /** The visible default; used as the answer in a headless run where `defaulted` is set. */
  initial?(context: Context): Promise<Values[K] | undefined>;
  /** A headless run may take `initial` without asking. */
  readonly defaulted?: boolean;
  /** undefined: fine. Called with the parsed value before it becomes an answer, and again by plan and replay. */
  check?(value: Values[K], context: Context): Promise<Problem | undefined>;
  /** What is worth knowing about an answer that was just given in the wizard; shown with the next question. Looks only, and ends with the signal. */
  remark?(value: Values[K], context: Context): Promise<readonly Text[]>;
}

export interface ChoiceQuestion extends QuestionOf<'choice'> {
  options(context: Context): Promise<readonly Option[]>;
}
export interface TextQuestion extends QuestionOf<'text'> {
  /** Offered beside typing. */
  suggest?(context: Context): Promise<Suggestions>;
}
export type PathQuestion = QuestionOf<'path'> & { readonly extensions?: readonly string[] };
export type NumberQuestion = QuestionOf<'number'>;
export type ListQuestion = QuestionOf<'list'>;
export type ConfirmQuestion = QuestionOf<'confirm'>;

/** Data, never code that prints: Ink, plain and headless draw the same ones. */
export type Question = TextQuestion | NumberQuestion | PathQuestion | ListQuestion | ChoiceQuestion | ConfirmQuestion;
export type AnswerOf<Q extends Question> = Values[Q['kind']] & Json;

import type { Answers, Driver, Text } from '../../../../core/contracts/index.ts';
import type { EditItem } from '../../../../core/wizard/edit.ts';
import type { Badge } from '../../../ink/model.ts';
import type { DiffResult, DiffState } from '../../../ink/screens/answers/diff.ts';
import type { AnswersResult } from '../../../ink/screens/answers/panel.ts';
import type { Given } from '../../../ink/screens/prompt/panel.ts';

/** What is asked in one line or with yes and no. */
export interface Asked {
  readonly title: Text;
  readonly help: Text;
}

export interface AnswersNow {
  readonly profile: string;
  readonly items: readonly EditItem[];
  /** Keys whose answers are not as saved. */
  readonly changed: ReadonlySet<string>;
  readonly answers: Answers;
}

/** How a person is asked about one profile: on the screen, or line by line. */
export interface ProfileUi {
  readonly driver: Pick<Driver, 'ask'>;
  /** Shows where the work happens, as long as it lasts. */
  within<T>(environment: Badge, work: () => Promise<T>): Promise<T>;
  /** @param check why a line is not taken */
  line(asked: Asked & { check(line: string): Text | undefined }, first: string): Promise<Given<string>>;
  /** No is what Enter alone means. */
  yesNo(asked: Asked): Promise<Given<boolean>>;
  /** @param index the answer marked first */
  answers(now: AnswersNow, index: number): Promise<AnswersResult>;
  difference(of: Omit<DiffState, 'scroll'>): Promise<DiffResult>;
  certificates(name: string): Promise<'back' | 'quit'>;
}

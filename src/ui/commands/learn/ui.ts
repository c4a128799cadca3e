import type { Environment } from '../../../core/contracts/index.ts';
import type { LessonUi } from '../../../core/learn/lessons/view.ts';
import { inkOptions } from '../drivers.ts';
import type { Session } from '../session.ts';

/** The screen for a person at a capable terminal, lines for the others. */
export async function lessonUi(session: Session, env: Environment): Promise<LessonUi> {
  if (session.plain) {
    const { createPlainLesson } = await import('../../plain/lesson.ts');
    return createPlainLesson(session.lines, session.writer, session.signal);
  }
  const { createInkLesson } = await import('../../ink/lesson.ts');
  return createInkLesson(await inkOptions(session, env, undefined));
}

import type { LessonEntry, LessonUi, QuestionView, TaskAction, TaskView } from '../../core/learn/lessons/view.ts';
import { say } from '../../core/text/say.ts';
import type { Look } from './look.ts';
import { type InkOptions, lookOf } from './options.ts';
import { createLessonList, lessonList } from './screens/lesson/list.ts';
import { createLesson, type LessonScreen, reduceLesson, withView } from './screens/lesson/state.ts';
import { createQuiz, type QuizScreen, reduceQuiz } from './screens/quiz/screen.ts';
import { createSession, type Session } from './session.ts';
import { showPanel } from './show-panel.ts';

const LOOK_MS = 2_000;
const STARTING = say('One moment…', 'お待ちください…');

function sessionFor({ environment, signal, stdin, stdout, job, interrupt }: InkOptions, look: Look): Session {
  return createSession({ stdin, stdout, look, signal, job, interrupt }, { environment, steps: [], screen: { type: 'busy', text: STARTING } });
}

/** The list of lessons until one is chosen: its number, 0 to leave, -1 for Ctrl-C. */
export async function chooseLesson(options: InkOptions, entries: readonly LessonEntry[]): Promise<number> {
  const look = lookOf(options);
  const session = sessionFor(options, look);
  try {
    return await showPanel(session, createLessonList(entries, look), lessonList, { quit: -1 });
  } finally {
    await session.close();
  }
}

/** Lessons on the screen. It is mounted anew after each command, which had the terminal to itself. */
export function createInkLesson(options: InkOptions): LessonUi {
  const look = lookOf(options);
  const { environment } = options;
  const session = sessionFor(options, look);
  if (environment.clock !== undefined) session.useClock(environment.clock);

  return {
    async task(view: TaskView, refresh: () => Promise<TaskView>): Promise<TaskAction> {
      let screen: LessonScreen = createLesson(view);
      let open = true;
      const turn = session.turn<TaskAction>({
        screen,
        quit: { type: 'leave', interrupted: true },
        press: (press) => {
          const step = reduceLesson(screen, press);
          screen = session.show(step.screen);
          return step.result;
        },
      });
      // What was done in another terminal shows by itself.
      const look = async (): Promise<void> => {
        const next = await refresh().catch(() => undefined);
        if (!open) return;
        if (next !== undefined) {
          screen = withView(screen, next);
          session.show(screen);
        }
        timer = setTimeout(() => void look(), LOOK_MS);
      };
      let timer = setTimeout(() => void look(), LOOK_MS);
      try {
        return await turn;
      } finally {
        open = false;
        clearTimeout(timer);
        session.showSoon({ type: 'busy', text: STARTING });
      }
    },

    question(view: QuestionView): Promise<number> {
      let screen: QuizScreen = createQuiz(view, look);
      return session.turn<number>({
        screen,
        quit: 0,
        press: (press) => {
          const step = reduceQuiz(screen, press);
          screen = session.show(step.screen);
          return step.result;
        },
      });
    },

    close: () => session.close(),
  };
}

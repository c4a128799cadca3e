import type { Text } from '../../../core/contracts/index.ts';
import { BLANK, paragraph } from '../layout/rows.ts';
import type { Look } from '../look.ts';
import type { Area, Drawing } from './drawing.ts';
import { drawHome } from './home/draw.ts';
import type { HomeScreen } from './home/state.ts';
import { drawLesson } from './lesson/draw.ts';
import type { LessonScreen } from './lesson/state.ts';
import type { PanelScreen } from './panel/screen.ts';
import { drawProblemScreen } from './problem/draw.ts';
import type { ProblemScreen } from './problem/state.ts';
import { drawQuestion } from './question/draw.ts';
import type { QuestionScreen } from './question/state.ts';
import { drawQuiz, type QuizScreen } from './quiz/screen.ts';
import { drawReview } from './review/draw.ts';
import type { ReviewScreen } from './review/state.ts';
import { drawRun } from './run/draw.ts';
import type { RunScreen } from './run/state.ts';

/** Nothing to do but wait: the program is busy with something of its own. */
export interface BusyScreen {
  readonly type: 'busy';
  readonly text: Text;
}

export type Screen = BusyScreen | HomeScreen | QuestionScreen | ReviewScreen | RunScreen | ProblemScreen | LessonScreen | QuizScreen | PanelScreen;

/** @param now ms of the environment's clock */
export function drawScreen(screen: Screen, area: Area, now: number, look: Look): Drawing {
  switch (screen.type) {
    case 'busy':
      return { main: { rows: [BLANK, ...paragraph(look.words(screen.text), area.width, 'muted')] }, hints: ['leave'], name: look.words(screen.text) };
    case 'home':
      return drawHome(screen, area, look);
    case 'question':
      return drawQuestion(screen, area, look);
    case 'review':
      return drawReview(screen, area, look);
    case 'run':
      return drawRun(screen, area, now, look);
    case 'problem':
      return drawProblemScreen(screen, area, look);
    case 'lesson':
      return drawLesson(screen, area, look);
    case 'quiz':
      return drawQuiz(screen, area, look);
    case 'panel':
      return screen.draw(area, screen.scroll, now, look);
  }
}

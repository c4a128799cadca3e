import { cutRow, type Piece, piece, type Row, rowWidth, spread } from '../layout/rows.ts';
import type { Look } from '../look.ts';
import type { Model } from '../model.ts';
import { ANSWERED, questionAt, STEP_NAMES, STEP_STATES, stepOf, stepsReady } from '../screens/question/messages.ts';
import type { Tone } from '../theme.ts';
import { PRACTICE, profileName } from './messages.ts';

/** Product, profile, and where all this happens: the badge is the last thing to be cut, and what the name is goes before the name. */
export function drawHeader({ environment, profile }: Model, width: number, look: Look): Row {
  const badge = piece(` ${look.words(environment.practice ? PRACTICE : environment.title)} `, environment.practice ? 'practice' : 'live');
  const product = [piece('amltls', 'strong'), ...(profile === undefined ? [] : [piece('  ')])];
  const named = profile === undefined ? product : [...product, ...look.row(profileName(profile), 'muted')];
  const fits = profile === undefined || rowWidth(named) + 1 + rowWidth([badge]) <= width;
  return spread(fits ? named : [...product, ...look.row(profile, 'muted')], [badge], width, look.symbols.ellipsis);
}

type State = Model['steps'][number]['state'];
const TONES: Readonly<Record<State, Tone>> = { open: 'muted', now: 'accent', done: 'good', 'not-needed': 'muted' };

/** The four steps with their states in words; where that is too wide, with their marks; where that is too wide still, the present step alone. */
export function drawMap(model: Model, width: number, look: Look): Row {
  const { screen } = model;
  const question = screen.type === 'question' ? look.row(questionAt(screen.view.position.question), 'muted') : [];
  const room = width - (question.length === 0 ? 0 : rowWidth(question) + 2);
  const maps = [stepsOf(model, look, true), stepsOf(model, look, false), presentStep(model, look)];
  const fits = maps.find((map) => rowWidth(map) <= room);
  return fits === undefined ? cutRow(presentStep(model, look), width, look.symbols.ellipsis) : spread(fits, question, width, look.symbols.ellipsis);
}

function stepsOf({ steps, screen }: Model, look: Look, words: boolean): Row {
  const asking = screen.type === 'question' || screen.type === 'review';
  const wordOf = (state: State) => look.words(asking && state === 'done' ? ANSWERED : STEP_STATES[state]);
  const marks = { open: look.symbols.open, now: look.symbols.now, done: look.symbols.done, 'not-needed': look.symbols.skipped };
  return steps.flatMap(({ step, state }, at): readonly Piece[] => [
    piece(at === 0 ? '' : '   '),
    piece(`${marks[state]} ${look.words(STEP_NAMES[step])}`, TONES[state]),
    ...(words ? [piece(` ${wordOf(state)}`, 'muted')] : []),
  ]);
}

function presentStep({ steps }: Model, look: Look): Row {
  const at = steps.findIndex(({ state }) => state === 'now');
  const present = steps[at];
  const ready = steps.filter(({ state }) => state === 'done' || state === 'not-needed').length;
  return look.row(present === undefined ? stepsReady(ready, steps.length) : stepOf(at + 1, steps.length, STEP_NAMES[present.step]), 'accent');
}

import type { Equivalent, Json, Problem, Text, WizardView } from '../../../../core/contracts/index.ts';
import { isPem, labelsIn } from '../../components/path-input/pasted.ts';
import { textOf } from '../../components/text-input/state.ts';
import { is, type Press } from '../../keys.ts';
import { scrolled } from '../scroll.ts';
import { createField, draftOf, enter, type Field, isTyping, reduceField } from './field.ts';
import { NOT_A_NUMBER, NOT_POSSIBLE, NOTHING_ENTERED, pastedLines, pastedPem } from './messages.ts';

/** Whether the list of a question is there. */
export type Listing =
  | { readonly state: 'none' }
  /** `slow` once that is worth a word. */
  | { readonly state: 'loading'; readonly slow?: true }
  | { readonly state: 'ready'; readonly source?: Text; readonly problem?: Problem };

/** What stands beside or below the question. `auto`: the why, where there is room for it. */
export type Panel = 'auto' | 'why' | 'closed';

/** One question on the screen. */
export interface QuestionScreen {
  readonly type: 'question';
  readonly view: WizardView;
  readonly field: Field;
  readonly listing: Listing;
  readonly panel: Panel;
  /** Offset into the panel where it is longer than its place. */
  readonly scroll: number;
  /** Loaded when asked for; the whole body shows it. */
  readonly equivalents?: readonly Equivalent[];
  readonly tools: { readonly available: boolean; readonly open: boolean };
  /** What is wrong with the answer, from the check or from this screen. */
  readonly problem?: Problem;
  readonly notice?: Text;
  /** PEM that was pasted where a path is wanted: never drawn, kept until it is told whether it shall become a file. */
  readonly pasted?: string;
  /** Answered; the check is under way. `slow` once that has taken noticeably long. */
  readonly pending: false | 'quick' | 'slow';
}

export type QuestionEffect =
  | { readonly type: 'answer'; readonly value: Json }
  | { readonly type: 'back'; readonly draft?: Json }
  | { readonly type: 'explore'; readonly text: string }
  | { readonly type: 'store'; readonly pem: string }
  | { readonly type: 'load-equivalents' };

export interface QuestionStep {
  readonly screen: QuestionScreen;
  readonly effect?: QuestionEffect;
}

export function createQuestion(view: WizardView, options: { readonly lists: boolean; readonly tools: boolean; readonly panel: Panel }): QuestionScreen {
  return {
    type: 'question',
    view,
    field: createField(view.question, view.draft),
    listing: { state: options.lists ? 'loading' : 'none' },
    panel: options.panel,
    scroll: 0,
    tools: { available: options.tools, open: false },
    ...(view.problem === undefined ? {} : { problem: view.problem }),
    pending: false,
  };
}

export function reduceQuestion(screen: QuestionScreen, press: Press): QuestionStep {
  if (screen.pending !== false) return { screen };
  if (screen.tools.open) return reduceTools(screen, press);
  if (screen.pasted !== undefined) return reducePasted(screen, screen.pasted, press);
  if (screen.field.kind === 'path' && press.type === 'paste' && isPem(press.text)) {
    return { screen: { ...withoutRemarks(screen), pasted: press.text, notice: pastedPem(labelsIn(press.text)) } };
  }
  const command = commandOf(screen, press);
  if (command !== undefined) return command;
  if (screen.panel === 'why' && is(press, 'pages')) return { screen: { ...screen, scroll: scrolled(screen.scroll, press) } };
  const field = reduceField(screen.field, press);
  if (field === screen.field) return { screen };
  const next = withoutRemarks({ ...screen, field });
  const refused = refusedLines(field);
  const noted = refused === undefined ? next : { ...next, notice: refused };
  return moved(screen.field, field) ? { screen: noted, effect: { type: 'explore', text: pathText(field) } } : { screen: noted };
}

function commandOf(screen: QuestionScreen, press: Press): QuestionStep | undefined {
  const { field } = screen;
  const letters = !isTyping(field) || press.type === 'key';
  if (is(press, 'accept')) return entered(screen);
  if (is(press, 'back') && !(field.kind === 'choice' && field.select.filtering)) {
    const draft = draftOf(field);
    return { screen, effect: { type: 'back', ...(draft === undefined ? {} : { draft }) } };
  }
  if (letters && is(press, 'why') && screen.view.question.learn !== undefined)
    return { screen: { ...screen, panel: screen.panel === 'closed' ? 'why' : screen.panel === 'why' ? 'closed' : 'why', scroll: 0 } };
  const commandLetter = field.kind === 'choice' || field.kind === 'confirm' || press.type === 'key';
  if (letters && commandLetter && screen.tools.available && is(press, 'tools')) {
    const open = { ...screen, tools: { ...screen.tools, open: true }, scroll: 0 };
    return screen.equivalents === undefined ? { screen: open, effect: { type: 'load-equivalents' } } : { screen: open };
  }
  return undefined;
}

function entered(screen: QuestionScreen): QuestionStep {
  if (screen.listing.state === 'loading' && screen.field.kind === 'choice') return { screen };
  const result = enter(screen.field, screen.view.question.optional === true);
  if (result.type === 'answer') return { screen: { ...withoutRemarks(screen), pending: 'quick' }, effect: { type: 'answer', value: result.value } };
  if (result.type === 'stay') {
    const next = { ...withoutRemarks(screen), field: result.field };
    return moved(screen.field, result.field) ? { screen: next, effect: { type: 'explore', text: pathText(result.field) } } : { screen: next };
  }
  const notice = { empty: NOTHING_ENTERED, 'not-a-number': NOT_A_NUMBER, 'not-possible': NOT_POSSIBLE }[result.why];
  return { screen: { ...withoutRemarks(screen), notice } };
}

function reducePasted(screen: QuestionScreen, pem: string, press: Press): QuestionStep {
  const { pasted: _pasted, ...rest } = withoutRemarks(screen);
  if (is(press, 'yes') || is(press, 'accept')) return { screen: rest, effect: { type: 'store', pem } };
  return is(press, 'no') || is(press, 'back') ? { screen: rest } : { screen };
}

function reduceTools(screen: QuestionScreen, press: Press): QuestionStep {
  if (is(press, 'close') || is(press, 'tools')) return { screen: { ...screen, tools: { ...screen.tools, open: false }, scroll: 0 } };
  return { screen: { ...screen, scroll: scrolled(screen.scroll, press) } };
}

function withoutRemarks(screen: QuestionScreen): QuestionScreen {
  const { problem: _problem, notice: _notice, ...rest } = screen;
  return rest;
}

const pathText = (field: Field): string => (field.kind === 'path' ? textOf(field.path.input) : '');
const moved = (before: Field, after: Field): boolean => after.kind === 'path' && (before.kind !== 'path' || pathText(before) !== pathText(after));

function refusedLines(field: Field): Text | undefined {
  const input =
    field.kind === 'text' || field.kind === 'number'
      ? field.input
      : field.kind === 'combo'
        ? field.combo.input
        : field.kind === 'path'
          ? field.path.input
          : undefined;
  return input?.refused === undefined ? undefined : pastedLines(input.refused);
}

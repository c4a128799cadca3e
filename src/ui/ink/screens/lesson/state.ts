import type { TaskAction, TaskView } from '../../../../core/learn/lessons/view.ts';
import { type Action, reduceActions } from '../../components/actions/state.ts';
import { createTextInput, reduceTextInput, type TextInput, textOf } from '../../components/text-input/state.ts';
import { is, type Press } from '../../keys.ts';
import { scrolled } from '../scroll.ts';
import { ACTIONS, LATER } from './messages.ts';

type ActionId = 'run' | 'command' | 'hint' | 'later' | 'next' | 'tools' | 'leave';

/** The coach's own screen, between two commands. */
export interface LessonScreen {
  readonly type: 'lesson';
  readonly view: TaskView;
  readonly action: number;
  /** A command being typed. */
  readonly line?: TextInput;
  readonly tools: boolean;
  readonly scroll: number;
}

export const createLesson = (view: TaskView): LessonScreen => ({ type: 'lesson', view, action: 0, tools: false, scroll: 0 });

/** The same screen with what is known now; a task that has just been done puts the mark on going on. */
export function withView(screen: LessonScreen, view: TaskView): LessonScreen {
  const turned = (screen.view.done === undefined) !== (view.done === undefined);
  // What is new stands at the top.
  const top = turned || view.hints.length > screen.view.hints.length;
  return { ...screen, view, action: turned ? 0 : screen.action, scroll: top ? 0 : screen.scroll };
}

export function actionsOf({ view }: LessonScreen): readonly Action<ActionId>[] {
  const leave = { id: 'leave', letter: 'q', label: ACTIONS.leave } as const;
  const command = { id: 'command', letter: 'c', label: ACTIONS.command } as const;
  if (view.done !== undefined) {
    const tools = view.equivalents.length === 0 ? [] : [{ id: 'tools', letter: 'e', label: ACTIONS.tools } as const];
    return [{ id: 'next', letter: 'n', label: ACTIONS.next }, ...tools, command, leave];
  }
  return [
    ...(view.run === undefined ? [] : [{ id: 'run', letter: 'r', label: ACTIONS.run } as const]),
    command,
    ...(view.moreHints ? [{ id: 'hint', letter: 'h', label: ACTIONS.hint } as const] : []),
    { id: 'later', letter: 't', label: LATER(view.later) },
    leave,
  ];
}

export function reduceLesson(screen: LessonScreen, press: Press): { readonly screen: LessonScreen; readonly result?: TaskAction } {
  if (screen.line !== undefined) return reduceLine(screen, screen.line, press);
  if (screen.tools) {
    if (is(press, 'close') || is(press, 'tools')) return { screen: { ...screen, tools: false, scroll: 0 } };
    return { screen: { ...screen, scroll: scrolled(screen.scroll, press) } };
  }
  const actions = actionsOf(screen);
  const { index, taken } = reduceActions(actions, Math.min(screen.action, actions.length - 1), press);
  const next = { ...screen, action: index, scroll: scrolled(screen.scroll, press) };
  switch (taken) {
    case undefined:
      return { screen: next };
    case 'command':
      return { screen: { ...next, line: createTextInput() } };
    case 'tools':
      return { screen: { ...next, tools: true, scroll: 0 } };
    case 'run':
      return { screen: next, result: { type: 'run', line: screen.view.run ?? '' } };
    default:
      return { screen: next, result: { type: taken } };
  }
}

function reduceLine(screen: LessonScreen, line: TextInput, press: Press): { readonly screen: LessonScreen; readonly result?: TaskAction } {
  const { line: _line, ...closed } = screen;
  if (is(press, 'close')) return { screen: closed };
  if (!is(press, 'accept')) return { screen: { ...screen, line: reduceTextInput(line, press) } };
  const typed = textOf(line).trim();
  return typed === '' ? { screen: closed } : { screen: closed, result: { type: 'run', line: typed } };
}

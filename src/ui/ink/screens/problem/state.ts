import type { Problem } from '../../../../core/contracts/index.ts';
import { type Action, reduceActions } from '../../components/actions/state.ts';
import { is, type Press } from '../../keys.ts';
import { scrolled } from '../scroll.ts';
import { ACTIONS } from './messages.ts';

export type ProblemChoice = 'retry' | 'back' | 'quit';

export interface ProblemScreen {
  readonly type: 'problem';
  readonly problem: Problem;
  readonly actions: readonly Action<ProblemChoice>[];
  readonly action: number;
  readonly scroll: number;
}

export function createProblem(problem: Problem, options: { readonly retry: boolean }): ProblemScreen {
  const retry: readonly Action<ProblemChoice>[] = options.retry ? [{ id: 'retry', letter: 'r', label: ACTIONS.retry }] : [];
  return {
    type: 'problem',
    problem,
    actions: [...retry, { id: 'back', letter: 'b', label: ACTIONS.back }, { id: 'quit', letter: 'q', label: ACTIONS.quit }],
    action: 0,
    scroll: 0,
  };
}

export function reduceProblem(screen: ProblemScreen, press: Press): { readonly screen: ProblemScreen; readonly result?: ProblemChoice } {
  if (is(press, 'back')) return { screen, result: 'back' };
  const { index, taken } = reduceActions(screen.actions, screen.action, press);
  const next = { ...screen, action: index, scroll: scrolled(screen.scroll, press) };
  return taken === undefined ? { screen: next } : { screen: next, result: taken };
}

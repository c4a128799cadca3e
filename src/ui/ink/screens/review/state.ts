import type { Review } from '../../../../core/contracts/index.ts';
import { type Action, firstAction, reduceActions } from '../../components/actions/state.ts';
import { BROWSE, type Browse, reduceBrowse } from '../../components/browse/state.ts';
import { is, type Press } from '../../keys.ts';
import { scrolled } from '../scroll.ts';
import { ACTIONS } from './messages.ts';

export type ReviewActionId = 'approve' | 'change' | 'back' | 'quit';

/** The plan, with what can be done about it. */
export interface ReviewScreen {
  readonly type: 'review';
  readonly review: Review;
  readonly actions: readonly Action<ReviewActionId>[];
  readonly action: number;
  readonly scroll: number;
  readonly mode: 'plan' | 'answers' | 'equivalents';
  readonly answers: Browse;
  readonly requests: boolean;
}

export type ReviewEffect =
  | { readonly type: 'approve' }
  | { readonly type: 'back' }
  | { readonly type: 'quit' }
  | { readonly type: 'jump'; readonly key: string };

export function createReview(review: Review): ReviewScreen {
  const actions: readonly Action<ReviewActionId>[] = [
    { id: 'approve', letter: 's', label: ACTIONS.approve, disabled: review.blocked },
    { id: 'change', letter: 'c', label: ACTIONS.change, disabled: review.trail.length === 0 },
    { id: 'back', letter: 'b', label: ACTIONS.back },
    { id: 'quit', letter: 'q', label: ACTIONS.quit },
  ];
  return { type: 'review', review, actions, action: firstAction(actions), scroll: 0, mode: 'plan', answers: BROWSE, requests: false };
}

export function reduceReview(screen: ReviewScreen, press: Press): { readonly screen: ReviewScreen; readonly result?: ReviewEffect } {
  if (screen.mode === 'answers') return reduceAnswers(screen, press);
  if (screen.mode === 'equivalents') {
    if (is(press, 'close') || is(press, 'tools')) return { screen: { ...screen, mode: 'plan', scroll: 0 } };
    return { screen: { ...screen, scroll: scrolled(screen.scroll, press) } };
  }
  if (is(press, 'back')) return { screen, result: { type: 'back' } };
  if (is(press, 'requests')) return { screen: { ...screen, requests: !screen.requests } };
  if (is(press, 'tools') && screen.review.equivalents.length > 0) return { screen: { ...screen, mode: 'equivalents', scroll: 0 } };
  const { index, taken } = reduceActions(screen.actions, screen.action, press);
  if (taken === 'change') return { screen: { ...screen, action: index, mode: 'answers' } };
  if (taken !== undefined) return { screen: { ...screen, action: index }, result: { type: taken } };
  return { screen: { ...screen, action: index, scroll: scrolled(screen.scroll, press) } };
}

function reduceAnswers(screen: ReviewScreen, press: Press): { readonly screen: ReviewScreen; readonly result?: ReviewEffect } {
  if (is(press, 'back')) return { screen: { ...screen, mode: 'plan' } };
  if (is(press, 'choose')) {
    const answered = screen.review.trail[screen.answers.index];
    return answered === undefined ? { screen } : { screen, result: { type: 'jump', key: answered.key } };
  }
  return { screen: { ...screen, answers: reduceBrowse(screen.answers, screen.review.trail.length, press) } };
}

import type { Answered, Answers, Driver, Json, WizardView } from '../contracts/index.ts';
import { variablesIn } from '../profile/placeholders.ts';
import { sameAnswer } from '../profile/same-answer.ts';

/**
 * Keeps what came out of variables from the screen: while an answer is what its variable holds, the variable stands for it.
 * @param written as the file has it, `${env:…}` and all
 * @param resolved the same with the variables filled in
 */
export function veil(written: Answers, resolved: Answers) {
  const veiled = new Map(Object.entries(written).filter(([, value]) => variablesIn(value).length > 0));
  const hide = (key: string, value: Json): Json => (veiled.has(key) && sameAnswer(value, resolved[key]) ? (veiled.get(key) ?? value) : value);
  const show = (key: string, value: Json): Json => (sameAnswer(value, veiled.get(key)) ? (resolved[key] ?? value) : value);
  const item = (answered: Answered): Answered => {
    const value = hide(answered.key, answered.value);
    if (sameAnswer(value, answered.value)) return answered;
    const { shown: _shown, ...rest } = answered;
    return { ...rest, value };
  };
  const view = (given: WizardView): WizardView => ({
    ...given,
    trail: given.trail.map(item),
    ...(given.draft === undefined ? {} : { draft: hide(given.question.key, given.draft) }),
  });
  const driver = (inner: Pick<Driver, 'ask'>): Pick<Driver, 'ask'> => ({
    async ask(asked, context) {
      const action = await inner.ask(view(asked), context);
      return action.type === 'answer' ? { ...action, value: show(asked.question.key, action.value) } : action;
    },
  });
  return { item, driver };
}

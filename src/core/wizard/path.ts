import type { Answers, ConfirmQuestion, Json, Question, StepId } from '../contracts/index.ts';
import { STEPS } from '../contracts/index.ts';
import { domainQuestions } from '../domain/questions.ts';
import { say } from '../text/say.ts';
import { azureQuestions } from './azure-questions.ts';
import type { Catalogue } from './catalogue.ts';
import { dnsWaitQuestions } from './dns-questions.ts';
import { certificateQuestion, dnsQuestion, targetQuestion } from './plugin-questions.ts';

export interface Stop {
  readonly step: StepId;
  readonly question: Question;
}

/** The questions that these answers lead to, in order, and the answers that count: those on the path. */
export interface Path {
  readonly stops: readonly Stop[];
  readonly answers: Answers;
}

/** Begins the key of the switch of a step. */
export const MORE = 'more.';

/** True for the wizard's own "more options" switches, which no profile keeps. */
export function isSwitch(key: string): boolean {
  return key.startsWith(MORE);
}

/**
 * Pure. Each question's `when` sees the answers before it on the path.
 * @param more `ask`: advanced questions lie behind a switch a step; `all`: they are part of the path (runs without questions)
 */
export function pathOf(catalogue: Catalogue, given: Answers, more: 'ask' | 'all'): Path {
  const stops: Stop[] = [];
  const answers: Record<string, Json> = {};
  const visit = (step: StepId, question: Question) => {
    if (question.when !== undefined && !question.when(answers)) return;
    stops.push({ step, question });
    const answer = given[question.key];
    if (answer !== undefined && answer !== null) answers[question.key] = answer;
  };
  for (const step of STEPS) {
    const advanced: Question[] = [];
    for (const question of questionsOf(step, catalogue, answers, visit)) {
      if (question.advanced === true && more === 'ask') advanced.push(question);
      else visit(step, question);
    }
    const reachable = advanced.filter((question) => question.when === undefined || question.when(answers));
    if (reachable.length === 0) continue;
    visit(step, moreQuestion(step));
    if (answers[MORE + step] === true) for (const question of advanced) visit(step, question);
    else for (const question of reachable) keepAnswer(question, given, answers);
  }
  return { stops, answers };
}

// An advanced answer that came with the profile counts although it is not asked again.
function keepAnswer(question: Question, given: Answers, answers: Record<string, Json>): void {
  const answer = given[question.key];
  if (answer !== undefined && answer !== null) answers[question.key] = answer;
}

function questionsOf(step: StepId, catalogue: Catalogue, answers: Answers, visit: (step: StepId, question: Question) => void): readonly Question[] {
  const chooseFirst = (question: Question) => {
    visit(step, question);
    return answers[question.key];
  };
  const own = answers['domain.kind'] === 'custom';
  switch (step) {
    case 'domain':
      return domainQuestions;
    case 'certificate':
      return own ? (catalogue.certificates.get(String(chooseFirst(certificateQuestion(catalogue))))?.questions ?? []) : [];
    case 'deploy': {
      for (const question of azureQuestions) if (question.advanced !== true) visit(step, question);
      const target = catalogue.targets.get(String(chooseFirst(targetQuestion(catalogue))));
      return [...(target?.questions ?? []), ...azureQuestions.filter((question) => question.advanced === true)];
    }
    case 'dns':
      return own ? [...(catalogue.dns.get(String(chooseFirst(dnsQuestion(catalogue))))?.questions ?? []), ...dnsWaitQuestions] : [];
  }
}

function moreQuestion(step: StepId): ConfirmQuestion {
  return {
    kind: 'confirm',
    key: MORE + step,
    label: say('Set more options of this step?', 'このステップの詳細オプションを設定しますか?'),
    help: say('The defaults are right for most.', '通常は既定値のままで問題ありません。'),
    defaulted: true,
    initial: async () => false,
  };
}

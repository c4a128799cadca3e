import type { Clock, Driver, Language, RunEvent, WizardView } from '../../core/contracts/index.ts';
import { fail, ProblemError } from '../../core/problems/problem-error.ts';
import { code, say } from '../../core/text/say.ts';
import { newsOf } from '../text/dns-words.ts';
import { eventJson, jsonLine } from '../text/json.ts';

export interface HeadlessOptions {
  /** Takes one line of NDJSON; undefined where only the outcome counts. */
  readonly event: ((line: string) => void) | undefined;
  readonly clock: Pick<Clock, 'now'>;
  readonly profile: string | undefined;
  readonly language: Language;
}

/** Nobody is there: what would be asked is a problem, what would be approved is approved, what happens is NDJSON. */
export function createHeadlessDriver(options: HeadlessOptions): Driver {
  return {
    ask: async (view) => missing(view),
    review: async () => ({ type: 'approve' }),
    async watch(events) {
      const said = new Map<string, string>();
      for await (const event of events) {
        // A table that says the same again is no news.
        const news = event.type === 'wait' && event.rows !== undefined ? newsOf(event) : undefined;
        if (news !== undefined && said.get(event.type) === news) continue;
        if (news !== undefined) said.set(event.type, news);
        options.event?.(lineOf(event, options));
      }
    },
    fail: (problem) => Promise.reject(new ProblemError(problem)),
    close: async () => undefined,
  };
}

function lineOf(event: RunEvent, { clock, profile, language }: HeadlessOptions): string {
  return jsonLine(eventJson(event, { at: clock.now(), profile, language }));
}

function missing({ question }: WizardView): never {
  return fail({
    code: 'answers-missing',
    owner: 'you',
    message: say('Nobody is here to answer {key}.', '{key} に対話的に回答できません。', { key: code(question.key) }),
    next: [
      say('Give it with {flag}, or run the command in a terminal.', '{flag} で指定するか、ターミナルで実行してください。', {
        flag: code(`--set ${question.key}=…`),
      }),
    ],
  });
}

import type { DnsRecord, RunEvent, StepId, Text, WaitEvent } from '../../../../core/contracts/index.ts';
import { say } from '../../../../core/text/say.ts';
import type { Screen } from '../screen.ts';

type ChangeEventOf<T extends RunEvent['type']> = Extract<RunEvent, { type: T }>;

export interface Work {
  readonly id: string;
  readonly step: StepId;
  readonly title: Text;
  readonly state: ChangeEventOf<'change'>['state'];
  /** ms since the epoch. */
  readonly startedAt?: number;
  readonly tookMs?: number;
}

export type Remark =
  | { readonly type: 'finding'; readonly finding: ChangeEventOf<'finding'>['finding'] }
  | { readonly type: 'note'; readonly level: 'info' | 'warn'; readonly text: Text };

/** The work as far as the events have told it. */
export interface RunScreen {
  readonly type: 'run';
  readonly steps: ReadonlyMap<StepId, ChangeEventOf<'step'>['state']>;
  readonly work: readonly Work[];
  readonly wait?: WaitEvent;
  readonly instruction?: { readonly text: Text; readonly records: readonly DnsRecord[]; readonly copy?: string };
  readonly remarks: readonly Remark[];
  readonly scroll: number;
  /** The answers of servers as nslookup would print them, instead of the table. */
  readonly transcript?: true;
  readonly requestId?: string;
  readonly outcome?: ChangeEventOf<'outcome'>;
  /** Ctrl-C was pressed while a change is in flight: it is asked what that means. */
  readonly leaving?: true;
}

const REMARKS_KEPT = 50;

export const createRun = (): RunScreen => ({ type: 'run', steps: new Map(), work: [], remarks: [], scroll: 0 });

/** @param now ms since the epoch: when the event came; left out, nothing is said of how long work took */
export function reduceRun(screen: RunScreen, event: RunEvent, now?: number): RunScreen {
  switch (event.type) {
    case 'step': {
      const steps = new Map(screen.steps).set(event.step, event.state);
      return event.state === 'started' ? { ...screen, steps } : { ...settled(screen), steps };
    }
    case 'change': {
      const before = screen.work.find((each) => each.id === event.id);
      const work: Work = { id: event.id, step: event.step, title: event.title, state: event.state, ...timesOf(before, event.state, now) };
      return { ...settled(screen), work: before !== undefined ? screen.work.map((each) => (each.id === event.id ? work : each)) : [...screen.work, work] };
    }
    case 'operation':
      return event.requestId === undefined ? screen : { ...screen, requestId: event.requestId };
    case 'wait':
      return { ...screen, wait: event };
    case 'instruct':
      return { ...screen, instruction: { text: event.text, records: event.records ?? [], ...(event.copy === undefined ? {} : { copy: event.copy }) } };
    case 'finding':
      return remarked(screen, { type: 'finding', finding: event.finding });
    case 'note':
      return remarked(screen, { type: 'note', level: event.level, text: event.text });
    case 'outcome':
      return { ...settled(screen), outcome: event };
  }
}

function timesOf(before: Work | undefined, state: Work['state'], now: number | undefined): Pick<Work, 'startedAt' | 'tookMs'> {
  if (now === undefined) return {};
  if (before?.startedAt === undefined) return state === 'started' ? { startedAt: now } : {};
  return state === 'started' ? { startedAt: before.startedAt } : { startedAt: before.startedAt, tookMs: now - before.startedAt };
}

/** A change was begun that the service goes on with, whether anybody watches or not. */
export const inFlight = (screen: RunScreen): boolean => screen.outcome === undefined && screen.work.some(({ state }) => state === 'started');

/** The screen as the person has it: events change the rest. */
export const asShown = (screen: RunScreen, shown: Screen): RunScreen => {
  if (shown.type !== 'run') return screen;
  const { leaving: _leaving, transcript: _transcript, ...rest } = screen;
  const { scroll, leaving, transcript } = shown;
  return { ...rest, scroll, ...(leaving === undefined ? {} : { leaving }), ...(transcript === undefined ? {} : { transcript }) };
};

/** The table or the transcript, by turns. */
export function withTranscript({ transcript, ...rest }: RunScreen): RunScreen {
  return transcript === undefined ? { ...rest, transcript: true, scroll: 0 } : { ...rest, scroll: 0 };
}

/** Says that the clipboard has it now; gone with the next event. */
export function copied(screen: RunScreen): RunScreen {
  return remarked(screen, {
    type: 'note',
    level: 'info',
    text: say('Copied, if your terminal allows it (OSC 52).', 'コピーしました (ターミナルが OSC 52 に対応している場合)。'),
  });
}

/** What belonged to the change that has just ended. */
function settled(screen: RunScreen): RunScreen {
  const { wait: _wait, requestId: _requestId, leaving: _leaving, ...rest } = screen;
  return rest;
}

const remarked = (screen: RunScreen, remark: Remark): RunScreen => ({ ...screen, remarks: [...screen.remarks, remark].slice(-REMARKS_KEPT) });

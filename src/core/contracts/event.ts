import type { StepId } from './answers.ts';
import type { DnsRecord, RecordType } from './dns.ts';
import type { Json } from './json.ts';
import type { ExitCode, Finding, Problem } from './problem.ts';
import type { Text } from './text.ts';

/**
 * What a server's answer is worth. `old` and `absence-remembered`: a cache that says what is true no more, `until` when it has forgotten.
 * `absent`, `wrong`: what the zone itself says, or a cache that nobody else contradicts. `lame`: named as a server of the zone and none.
 * `not-needed`: absent outside, and right inside: the records lead into a private network.
 * `cannot-tell`: it answers and fails (SERVFAIL). `refused`, `unreachable`, `cannot-tell` and `lame` say nothing for or against.
 */
export type DnsVerdict =
  | 'right'
  | 'old'
  | 'absence-remembered'
  | 'absent'
  | 'not-needed'
  | 'wrong'
  | 'refused'
  | 'lame'
  | 'cannot-tell'
  | 'unreachable'
  | 'not-asked';

/** Whose clients a server answers for: those of the network that this machine is in, or everybody's. */
export type DnsView = 'inside' | 'outside';

/** What is said inside a network and outside, where that differs for good (split horizon). */
export interface DnsSplit {
  readonly inside: readonly string[];
  readonly outside: readonly string[];
}

/** One row of the table that a DNS wait shows. Times in ms since the epoch of `Environment.clock`. */
export interface DnsRow {
  readonly server: string;
  readonly role: 'authoritative' | 'resolver';
  /** Whose clients hear it; where both hear the same this tells nothing. */
  readonly view: DnsView;
  /** What it was asked for. */
  readonly name?: string;
  readonly type?: RecordType;
  /** Where it was asked: `192.0.2.1:53`, or a URL. */
  readonly address?: string;
  readonly answer: string;
  readonly verdict: DnsVerdict;
  /** When this server will have forgotten what it says now. */
  readonly until?: number;
  /** Since when it has been seen to say so. */
  readonly since?: number;
  /** Of the zone, as this authoritative server has it. */
  readonly serial?: number;
  /** How long a cache keeps the answer from now, s. */
  readonly ttl?: number;
}

/** A wait as it stands. Times in ms since the epoch of `Environment.clock`. */
export interface WaitEvent {
  readonly type: 'wait';
  readonly id: string;
  /** What completes "Waiting for …"; in Japanese a noun. */
  readonly for: Text;
  readonly attempt: number;
  readonly startedAt: number;
  /** The next look. */
  readonly nextAt: number;
  readonly deadline?: number;
  /** How long this usually takes, ms. */
  readonly expectedMs?: number;
  readonly seen?: Text;
  /** The certificate that is served at the moment; ISO 8601. */
  readonly served?: { readonly fingerprintSha256: string; readonly serial: string; readonly notAfter: string; readonly daysLeft: number };
  /** The resource's state, in the service's word. */
  readonly state?: string;
  /** It lies on the disk: whoever leaves loses nothing, and this command goes on with it. */
  readonly resume?: string;
  /** The wait is over: what is true now. */
  readonly over?: Text;
  readonly rows?: readonly DnsRow[];
  /** Inside and outside are told different things. */
  readonly split?: DnsSplit;
  /** When everybody will have it, as far as can be told now. */
  readonly eta?: number;
  /** A person has to act first: a run that leaves long waits to the next one leaves this one. */
  readonly byHand?: true;
}

/** What a change may say while it runs. */
export type ChangeEvent =
  | WaitEvent
  /** The service took the request; journaled, so that another process can go on. */
  | { readonly type: 'operation'; readonly id: string; readonly url: string; readonly requestId?: string }
  | {
      readonly type: 'instruct';
      readonly text: Text;
      readonly records?: readonly DnsRecord[] /** What a key press may copy: never a secret. */;
      readonly copy?: string;
    }
  | { readonly type: 'finding'; readonly finding: Finding }
  | { readonly type: 'note'; readonly level: 'info' | 'warn'; readonly text: Text };

export type Status = 'done' | 'unchanged' | 'waiting' | 'failed';

/** What is true at the end, for the summary. */
export interface Summary {
  readonly scoringUris: readonly string[];
  readonly host?: string;
  readonly addresses: readonly string[];
  readonly certificate?: {
    readonly fingerprintSha256: string;
    readonly subject: string;
    readonly issuer: string;
    /** ISO 8601 */
    readonly notBefore: string;
    readonly notAfter: string;
    readonly daysLeft: number;
    /** ISO 8601: when to renew, by share of lifetime. */
    readonly renewAt: string;
  };
  readonly records: readonly DnsRecord[];
}

export type RunEvent =
  | ChangeEvent
  | { readonly type: 'step'; readonly step: StepId; readonly state: 'started' | 'done' | 'skipped' | 'failed' }
  | {
      readonly type: 'change';
      readonly id: string;
      readonly step: StepId;
      readonly title: Text;
      readonly state: 'started' | 'done' | 'failed' | 'skipped';
      readonly receipt?: Json;
      readonly problem?: Problem;
    }
  | Outcome;

/** The last event of every run. */
export interface Outcome {
  readonly type: 'outcome';
  readonly status: Status;
  readonly exitCode: ExitCode;
  readonly changed: boolean;
  readonly summary?: Summary;
  readonly problem?: Problem;
  /** What is still to be done by hand or by time, where status is `waiting`. */
  readonly next?: readonly Text[];
}

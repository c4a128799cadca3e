import type { Text } from './text.ts';

/** The exit codes of cli.md. */
export type ExitCode = 0 | 1 | 2 | 3 | 4 | 130 | 143;

/** Who can act: the person at the keyboard, the service or network, or the makers of amltls. */
export type Owner = 'you' | 'service' | 'amltls';

/** What a person reads when something is wrong: what happened, who can act, what to do next. The only kind of error that reaches a UI. */
export interface Problem {
  /** Stable, kebab-case; those of a plugin begin with its id. */
  readonly code: string;
  readonly owner: Owner;
  readonly message: Text;
  /** At least one step that can be taken now. */
  readonly next: readonly Text[];
  /** Default by owner: `you` 2, `service` 1, `amltls` 1. */
  readonly exit?: ExitCode;
  /** The service's own error code, message and request id, where there is one. */
  readonly service?: { readonly code?: string; readonly message?: string; readonly requestId?: string; readonly status?: number };
  /** For the log only; never shown. */
  readonly cause?: unknown;
}

export type Severity = 'error' | 'warning' | 'info';

/** Something seen in a certificate, an endpoint or DNS. Errors stop a change; codes are listed in cli.md. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  /** What it was found on: a file, a host, a record. */
  readonly subject: string;
  readonly message: Text;
  readonly next: readonly Text[];
  /** Who says so: an RFC and its section. */
  readonly source?: string;
}

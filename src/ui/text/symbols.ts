import type { Severity, Status } from '../../core/contracts/index.ts';

/** Marks that stand beside words, never instead of them. */
export interface Symbols {
  readonly done: string;
  readonly now: string;
  readonly open: string;
  readonly skipped: string;
  readonly failed: string;
  readonly warning: string;
  readonly info: string;
  readonly bullet: string;
  readonly pointer: string;
  readonly arrow: string;
  readonly ellipsis: string;
  readonly spinner: readonly string[];
}

const UNICODE: Symbols = {
  done: '✓',
  now: '●',
  open: '○',
  skipped: '–',
  failed: '✗',
  warning: '▲',
  info: 'ℹ',
  bullet: '•',
  pointer: '❯',
  arrow: '→',
  ellipsis: '…',
  spinner: ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'],
};

const ASCII: Symbols = {
  done: '+',
  now: '*',
  open: 'o',
  skipped: '-',
  failed: 'x',
  warning: '!',
  info: 'i',
  bullet: '-',
  pointer: '>',
  arrow: '->',
  ellipsis: '...',
  spinner: ['|', '/', '-', '\\'],
};

export function symbolsFor(unicode: boolean): Symbols {
  return unicode ? UNICODE : ASCII;
}

export function symbolOf(severity: Severity, symbols: Symbols): string {
  return severity === 'error' ? symbols.failed : severity === 'warning' ? symbols.warning : symbols.info;
}

export function symbolOfStatus(status: Status, symbols: Symbols): string {
  return status === 'failed' ? symbols.failed : status === 'waiting' ? symbols.now : symbols.done;
}

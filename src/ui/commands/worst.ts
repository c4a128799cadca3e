import type { ExitCode, Status } from '../../core/contracts/index.ts';

interface Ended {
  readonly status: Status;
  readonly exitCode: ExitCode;
  readonly changed: boolean;
}

const ORDER: readonly Status[] = ['unchanged', 'done', 'waiting', 'failed'];

/** One outcome for several: the worst status, the first exit code that is not 0, an interruption before all. */
export function together(ended: readonly Ended[]): Ended {
  const interrupted = ended.find((each) => each.exitCode === 130 || each.exitCode === 143);
  const failed = interrupted ?? ended.find((each) => each.exitCode !== 0);
  return {
    status: ended.reduce<Status>((worst, each) => (ORDER.indexOf(each.status) > ORDER.indexOf(worst) ? each.status : worst), 'unchanged'),
    exitCode: failed?.exitCode ?? 0,
    changed: ended.some((each) => each.changed),
  };
}

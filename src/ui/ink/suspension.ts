import type { Job } from '../host/job.ts';

/** Ink's own way to give the terminal away for as long as the work lasts. */
export type Lend = (work: () => Promise<void>) => Promise<void>;

export interface Suspension {
  /** Who can give the terminal away now. */
  lentBy(lend: Lend): void;
  /** Ctrl-Z: the shell gets its terminal, and everything is drawn anew on the way back. Nothing where there are no jobs. */
  suspend(): void;
  open(): void;
  close(): void;
}

/** @param around what is to be given back besides the screen, and taken again */
export function createSuspension(
  job: Job | undefined,
  around: { readonly leave: () => void; readonly enter: () => void },
  failed: (thrown: unknown) => void,
): Suspension {
  let lend: Lend | undefined;
  let away = false;
  let unlisten: (() => void) | undefined;
  const handOver = (stay: () => Promise<void>): void => {
    if (away || lend === undefined) return;
    away = true;
    lend(async () => {
      around.leave();
      await stay();
      around.enter();
    })
      .catch(failed)
      .finally(() => {
        away = false;
      });
  };
  const suspend = (): void => {
    if (job !== undefined) handOver(() => job.stop());
  };
  return {
    lentBy: (next) => {
      lend = next;
    },
    suspend,
    open: () => {
      // Whoever was stopped without being asked comes back to a terminal that the shell has changed.
      unlisten ??= job?.listen(suspend, () => handOver(() => Promise.resolve()));
    },
    close: () => {
      unlisten?.();
      unlisten = undefined;
      lend = undefined;
    },
  };
}

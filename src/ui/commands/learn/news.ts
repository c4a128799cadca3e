import { systemClock } from '../../../plugins/shared/local/clock.ts';

export interface News {
  tell(): void;
  /** Until something is told, or so long; at once where something was told since the last time. */
  next(ms: number, signal: AbortSignal): Promise<void>;
}

/** Something happened, whatever it was: many tellings before somebody asks are one. */
export function createNews(): News {
  let told = Promise.withResolvers<void>();
  return {
    tell: () => told.resolve(),
    async next(ms, signal) {
      const enough = new AbortController();
      try {
        await Promise.race([told.promise, systemClock.sleep(ms, AbortSignal.any([signal, enough.signal]))]);
      } finally {
        enough.abort();
      }
      told = Promise.withResolvers();
    },
  };
}

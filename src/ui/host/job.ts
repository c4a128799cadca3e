/** This program as a job of a shell. */
export interface Job {
  /** Stops everything that runs with it, as Ctrl-Z does; resolves once it goes on. */
  stop(): Promise<void>;
  /** Tells of a stop that somebody else asks for, and of going on after one that nobody was told of. Returns how to stop listening. */
  listen(asked: () => void, back: () => void): () => void;
}

// A process without a shell that could bring it back is not stopped at all: it goes on.
const NOT_STOPPED_MS = 100;

/** undefined where there are no jobs. */
export function createJob(platform: NodeJS.Platform): Job | undefined {
  if (platform === 'win32') return undefined;
  let asked: (() => void) | undefined;
  let stopping = false;
  return {
    async stop() {
      stopping = true;
      // With a listener the signal would no longer stop anything.
      if (asked !== undefined) process.off('SIGTSTP', asked);
      await new Promise<void>((resolve) => {
        const goOn = () => {
          clearTimeout(timer);
          process.off('SIGCONT', goOn);
          resolve();
        };
        const timer = setTimeout(goOn, NOT_STOPPED_MS);
        process.on('SIGCONT', goOn);
        // The whole group: npx or npm above would otherwise keep the shell waiting.
        process.kill(0, 'SIGTSTP');
      });
      if (asked !== undefined) process.on('SIGTSTP', asked);
      stopping = false;
      // The window may have changed meanwhile, and only who runs in front is told.
      process.kill(process.pid, 'SIGWINCH');
    },
    listen(onAsked, onBack) {
      const back = () => {
        if (!stopping) onBack();
      };
      asked = onAsked;
      process.on('SIGTSTP', onAsked);
      process.on('SIGCONT', back);
      return () => {
        asked = undefined;
        process.off('SIGTSTP', onAsked);
        process.off('SIGCONT', back);
      };
    },
  };
}

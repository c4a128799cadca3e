/** Things to be undone, the last one first; one that fails does not keep the others open. */
export interface Closers {
  push(close: () => unknown): void;
  /** Does it once; later calls wait for the first. */
  close(): Promise<void>;
}

export function createClosers(): Closers {
  const pending: (() => unknown)[] = [];
  let closing: Promise<void> | undefined;

  async function closeAll(): Promise<void> {
    let failure: { readonly error: unknown } | undefined;
    for (let close = pending.pop(); close !== undefined; close = pending.pop()) {
      try {
        await close();
      } catch (error) {
        failure ??= { error };
      }
    }
    if (failure !== undefined) throw failure.error;
  }

  return {
    push: (close) => pending.push(close),
    close() {
      closing ??= closeAll();
      return closing;
    },
  };
}

/** The reason of an aborted signal: somebody stopped the program. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
  readonly exitCode: 130 | 143;

  constructor(exitCode: 130 | 143 = 130) {
    super('interrupted');
    this.exitCode = exitCode;
  }
}

/** 130 for anything that did not say 143. */
export function exitCodeOfAbort(signal: AbortSignal): 130 | 143 {
  return signal.reason instanceof Interrupted ? signal.reason.exitCode : 130;
}

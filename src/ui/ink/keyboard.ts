/** The input as far as a screen needs it; a terminal has all of it. */
export type Keyboard = NodeJS.ReadableStream & { setRawMode?(on: boolean): unknown; ref?(): unknown };

/** An application that broke before its first frame never came to give the mode back. Ink leaves its input so that it no longer keeps the program alive; whoever asks next needs that, and nobody needs it to go on reading. */
export function handBack(stdin: Keyboard): void {
  stdin.setRawMode?.(false);
  stdin.pause();
  stdin.ref?.();
}

/** OSC 52: the terminal puts the text on its clipboard, also over ssh. Only on a key press, never with a secret. */
export function clipboard(text: string): string {
  return `\u001b]52;c;${Buffer.from(text).toString('base64')}\u0007`;
}

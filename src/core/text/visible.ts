// C0 and C1 controls, DEL, line and paragraph separators, and every bidi control (UAX #9): they move cursors,
// write clipboards or reorder what a person reads.
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** Foreign text made safe for any screen or log: controls appear as `\x1b` or `\u202e` instead of acting. */
export function visible(text: string): string {
  return text.replace(UNSAFE, (unit) => {
    const code = unit.charCodeAt(0);
    return code <= 0xff ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
  });
}

import { randomBytes, randomInt } from 'node:crypto';

const LETTERS_AND_DIGITS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** The six characters that Azure appends to a leaf domain label. */
export const sixCharacters = (): string => Array.from({ length: 6 }, () => LETTERS_AND_DIGITS[randomInt(LETTERS_AND_DIGITS.length)]).join('');

/** A key or token of the practice Azure: 32 random bytes. */
export const randomKey = (): string => randomBytes(32).toString('base64url');

/** Lower-case hex. */
export const randomHex = (digits: number): string =>
  randomBytes(Math.ceil(digits / 2))
    .toString('hex')
    .slice(0, digits);

import { domainToASCII, domainToUnicode } from 'node:url';

// The URL standard's parser behind domainToASCII reads these as escapes, ports, users or paths instead of refusing them.
const NOT_IN_A_NAME = /[\s%/\\?#@:[\]<>^|\p{Cc}]/u;

/**
 * A name in A-labels (RFC 5890), lower case, without the root's dot; full-width dots and letters are mapped (UTS #46).
 * undefined where it cannot be one. Lengths and characters of the labels are not judged.
 */
export function toALabel(name: string): string | undefined {
  if (NOT_IN_A_NAME.test(name)) return undefined;
  const ascii = domainToASCII(name).replace(/\.$/, '');
  return ascii === '' || !ascii.split('.').every(decodes) ? undefined : ascii;
}

/** The name as people write it. */
export function toUnicode(aLabels: string): string {
  return domainToUnicode(aLabels);
}

function decodes(label: string): boolean {
  if (!label.startsWith('xn--')) return true;
  const unicode = domainToUnicode(label);
  return !unicode.startsWith('xn--') && domainToASCII(unicode) === label;
}

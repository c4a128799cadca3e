import type { Problem } from '../contracts/index.ts';
import { code, say, value } from '../text/say.ts';

// facts.md 7 #23: the rule of public IP labels is 63 characters, and Azure ML appends six.
const LABEL = /^[a-z][a-z0-9-]{1,61}[a-z0-9]$/;
const LONGEST = 57;
const APPENDED = 6;

/** The label that a Microsoft name begins with, without the six characters that Azure appends. */
export function checkLeafLabel(text: string): Problem | undefined {
  const dot = text.indexOf('.');
  if (dot > 0) return wholeName(text, text.slice(0, dot));
  if (LABEL.test(text) && text.length <= LONGEST) return undefined;
  return {
    code: 'leaf-label-invalid',
    owner: 'you',
    message: say('{label} cannot begin a Microsoft name.', '{label} は Microsoft のドメイン名のラベルとして使用できません。', { label: value(text) }),
    next: [
      say(
        'Use 3 to {longest} lower-case letters, digits and hyphens; begin with a letter, end with a letter or digit: {example}',
        '英小文字、数字、ハイフンで 3 ～ {longest} 文字にしてください。先頭は英字、末尾は英字または数字です: {example}',
        { longest: LONGEST, example: code('contoso') },
      ),
    ],
  };
}

/**
 * True where the end of a label looks like the six characters that Azure appends. Of random [a-z0-9]{6}, four in five mix digits and
 * letters in another way than a word with a number at its end, or are letters without a vowel; of chosen labels few do.
 */
export function looksGenerated(label: string): boolean {
  const end = label.slice(-APPENDED);
  if (label.length < APPENDED + 3 || !/^[a-z0-9]{6}$/.test(end)) return false;
  return /\d/.test(end) ? /[a-z]/.test(end) && !/^[a-z]+\d+$/.test(end) : !/[aeiouy]/.test(end);
}

function wholeName(text: string, first: string): Problem {
  return {
    code: 'leaf-label-whole-name',
    owner: 'you',
    message: say('{text} is a whole name; only its label is asked for.', '{text} は完全な名前です。ここではラベルだけを指定します。', { text: value(text) }),
    next: [
      say(
        'Give what stands before the first dot, without the six characters that Azure appended: {label}',
        '最初のドットより前の部分から、Azure が付加した 6 文字を除いて指定してください: {label}',
        {
          label: code(first.length >= APPENDED + 3 ? first.slice(0, -APPENDED) : first),
        },
      ),
    ],
  };
}

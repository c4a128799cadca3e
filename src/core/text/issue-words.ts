import type * as z from 'zod';
import { en, ja } from 'zod/locales';
import type { Message } from '../contracts/index.ts';

const inEnglish = en().localeError;
const inJapanese = ja().localeError;

/** What zod says of a value that does not fit its schema, in both languages. Parse with `reportInput`. */
export function issueWords(issue: z.core.$ZodIssue): Message {
  return { en: worded(inEnglish, issue), ja: worded(inJapanese, issue) };
}

function worded(localeError: z.core.$ZodErrorMap, issue: z.core.$ZodIssue): string {
  if (issue.code === 'custom') return issue.message;
  const words = localeError(issue as z.core.$ZodRawIssue);
  return typeof words === 'string' ? words : (words?.message ?? issue.message);
}

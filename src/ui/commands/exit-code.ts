import { wrong } from './options.ts';

/** `--changed-exit-code N`, or another such flag. @throws ProblemError `flag-invalid` */
export function changedExitCode(text: string | undefined, flag = '--changed-exit-code'): number | undefined {
  if (text === undefined) return undefined;
  return /^\d{1,3}$/.test(text) && Number(text) <= 255 ? Number(text) : wrong(flag, text, '0 … 255');
}

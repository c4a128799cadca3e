import { wrong } from './options.ts';

/** `--changed-exit-code N`. @throws ProblemError `flag-invalid` */
export function changedExitCode(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  return /^\d{1,3}$/.test(text) && Number(text) <= 255 ? Number(text) : wrong('--changed-exit-code', text, '0 … 255');
}

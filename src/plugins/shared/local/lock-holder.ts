import { readFile, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { systemCode } from './file-problems.ts';

/** Who holds a lock, written beside it for those who find it held. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
  /** ISO 8601 */
  readonly since: string;
}

export const holderFile = (path: string) => `${path}.holder`;

export function thisProcess(): Holder {
  return { pid: process.pid, host: hostname(), since: new Date().toISOString() };
}

/** undefined where nothing readable is noted: the holder is just arriving or leaving. */
export async function readHolder(path: string): Promise<Holder | undefined> {
  try {
    const noted: unknown = JSON.parse(await readFile(holderFile(path), 'utf8'));
    return isHolder(noted) ? noted : undefined;
  } catch {
    return undefined;
  }
}

export async function forgetHolder(path: string): Promise<void> {
  await rm(holderFile(path), { force: true });
}

/** True only where it is certain: a process of this machine that is no more. */
export function isGone(holder: Holder): boolean {
  if (holder.host !== hostname()) return false;
  try {
    process.kill(holder.pid, 0);
    return false;
  } catch (error) {
    return systemCode(error) === 'ESRCH';
  }
}

function isHolder(noted: unknown): noted is Holder {
  return (
    typeof noted === 'object' &&
    noted !== null &&
    'pid' in noted &&
    Number.isSafeInteger(noted.pid) &&
    Number(noted.pid) > 0 &&
    'host' in noted &&
    typeof noted.host === 'string' &&
    'since' in noted &&
    typeof noted.since === 'string'
  );
}

import { badSpeed } from './problems.ts';

export const DEFAULT_SPEED = 75;
const FASTEST = 100_000;

/** @param given what the command line said, or a number @throws ProblemError `sandbox-speed` */
export function checkedSpeed(given: string | number): number {
  const speed = typeof given === 'string' && given.trim() === '' ? Number.NaN : Number(given);
  if (!(speed >= 1 && speed <= FASTEST)) throw badSpeed(String(given));
  return speed;
}

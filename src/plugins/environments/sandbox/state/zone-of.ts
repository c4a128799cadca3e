import { isWithin } from '../../../../core/domain/dns-name.ts';

/** The most specific of these zones that a name is in; undefined where it is in none. Names plain. */
export function zoneOf(zones: readonly string[], name: string): string | undefined {
  return zones.filter((zone) => isWithin(name, zone)).toSorted((one, other) => other.length - one.length)[0];
}

/** ASCII letters lowered, the root's dot dropped: how names are compared (RFC 4343). */
export function plainName(name: string): string {
  const lowered = name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  return lowered.endsWith('.') ? lowered.slice(0, -1) : lowered;
}

/** True where `name` is `zone` or lies below it; both plain. The root is the empty name. */
export function isWithin(name: string, zone: string): boolean {
  return zone === '' || name === zone || name.endsWith(`.${zone}`);
}

/** What a registrar's form wants as the name: the part before the zone, `@` for the zone itself. */
export function hostPart(name: string, zone: string): string {
  if (name === zone) return '@';
  return isWithin(name, zone) && zone !== '' ? name.slice(0, -zone.length - 1) : name;
}

/** The name without its first label; undefined for the root. */
export function parentOf(name: string): string | undefined {
  if (name === '') return undefined;
  const dot = name.indexOf('.');
  return dot < 0 ? '' : name.slice(dot + 1);
}

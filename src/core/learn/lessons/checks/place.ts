import type { PracticeState } from '../world.ts';

/** Where a compute's front end, or a container instance, is reached. */
export function placeOf(on: string, { computes, services }: PracticeState): { readonly ip: string; readonly host: string | undefined } | undefined {
  const compute = computes.find(({ name }) => name === on);
  if (compute !== undefined) {
    const answers = services.some(({ computeName }) => computeName === on);
    return answers ? { ip: compute.ip, host: compute.tls.host ?? undefined } : undefined;
  }
  const service = services.find(({ name, computeName }) => name === on && computeName === null);
  return service === undefined ? undefined : { ip: service.ip, host: service.sni ?? undefined };
}

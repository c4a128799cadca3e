import { isIP } from 'node:net';
import type { CertificateInfo } from '../../../core/certificates/describe.ts';
import { lookAtServed, type Served } from '../../../core/check/served.ts';
import type { Context } from '../../../core/contracts/index.ts';

/** What each address serves for this name, side by side. By address, because DNS may still lead elsewhere. */
export async function lookAtEach({ env, signal }: Context, addresses: readonly string[], servername: string | undefined): Promise<readonly Served[]> {
  const name = servername === undefined || isIP(servername) !== 0 ? {} : { servername };
  return await Promise.all(addresses.map((address) => lookAtServed(env, { address, port: 443, ...name }, signal)));
}

/** @param at ms since the epoch */
export function validAt({ notBefore, notAfter }: CertificateInfo, at: number): boolean {
  return Date.parse(notBefore) <= at && at <= Date.parse(notAfter);
}

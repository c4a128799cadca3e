import { type PartsOptions, resolveParts } from '../engine/parts.ts';
import { prepareMicrosoftRenewal } from './microsoft.ts';
import { prepareOwnRenewal } from './own.ts';
import { noRollback, nothingToRenew, type Renewal, type RenewalWishes } from './renewal.ts';

export interface RenewalOptions extends PartsOptions, RenewalWishes {}

/**
 * Looks into the renewal of one profile's certificate and changes nothing.
 * @throws ProblemError `renew-*`, `rollback-*`, and what answers, plugins and the service have against it
 */
export async function prepareRenewal(options: RenewalOptions): Promise<Renewal> {
  // The files of the present certificate are no concern of a rollback.
  const needs = options.rollback ? ({ needs: ['domain', 'deploy', 'dns'] } as const) : {};
  const parts = await resolveParts({ ...options, ...needs });
  switch (parts.domain.kind) {
    case 'none':
      throw nothingToRenew(parts.context);
    case 'microsoft':
      if (options.rollback) throw noRollback();
      return await prepareMicrosoftRenewal(parts);
    case 'custom':
      return await prepareOwnRenewal({ ...options, ...needs }, parts);
  }
}

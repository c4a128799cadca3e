import type { Context, Domain, Equivalent, Operation, Text } from '../../../core/contracts/index.ts';
import { say } from '../../../core/text/say.ts';
import { type CertificateFiles, certificateFiles } from '../equivalents/certificate-files.ts';
import { azSupport, pythonSupport, renewalTakesHours, withoutOverwrite } from '../equivalents/notes.ts';
import type { Arguments } from '../equivalents/python.ts';
import type { Options } from '../equivalents/shell.ts';
import { azDisable, azRenew, azSecure } from './equivalents-az.ts';
import { pythonDisable, pythonRenew, pythonSecure } from './equivalents-python.ts';

/** How a target makes the compute that is not there yet. */
export interface Creation {
  /** `AksCompute.provisioning_configuration` or `AksCompute.attach_configuration` */
  readonly python: { readonly configuration: string; readonly make: 'create' | 'attach'; readonly args: Arguments };
  /** `tls`: whether the command itself takes the TLS options; otherwise an update follows it. */
  readonly az: { readonly words: string; readonly options: Options; readonly tls: boolean };
}

/** What one equivalent is written from. */
export interface Wanted {
  readonly creation: Creation;
  readonly domain: Domain;
  readonly files: CertificateFiles;
  readonly context: Context;
}

/** The same work as SDK v1 code and as `az ml` commands of v1; nothing where there is no such work. */
export function aksEquivalents(creation: Creation, operation: Operation, domain: Domain, context: Context): readonly Equivalent[] {
  const files = certificateFiles(context);
  const wanted: Wanted = { creation, domain, files, context };
  const own = domain.kind === 'custom' ? files.notes : [];
  switch (operation) {
    case 'secure':
      return pair(say('Secure', 'セキュリティ保護'), pythonSecure(wanted), azSecure(wanted), own);
    case 'disable':
      return pair(say('Switch TLS off', 'TLS をオフにする'), pythonDisable(context), azDisable(context), []);
    case 'renew':
      return renewal(wanted, own);
  }
}

function renewal(wanted: Wanted, own: readonly Text[]): readonly Equivalent[] {
  if (wanted.domain.kind === 'none') return [];
  const title = say('Renew', '更新');
  const [python, az] = pair(title, pythonRenew(wanted), azRenew(wanted), own);
  if (wanted.domain.kind === 'custom' || python === undefined || az === undefined) return [python, az].filter((each) => each !== undefined);
  return [
    { ...python, notes: [withoutOverwrite('overwrite_existing_domain=True'), renewalTakesHours(), ...python.notes] },
    { ...az, notes: [withoutOverwrite('--ssl-overwrite-domain True'), renewalTakesHours(), ...az.notes] },
  ];
}

function pair(title: Text, python: string, az: string, notes: readonly Text[]): readonly Equivalent[] {
  return [
    { tool: 'python', title, code: python, notes: [...notes, pythonSupport()] },
    { tool: 'az', title, code: az, notes: [...notes, azSupport()] },
  ];
}

import { resolve } from 'node:path';
import type { Answers, Json } from '../../../../core/contracts/index.ts';
import { parseSets } from '../../../../core/profile/set-answers.ts';
import type { Session } from '../../session.ts';

/** Flags of `cert csr` and `cert issue`; each is an answer that a profile could hold. */
export interface ObtainFlags {
  readonly keyType?: string;
  readonly out?: string;
  readonly trust?: string;
  /** commander's name for `--no-wait` */
  readonly wait?: boolean;
  readonly subject?: string;
  readonly returned?: string;
  readonly authority?: string;
  readonly directoryUrl?: string;
  readonly authorityCa?: string;
  readonly agreeTerms?: boolean;
  readonly email?: string;
  readonly eabKeyId?: string;
  readonly eabHmac?: string;
  readonly reuseKey?: boolean;
  readonly preferredChain?: string;
  readonly dns?: string;
}

/** The answers that the flags give; `--set` says more. Keys and certificates go below the working directory where nothing else is said. */
export function answersOf({ host, options }: Session, flags: ObtainFlags, more: readonly string[]): Answers {
  const given: Readonly<Record<string, Json | undefined>> = {
    'certificate.keyType': flags.keyType,
    'certificate.folder': resolve(host.cwd, flags.out ?? '.'),
    'certificate.trust': flags.trust,
    'certificate.subject': flags.subject,
    'certificate.returned': flags.returned,
    'certificate.authority': flags.authority ?? (flags.directoryUrl === undefined ? undefined : 'custom'),
    'certificate.directoryUrl': flags.directoryUrl,
    'certificate.authorityCaFile': flags.authorityCa,
    'certificate.termsAgreed': flags.agreeTerms,
    'certificate.email': flags.email,
    'certificate.eabKeyId': flags.eabKeyId,
    'certificate.eabHmac': flags.eabHmac,
    'certificate.reuseKey': flags.reuseKey,
    'certificate.preferredChain': flags.preferredChain,
    'certificate.extraNames': more.length === 0 ? undefined : [...more],
    'dns.plugin': flags.dns,
  };
  const set = Object.entries(given).filter((entry): entry is [string, Json] => entry[1] !== undefined);
  return { ...Object.fromEntries(set), ...parseSets(options.set) };
}

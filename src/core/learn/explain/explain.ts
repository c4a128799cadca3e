import { CATALOGUE } from '../../certificates/rules/catalogue.ts';
import { ACI_CODES } from './aci.ts';
import { ACME_REFUSALS } from './acme-refusals.ts';
import { AKS_CODES } from './aks.ts';
import { ANSWER_CODES } from './answers.ts';
import { AZURE_CODES } from './azure.ts';
import { CERTIFICATE_CODES } from './certificates.ts';
import { DNS_CODES } from './dns.ts';
import { DNS_WRITER_CODES } from './dns-writers.ts';
import type { Explanation, Explanations } from './explanation.ts';
import { KUBERNETES_EXTENSION_CODES } from './kubernetes-extension.ts';
import { MACHINE_CODES } from './machine.ts';
import { MAKING_CODES } from './making.ts';
import { explanationOfRule } from './of-rule.ts';
import { PRACTICE_CODES } from './practice.ts';
import { PROFILE_CODES } from './profiles.ts';
import { RENEWAL_CODES } from './renewal.ts';
import { SERVED_CODES } from './served.ts';

/** What was written by hand: one file of this folder for each area. */
const WRITTEN: Explanations = {
  ...CERTIFICATE_CODES,
  ...SERVED_CODES,
  ...DNS_CODES,
  ...DNS_WRITER_CODES,
  ...AKS_CODES,
  ...ACI_CODES,
  ...AZURE_CODES,
  ...KUBERNETES_EXTENSION_CODES,
  ...MAKING_CODES,
  ...ACME_REFUSALS,
  ...RENEWAL_CODES,
  ...ANSWER_CODES,
  ...PROFILE_CODES,
  ...MACHINE_CODES,
  ...PRACTICE_CODES,
};

export const explanationOf = (code: string): Explanation | undefined => (Object.hasOwn(WRITTEN, code) ? WRITTEN[code] : explanationOfRule(code));

/** Every code that can be explained. */
export const explainedCodes = (): readonly string[] => [...new Set([...Object.keys(WRITTEN), ...Object.keys(CATALOGUE)])];

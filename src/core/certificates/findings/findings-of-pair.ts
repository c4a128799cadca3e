import type { Finding } from '../../contracts/index.ts';
import { isSelfSigned, type OrderedChain } from '../order.ts';
import type { Pair } from '../pair.ts';
import type { Violation } from '../path/rules.ts';
import { validatePath } from '../path/validate.ts';
import { toChainPem } from '../read.ts';
import { findingsOfOrder } from './of-chain.ts';
import { findingsOfFile } from './of-file.ts';
import { findingsOfKey } from './of-key.ts';
import { findingsOfLeaf } from './of-leaf.ts';
import { wordsOfRule } from './of-rule.ts';
import { findingOfTrust, selfSignedFinding, type Trusting } from './of-trust.ts';
import { shownCertificate } from './shown.ts';

export interface Judging extends Trusting {
  /** Absolute paths, the subjects of the findings. */
  readonly certFile: string;
  readonly keyFile: string;
  /** A-labels that the certificate has to cover. */
  readonly names: readonly string[];
  /** ms since the epoch of `Environment.clock`: when it has to be valid. */
  readonly at: number;
}

/**
 * All that speaks against serving this pair, worst first; codes and severities as in cli.md, "Findings and problems".
 * A rule that a path breaks and cli.md does not list is its own code; certificates without a part in the chain: `chain-stranger`.
 */
export function findingsOfPair(pair: Pair, judging: Judging): readonly Finding[] {
  const { certFile, keyFile, names, at } = judging;
  const chain = pair.chain;
  const findings = [
    ...findingsOfFile(pair.file, certFile),
    ...findingsOfKey(pair, certFile, keyFile),
    ...(chain === undefined
      ? []
      : [...findingsOfLeaf(chain.leaf, names, at, certFile), ...findingsOfOrder(chain, certFile), ...findingsOfPath(chain, judging)]),
  ];
  const isFirst = (finding: Finding, i: number) => findings.findIndex((each) => JSON.stringify(each) === JSON.stringify(finding)) === i;
  return findings.filter(isFirst).toSorted((a, b) => RANK[a.severity] - RANK[b.severity]);
}

const RANK = { error: 0, warning: 1, info: 2 } as const;

function findingsOfPath(chain: OrderedChain, judging: Judging): readonly Finding[] {
  const { certFile, at } = judging;
  const path = (roots: readonly string[]) => {
    const result = validatePath({ chain: chain.serve, roots, at });
    return result.ok ? [] : result.violations;
  };
  const broken = (violations: readonly Violation[]) =>
    violations.map((violation): Finding => ({ severity: 'error', subject: certFile, ...wordsOfRule(violation) }));

  const byClients = path(judging.roots);
  if (!isUntrusted(byClients)) return broken(byClients);
  const byTrust = judging.trustPem === undefined ? byClients : path([judging.trustPem]);
  if (!isUntrusted(byTrust))
    return [...broken(byTrust), ...(isSelfSigned(chain.leaf) ? [selfSignedFinding(shownCertificate(chain.leaf), 'warning', certFile)] : [])];
  // Nobody trusts it: what else is wrong shows when its own top is taken as the anchor.
  const top = chain.roots[0] ?? chain.serve.at(-1) ?? chain.leaf;
  return [findingOfTrust(chain, judging, certFile), ...broken(path([toChainPem([top])]))];
}

const isUntrusted = (violations: readonly Violation[]): boolean => violations.some(({ rule }) => rule === 'untrusted-root');

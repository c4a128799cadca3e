import type { Finding } from '../../contracts/index.ts';
import type { Certificate } from '../certificate.ts';
import type { Contents } from '../contents/contents.ts';
import { orderChain } from '../order.ts';
import { CATALOGUE } from '../rules/catalogue.ts';
import { findingOfRule } from '../rules/finding.ts';
import { isAnchored } from '../trust.ts';
import { chainRules } from './chain.ts';
import { eachRules } from './each.ts';
import type { Hit, LintWish } from './examined.ts';
import { fileRules } from './file.ts';
import { leafRules } from './leaf.ts';
import { anchorsOf, pathRules } from './path.ts';
import { unreadFindings } from './unread.ts';

export interface LintInput {
  readonly contents: Contents;
  /** The file's name as it was given: the subject of the findings. */
  readonly subject: string;
  readonly wish: LintWish;
  /** SPKI of the private key that the certificate has to belong to. */
  readonly key?: Uint8Array | undefined;
  /** Intermediates that the file lacks and that were fetched. */
  readonly fetched?: readonly Certificate[];
}

// Beyond these a file is a list, not a chain; each finding would stand there a thousand times.
const MAX_JUDGED = 64;
const RANK = { error: 0, warning: 1, info: 2 } as const;

/** All that speaks against serving what a file holds, worst first; rules and words are data (`rules/`). */
export function lintContents({ contents, subject, wish, key, fetched = [] }: LintInput): readonly Finding[] {
  const certificates = contents.certificates.slice(0, MAX_JUDGED);
  const chain = orderChain([...certificates, ...fetched], key ?? contents.keys[0]?.spki);
  const top = chain?.roots[0] ?? chain?.serve.at(-1);
  // Whom this machine does not trust is no public CA, nor is one that has to be named.
  const publicly =
    wish.rules === 'web' && chain !== undefined && top !== undefined && anchorsOf(chain, wish) === 'clients' && isAnchored(top, wish.publicRoots());
  const hits: (Hit & { readonly severity?: Finding['severity'] })[] = [...fileRules(contents, chain, key)];
  if (chain !== undefined) {
    // What was fetched is no fault of the file's order.
    const inFile = fetched.length === 0 ? chain : { ...chain, inOrder: orderChain(certificates, key)?.inOrder ?? true };
    hits.push(...pathRules(chain, wish), ...leafRules(chain.leaf, wish), ...chainRules(inFile, certificates));
    for (const certificate of new Set([...chain.serve, ...chain.roots])) hits.push(...eachRules(certificate));
  }
  const applies = ({ code }: Hit) => wish.rules === 'web' || CATALOGUE[code].scope !== 'web';
  const findings = hits
    .filter(applies)
    .filter(saysMost)
    .map(({ code, ...about }) => findingOfRule(code, subject, { ...about, publicly }));
  return unique([...unreadFindings(contents, subject), ...findings]);
}

// A path names what its rules name; where somebody who knows more says the same of the same certificate, that is heard.
function saysMost({ code, certificate, detail }: Hit, _at: number, all: readonly Hit[]): boolean {
  return detail !== undefined || !all.some((other) => other.code === code && other.certificate === certificate && other.detail !== undefined);
}

// The same rule is broken by the same certificate once; the words with more in them come first.
function unique(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Map<string, Finding>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.code, finding.message]);
    if (!seen.has(key)) seen.set(key, finding);
  }
  return [...seen.values()].toSorted((a, b) => RANK[a.severity] - RANK[b.severity]);
}

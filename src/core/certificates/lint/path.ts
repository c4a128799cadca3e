import { value } from '../../text/say.ts';
import { sameBytes } from '../der.ts';
import { shownName } from '../findings/shown.ts';
import { isSelfSigned, type OrderedChain } from '../order.ts';
import type { Violation } from '../path/rules.ts';
import { validatePath } from '../path/validate.ts';
import { toChainPem } from '../read.ts';
import { codeOf } from '../rules/catalogue.ts';
import { detailOf } from '../rules/detail.ts';
import { isAnchored } from '../trust.ts';
import type { Hit, LintWish } from './examined.ts';

// Said by rules that know more of the file than a path does.
const ELSEWHERE: readonly Violation['rule'][] = ['untrusted-root', 'name-not-covered', 'common-name', 'public-suffix-wildcard', 'leaf-is-ca'];

/** Where the chain leads, and every rule of RFC 5280 that it breaks on the way. Anchors of this machine are not judged: nobody can cure them. */
export function* pathRules(chain: OrderedChain, wish: LintWish): Generator<Hit & { readonly severity?: 'error' | 'warning' }> {
  const anchors = anchorsOf(chain, wish);
  if (anchors === undefined) yield untrusted(chain, wish);
  const top = chain.roots[0] ?? chain.serve.at(-1) ?? chain.leaf;
  if (anchors === 'named' && isSelfSigned(chain.leaf)) yield { code: 'self-signed', certificate: chain.leaf, severity: 'warning' };
  const roots = anchors === 'clients' ? wish.roots() : anchors === 'named' ? (wish.trust ?? []) : [toChainPem([top])];
  const result = validatePath({ chain: chain.serve, roots, at: wish.at, policy: 'strict', isPublicSuffix: wish.isPublicSuffix });
  if (result.ok) return;
  const ours = [...chain.serve, ...chain.roots];
  for (const { rule, certificate } of result.violations) {
    if (ELSEWHERE.includes(rule) || !ours.some((one) => sameBytes(one.der, certificate.der))) continue;
    yield { code: codeOf(rule), certificate, detail: detailOf({ rule, certificate }) };
  }
}

/** Who vouches for a chain: the CA that was named, what clients trust, or nobody. */
export function anchorsOf({ serve, roots: own }: OrderedChain, { roots, trust }: LintWish): 'clients' | 'named' | undefined {
  const chain = [...serve, ...own];
  if (trust !== undefined && chain.some((each) => isAnchored(each, trust))) return 'named';
  return chain.some((each) => isAnchored(each, roots())) ? 'clients' : undefined;
}

function untrusted({ leaf, serve, roots }: OrderedChain, { trust }: LintWish): Hit & { readonly severity?: 'error' } {
  if (isSelfSigned(leaf)) return { code: 'self-signed', certificate: leaf };
  if (serve.length === 1 && roots.length === 0) return { code: 'chain-incomplete', certificate: leaf, detail: value(shownName(leaf.issuer)) };
  return { code: 'untrusted-root', certificate: leaf, ...(trust === undefined ? {} : { severity: 'error' as const }) };
}

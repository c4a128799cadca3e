import type { Certificate } from '../certificate.ts';
import { isSelfIssued } from '../describe.ts';
import { certificatePolicies, inhibitAnyPolicy, policyConstraints, policyMappings } from '../extensions.ts';

const ANY = '2.5.29.32.0';

/**
 * Certificate policies by RFC 5280 6.1.2 to 6.1.5, any policy being acceptable to the user: false where a CA demands an explicit
 * policy and none is left. `path`: leaf first, anchor last; the anchor's own policies say nothing.
 * @throws Malformed
 */
export function policiesHold(path: readonly Certificate[]): boolean {
  const certificates = path.slice(0, -1).toReversed();
  const length = certificates.length;
  const left = { explicit: length + 1, any: length + 1, mapping: length + 1 };
  let valid: ReadonlySet<string> = new Set([ANY]);
  for (const [i, certificate] of certificates.entries()) {
    const last = i === length - 1;
    const selfIssued = isSelfIssued(certificate);
    valid = stillValid(valid, certificatePolicies(certificate), left.any > 0 || (!last && selfIssued));
    if (left.explicit === 0 && valid.size === 0) return false;
    if (last) {
      const required = policyConstraints(certificate)?.requireExplicitPolicy;
      if (left.explicit > 0) left.explicit -= 1;
      if (required === 0) left.explicit = 0;
      return left.explicit > 0 || valid.size > 0;
    }
    const mapped = mapPolicies(valid, policyMappings(certificate) ?? [], left.mapping > 0);
    if (mapped === undefined) return false;
    valid = mapped;
    if (!selfIssued) for (const key of ['explicit', 'any', 'mapping'] as const) left[key] = Math.max(left[key] - 1, 0);
    const { requireExplicitPolicy = left.explicit, inhibitPolicyMapping = left.mapping } = policyConstraints(certificate) ?? {};
    left.explicit = Math.min(left.explicit, requireExplicitPolicy);
    left.mapping = Math.min(left.mapping, inhibitPolicyMapping);
    left.any = Math.min(left.any, inhibitAnyPolicy(certificate) ?? left.any);
  }
  return true;
}

// 6.1.3 (d) and (e); the tree is a set here, since only its being empty matters where every policy is acceptable.
function stillValid(expected: ReadonlySet<string>, policies: readonly string[] | undefined, anyCounts: boolean): ReadonlySet<string> {
  if (policies === undefined) return new Set();
  const named = policies.filter((policy) => policy !== ANY && (expected.has(policy) || expected.has(ANY)));
  return new Set(policies.includes(ANY) && anyCounts ? [...named, ...expected] : named);
}

// 6.1.4 (a) and (b). undefined where anyPolicy is mapped, which is forbidden.
function mapPolicies(
  valid: ReadonlySet<string>,
  mappings: readonly { readonly issuer: string; readonly subject: string }[],
  allowed: boolean,
): ReadonlySet<string> | undefined {
  if (mappings.some(({ issuer, subject }) => issuer === ANY || subject === ANY)) return undefined;
  const from = new Set(mappings.map(({ issuer }) => issuer));
  const kept = [...valid].filter((policy) => !from.has(policy));
  const reached = allowed ? mappings.filter(({ issuer }) => valid.has(issuer) || valid.has(ANY)).map(({ subject }) => subject) : [];
  return new Set([...kept, ...reached]);
}

import { readFileSync } from 'node:fs';
import { getPublicSuffix } from 'tldts';
import { judgeChain } from '../src/core/certificates/verdict.ts';
import { toALabel } from '../src/core/domain/a-label.ts';

// usage: node scripts/vectors.ts FILE   published cases of C2SP/x509-limbo through the core of `cert lint --chain-only`
interface Case {
  readonly id: string;
  readonly expected_result: 'SUCCESS' | 'FAILURE';
  readonly peer_certificate: string;
  readonly untrusted_intermediates: readonly string[];
  readonly trusted_certs: readonly string[];
  readonly validation_time: string | null;
  readonly expected_peer_name: { readonly value: string } | null;
  readonly max_chain_depth: number | null;
}

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('usage: node scripts/vectors.ts FILE');
const { testcases } = JSON.parse(readFileSync(file, 'utf8')) as { readonly testcases: readonly Case[] };
const bytes = (pems: readonly string[]) => new TextEncoder().encode(pems.join('\n'));
let agreed = 0;
let slowest = { id: '', ms: 0 };
for (const each of testcases) {
  const host = each.expected_peer_name?.value;
  const started = performance.now();
  const result = judgeChain({
    shown: bytes([each.peer_certificate]),
    untrusted: bytes(each.untrusted_intermediates),
    trust: bytes(each.trusted_certs),
    host: host === undefined ? undefined : (toALabel(host) ?? host),
    at: each.validation_time === null ? Date.now() : Date.parse(each.validation_time),
    maxDepth: each.max_chain_depth ?? undefined,
    isPublicSuffix: (name) => getPublicSuffix(name, { allowPrivateDomains: true }) === name,
  });
  const ms = performance.now() - started;
  if (ms > slowest.ms) slowest = { id: each.id, ms };
  const expected = each.expected_result === 'SUCCESS' ? 'accept' : 'reject';
  const rules = result.verdict === 'reject' ? result.violations.map(({ rule }) => rule).join(' ') : '';
  if (process.env['VERBOSE'] !== undefined) console.log(`${each.id}: ${result.verdict} ${rules}`);
  if (result.verdict === expected) agreed += 1;
  else console.log(`differs: ${each.id}: expected ${expected}, ours ${result.verdict} ${rules}`);
}
console.log(`${agreed} of ${testcases.length} agree (${((100 * agreed) / testcases.length).toFixed(1)} %); slowest ${slowest.id} ${slowest.ms.toFixed(0)} ms`);

import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeCertificate } from '../../src/plugins/shared/x509/write-certificate.ts';
import { inTurns, timeCommand } from './measure.ts';
import type { Figure } from './wizard.ts';

const DAY = 86_400_000;
const LEAVES = 1_000;
const MANY = 5_000;
const MIB = 2 ** 20;
// Said at the end by the program that is measured.
const USAGE = `data:text/javascript,process.on('exit',()=>console.error(JSON.stringify(process.resourceUsage())))`;

/** `cert lint`: one chain beside a node that does nothing, and thousands of files in one call. Build first (`npm run build`). */
export async function* measureLint(bin: string, folder: string, home: Readonly<Record<string, string>>, rounds: number): AsyncGenerator<Figure> {
  const { files, trust } = await certificates(folder);
  const env = { ...process.env, ...home };
  const [one = ''] = files;
  for (const [what, rest] of [
    ['the machine’s roots', []],
    ['--trust', ['--trust', trust]],
  ] as const) {
    const {
      one: ours,
      other,
      ratio,
    } = await inTurns(
      rounds,
      () => timeCommand([bin, 'cert', 'lint', one, ...rest], env),
      () => timeCommand(['-e', '0'], env),
    );
    yield { what: `cert lint, one chain, ${what} / node -e 0`, figure: ratio, aim: 2.5, detail: `${ours.toFixed(1)} ms / ${other.toFixed(1)} ms` };
  }
  const thousand = usageOf([bin, 'cert', 'lint', '--trust', trust, ...files], env);
  yield { what: `cert lint, files a second of processor time`, figure: LEAVES / thousand.seconds, aim: 300, detail: `${LEAVES} files in one call` };
  const many = usageOf([bin, 'cert', 'lint', '--trust', trust, ...Array.from({ length: MANY }, (_, at) => files[at % LEAVES] ?? '')], env);
  yield {
    what: `cert lint, memory at ${MANY} files / at ${LEAVES}`,
    figure: many.bytes / thousand.bytes,
    detail: `${Math.round(many.bytes / MIB)} MiB / ${Math.round(thousand.bytes / MIB)} MiB`,
  };
}

/** A chain of two in each file: as many leaves, one issuing CA. */
async function certificates(folder: string): Promise<{ readonly files: readonly string[]; readonly trust: string }> {
  const now = Date.now();
  const life = { from: now - DAY, to: now + 90 * DAY, algorithm: 'ecdsa-p256' } as const;
  const root = await writeCertificate({ commonName: 'Bench root', ...life, ca: {} });
  const issuing = await writeCertificate({ commonName: 'Bench issuing CA', ...life, ca: { pathLength: 0 }, issuer: root });
  const trust = join(folder, 'root.pem');
  writeFileSync(trust, root.certPem);
  const files: string[] = [];
  for (let at = 0; at < LEAVES; at += 1) {
    const name = `host${at}.contoso.com`;
    const leaf = await writeCertificate({ commonName: name, names: [name], ...life, issuer: issuing });
    const file = join(folder, `${at}.pem`);
    writeFileSync(file, leaf.certPem + issuing.certPem);
    files.push(file);
  }
  return { files, trust };
}

function usageOf(args: readonly string[], env: NodeJS.ProcessEnv): { readonly seconds: number; readonly bytes: number } {
  const { status, stderr } = spawnSync(process.execPath, ['--import', USAGE, ...args], { env, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
  if (status !== 0) throw new Error(`cert lint ended with ${status}`);
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(stderr.trimEnd().split('\n').at(-1) ?? '') as NodeJS.ResourceUsage;
  return { seconds: (userCPUTime + systemCPUTime) / 1e6, bytes: maxRSS * 1024 };
}

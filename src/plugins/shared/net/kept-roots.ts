import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clientRoots, publicRoots } from './roots.ts';

/** The roots as PEM, read when they are asked for; the same arrays every time. */
export interface Roots {
  /** What clients on this machine trust. */
  client(): readonly string[];
  /** Mozilla's, as node ships them. */
  bundled(): readonly string[];
}

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;
const OTHERS_WRITE = 0o022;

/**
 * The roots without node's TLS, which takes longer to load than most certificates to judge: those that this very node ships are kept in a file of the user.
 * For advice on files, never for a connection. Where node was told to trust otherwise, or nothing can be kept, it is asked as ever.
 * @param folder of the user alone
 */
export function keptRoots(folder: string): Roots {
  let client: readonly string[] | undefined;
  let bundled: readonly string[] | undefined;
  const roots: Roots = {
    client: () => {
      client ??= isUsual() ? [...roots.bundled(), ...extraRoots()] : clientRoots();
      return client;
    },
    bundled: () => {
      bundled ??= read(fileIn(folder)) ?? keep(folder, publicRoots());
      return bundled;
    },
  };
  return roots;
}

/** Another node may ship others, also under the same version. */
function fileIn(folder: string): string {
  const { mtimeMs, size } = statSync(process.execPath);
  return join(folder, `${process.version}-${process.arch}-${size}-${Math.floor(mtimeMs)}.pem`);
}

function read(file: string): readonly string[] | undefined {
  try {
    const { uid, mode } = statSync(file);
    if (uid !== (process.getuid?.() ?? uid) || (process.platform !== 'win32' && (mode & OTHERS_WRITE) !== 0)) return undefined;
    const found = readFileSync(file, 'latin1').match(CERTIFICATE);
    return found === null || found.length < 2 ? undefined : found;
  } catch {
    return undefined;
  }
}

function keep(folder: string, roots: readonly string[]): readonly string[] {
  const file = fileIn(folder);
  const fresh = `${file}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const old of readdirSync(folder)) rmSync(join(folder, old), { force: true });
    writeFileSync(fresh, roots.join('\n'), { mode: 0o600, flag: 'wx' });
    renameSync(fresh, file);
  } catch {
    // Read anew the next time.
  }
  return roots;
}

function isUsual(): boolean {
  const { execArgv, env } = process;
  const flags = [...execArgv, env['NODE_OPTIONS'] ?? ''].join(' ');
  return !/--use-(?:system|openssl)-ca/.test(flags) && (env['NODE_USE_SYSTEM_CA'] ?? '') === '';
}

// As node takes it: a file that cannot be read adds nothing.
function extraRoots(): readonly string[] {
  const file = process.env['NODE_EXTRA_CA_CERTS'] ?? '';
  try {
    return file === '' ? [] : (readFileSync(file, 'latin1').match(CERTIFICATE) ?? []);
  } catch {
    return [];
  }
}

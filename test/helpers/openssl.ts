import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** PEM, as the openssl command writes it. */
export interface Issued {
  readonly certPem: string;
  /** PKCS#8. */
  readonly keyPem: string;
}

export interface Order {
  readonly commonName: string;
  readonly issuer?: Issued;
  /** Replaces what would be usual for a server, or with `ca` for an authority: lines of an openssl extension section. */
  readonly extensions?: readonly string[];
  readonly ca?: boolean;
  /** subjectAltName as openssl words it: `DNS:www.contoso.com,IP:127.0.0.1`. Default: the common name. */
  readonly san?: string;
  /** Options of `openssl genpkey`. */
  readonly key?: readonly string[];
  readonly keyPem?: string;
  readonly digest?: string;
  /** From now on. */
  readonly days?: number;
}

export const EC = ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'] as const;
export const rsa = (bits: number) => ['-algorithm', 'RSA', '-pkeyopt', `rsa_keygen_bits:${bits}`] as const;

/** Golden certificates come from another hand than the code under test. */
export function openssl(args: readonly string[], input?: string | Uint8Array): Buffer {
  return execFileSync('openssl', args, { stdio: ['pipe', 'pipe', 'pipe'], ...(input === undefined ? {} : { input }) });
}

export function issue(order: Order): Issued {
  const folder = mkdtempSync(join(tmpdir(), 'amltls-openssl-'));
  const at = (name: string) => join(folder, name);
  try {
    writeFileSync(at('key.pem'), order.keyPem ?? openssl(['genpkey', ...(order.key ?? EC)]));
    writeFileSync(at('ext.cnf'), ['[ext]', ...extensionsOf(order)].join('\n'));
    openssl(['req', '-new', '-key', at('key.pem'), '-subj', `/CN=${order.commonName}`, '-out', at('request.pem')]);
    const signer = order.issuer === undefined ? ['-signkey', at('key.pem')] : ['-CA', at('ca.pem'), '-CAkey', at('ca.key')];
    if (order.issuer !== undefined) {
      writeFileSync(at('ca.pem'), order.issuer.certPem);
      writeFileSync(at('ca.key'), order.issuer.keyPem);
    }
    const rest = ['-days', String(order.days ?? 90), '-extfile', at('ext.cnf'), '-extensions', 'ext', '-set_serial', String(Math.ceil(Math.random() * 1e15))];
    openssl(['x509', '-req', '-in', at('request.pem'), ...signer, `-${order.digest ?? 'sha256'}`, ...rest, '-out', at('cert.pem')]);
    return { certPem: readFileSync(at('cert.pem'), 'utf8'), keyPem: readFileSync(at('key.pem'), 'utf8') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Root, issuing CA and a server certificate of one private PKI. */
export function issueChain(server: Omit<Order, 'issuer'> = { commonName: 'www.contoso.com' }): { root: Issued; issuing: Issued; leaf: Issued } {
  const root = issue({ commonName: 'Contoso Root', ca: true, days: 3650 });
  const issuing = issue({ commonName: 'Contoso Issuing CA', ca: true, issuer: root, days: 1825 });
  return { root, issuing, leaf: issue({ ...server, issuer: issuing }) };
}

function extensionsOf({ extensions, ca, san, commonName }: Order): readonly string[] {
  if (extensions !== undefined) return extensions;
  const identifiers = ['subjectKeyIdentifier=hash', 'authorityKeyIdentifier=keyid'];
  if (ca === true) return ['basicConstraints=critical,CA:TRUE', 'keyUsage=critical,keyCertSign,cRLSign', ...identifiers];
  return [
    'basicConstraints=critical,CA:FALSE',
    'keyUsage=critical,digitalSignature',
    'extendedKeyUsage=serverAuth',
    `subjectAltName=${san ?? `DNS:${commonName}`}`,
    ...identifiers,
  ];
}

/** What a CA sends back for a request: the names are those that the request asks for. */
export function signRequest(request: string, issuer: Issued, days = 90): string {
  const folder = mkdtempSync(join(tmpdir(), 'amltls-openssl-'));
  const at = (name: string) => join(folder, name);
  try {
    const extensions = ['basicConstraints=critical,CA:FALSE', 'keyUsage=critical,digitalSignature,keyEncipherment', 'extendedKeyUsage=serverAuth'];
    for (const [name, text] of Object.entries({ 'request.pem': request, 'ca.pem': issuer.certPem, 'ca.key': issuer.keyPem, 'ext.cnf': extensions.join('\n') }))
      writeFileSync(at(name), text);
    const ca = ['-CA', at('ca.pem'), '-CAkey', at('ca.key'), '-set_serial', String(Math.ceil(Math.random() * 1e15)), '-copy_extensions', 'copy'];
    return openssl(['x509', '-req', '-in', at('request.pem'), ...ca, '-days', String(days), '-sha256', '-extfile', at('ext.cnf')]).toString();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

import { execFile } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface OpensslPair {
  /** Leaf, then intermediate. */
  readonly certFile: string;
  readonly keyFile: string;
  /** The root, for `certificate.trust`. */
  readonly trustFile: string;
  /** Lower-case hex of the leaf. */
  readonly fingerprint: string;
}

/** A chain as a company's own CA would hand it out, made by openssl and not by the program under test. */
export async function opensslPair(folder: string, fqdn: string, days = 365): Promise<OpensslPair> {
  const file = (name: string) => join(folder, name);
  const openssl = (...args: readonly string[]) => run('openssl', [...args], { cwd: folder });
  const ec = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  await openssl('req', '-x509', ...ec, '-keyout', 'root.key', '-out', 'root.pem', '-subj', '/CN=Contoso root', '-days', '3650');
  await writeFile(
    file('ca.ext'),
    'basicConstraints=critical,CA:TRUE,pathlen:0\nkeyUsage=critical,keyCertSign,cRLSign\nsubjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n',
  );
  await writeFile(
    file('leaf.ext'),
    `basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=serverAuth\nsubjectAltName=DNS:${fqdn}\n`,
  );
  await openssl('req', '-new', ...ec, '-keyout', 'int.key', '-out', 'int.csr', '-subj', '/CN=Contoso issuing CA');
  await openssl(
    'x509',
    '-req',
    '-in',
    'int.csr',
    '-CA',
    'root.pem',
    '-CAkey',
    'root.key',
    '-CAcreateserial',
    '-days',
    '1825',
    '-extfile',
    'ca.ext',
    '-out',
    'int.pem',
  );
  await openssl('req', '-new', ...ec, '-keyout', 'key.pem', '-out', 'leaf.csr', '-subj', `/CN=${fqdn}`);
  await openssl(
    'x509',
    '-req',
    '-in',
    'leaf.csr',
    '-CA',
    'int.pem',
    '-CAkey',
    'int.key',
    '-CAcreateserial',
    '-days',
    String(days),
    '-extfile',
    'leaf.ext',
    '-out',
    'leaf.pem',
  );
  const leaf = await readFile(file('leaf.pem'), 'utf8');
  await writeFile(file('cert.pem'), leaf + (await readFile(file('int.pem'), 'utf8')));
  const fingerprint = new X509Certificate(leaf).fingerprint256.replaceAll(':', '').toLowerCase();
  return { certFile: file('cert.pem'), keyFile: file('key.pem'), trustFile: file('root.pem'), fingerprint };
}

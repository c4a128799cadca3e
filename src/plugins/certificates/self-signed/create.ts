import { describeCertificate } from '../../../core/certificates/describe.ts';
import { cleanKeyPem, readPrivateKey } from '../../../core/certificates/key.ts';
import { decodeText } from '../../../core/certificates/pem.ts';
import { readCertificates } from '../../../core/certificates/read.ts';
import type { Change, Context } from '../../../core/contracts/index.ts';
import { say, value } from '../../../core/text/say.ts';
import type { PairFiles } from '../../shared/pair/read-files.ts';
import type { KeyAlgorithm } from '../../shared/x509/key-algorithm.ts';
import { certificateAppeared, unusableKey } from './problems.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const CURVES: readonly (string | undefined)[] = ['prime256v1', 'secp384r1'];

export interface Wish {
  readonly names: readonly string[];
  readonly files: PairFiles;
  readonly algorithm: KeyAlgorithm;
  readonly days: number;
  /** A key without a certificate lies there: left by a run that was cut off, or put there on purpose. */
  readonly keyExists: boolean;
}

/** Writes both files, the key first: what a crash leaves behind is a key that the next run makes a certificate for. */
export function createPair(wish: Wish): Change {
  const { names, files, algorithm, days, keyExists } = wish;
  const name = value(names.join(', '));
  return {
    id: 'certificate:self-signed',
    step: 'certificate',
    title: say('Make a self-signed certificate for {name}', '{name} の自己署名証明書を作成する', { name }),
    effect: 'create',
    why: keyExists
      ? say('{key} is there already; the certificate is made for it.', '{key} が既にあるため、その鍵の証明書を作成します。', { key: value(files.key) })
      : say('There is none at {cert} yet.', '{cert} に証明書がまだありません。', { cert: value(files.cert) }),
    after: { certFile: files.cert, keyFile: files.key, names, days, ...(keyExists ? {} : { keyType: algorithm }) },
    async *apply(context) {
      yield {
        type: 'note',
        level: 'warn',
        text: say(
          'This certificate is for development: no client trusts it unless it is told to.',
          'この証明書は開発用です。信頼する設定をしたクライアント以外は受け入れません。',
        ),
      };
      const certPem = await writePair(wish, context);
      const { fingerprintSha256, notAfter } = describeCertificate(readCertificates(certPem).certificates[0]?.der ?? new Uint8Array());
      return { certFile: files.cert, fingerprintSha256, notAfter };
    },
  };
}

async function writePair({ names, files, algorithm, days }: Wish, { env }: Context): Promise<string> {
  const keyPem = (await env.files.stat(files.key)) === undefined ? undefined : await readUsableKey(files.key, env);
  if ((await env.files.stat(files.cert)) !== undefined) throw certificateAppeared(files.cert);
  const now = env.clock.now();
  const { writeCertificate } = await import('../../shared/x509/write-certificate.ts');
  // An hour back: the clocks of clients are never quite right.
  const validity = { from: now - HOUR, to: now + days * DAY };
  const pair = await writeCertificate({ commonName: names[0] ?? 'localhost', names, algorithm, ...validity, ...(keyPem === undefined ? {} : { keyPem }) });
  if (keyPem === undefined) await env.files.write(files.key, pair.keyPem, { mode: 0o600, exclusive: true });
  await env.files.write(files.cert, pair.certPem, { mode: 0o644, exclusive: true });
  return pair.certPem;
}

async function readUsableKey(path: string, { files }: Context['env']): Promise<string> {
  const bytes = await files.read(path);
  const keyPem = cleanKeyPem(decodeText(bytes));
  const reading = readPrivateKey(bytes);
  if (keyPem === undefined || reading.state !== 'read') throw unusableKey(path);
  const { kind, bits = 0, curve } = reading.key;
  if (kind === 'rsa' ? bits < 2048 : kind !== 'ec' || !CURVES.includes(curve)) throw unusableKey(path);
  return keyPem;
}

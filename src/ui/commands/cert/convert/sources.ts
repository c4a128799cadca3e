import { join, resolve } from 'node:path';
import { fail } from '../../../../core/problems/problem-error.ts';
import { code, say, value } from '../../../../core/text/say.ts';
import { wrong } from '../../options.ts';
import type { Session } from '../../session.ts';

type Store = 'certbot' | 'lego' | 'acme.sh' | 'win-acme';

const STORES: readonly Store[] = ['certbot', 'lego', 'acme.sh', 'win-acme'];
// What stands in these folders and is neither the certificate nor its key.
const OTHER = /(?:\.csr|\.conf|\.json|\.issuer\.crt|\.resource|(?:^|[\\/])README)$/iu;

/**
 * The files of one certificate in the folder of another program: `certbot:/etc/letsencrypt/live/NAME`, `lego:/root/.lego/certificates/NAME`,
 * `acme.sh:/root/.acme.sh/NAME_ecc`, `win-acme:C:\certs\NAME`. Where a folder keeps several certificates, NAME is the part before the ending.
 * @throws ProblemError `flag-invalid`, `convert-store-empty`, `convert-store-several`
 */
export async function filesOfStore(session: Session, from: string): Promise<readonly string[]> {
  const at = from.indexOf(':');
  const store = STORES.find((each) => each === from.slice(0, at)) ?? wrong('--from', from, 'certbot:/etc/letsencrypt/live/www.contoso.com');
  const path = resolve(session.host.cwd, from.slice(at + 1));
  const kind = (await session.files.stat(path))?.kind;
  const [folder, name] = kind === 'folder' ? [path, undefined] : split(path);
  const files = chosen(store, await session.files.list(folder), name);
  if (files.length === 0) return fail(empty(path, store));
  const names = new Set(files.map((file) => file.replace(/(?:-chain-only|-chain|-crt|-key)?\.[a-z0-9]+$/iu, '')));
  if (store !== 'certbot' && store !== 'acme.sh' && names.size > 1) return fail(several(path, [...names]));
  return files.map((file) => join(folder, file));
}

function split(path: string): readonly [string, string] {
  const at = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  return [path.slice(0, at), path.slice(at + 1)];
}

function chosen(store: Store, names: readonly string[], name: string | undefined): readonly string[] {
  const mine = (name === undefined ? names : names.filter((each) => each === name || each.startsWith(`${name}.`) || each.startsWith(`${name}-`))).filter(
    (each) => !OTHER.test(each),
  );
  // The same chain and key in one file each: the others repeat them.
  const wanted: Readonly<Record<Store, (name: string) => boolean>> = {
    certbot: (each) => each === 'fullchain.pem' || each === 'privkey.pem',
    'acme.sh': (each) => each === 'fullchain.cer' || each.endsWith('.key'),
    lego: (each) => each.endsWith('.crt') || each.endsWith('.key'),
    'win-acme': (each) => /-(?:chain|key)\.pem$/iu.test(each),
  };
  const found = mine.filter(wanted[store]);
  if (found.length > 0 || store === 'certbot' || store === 'acme.sh') return found;
  // A store that was told to write a PFX.
  return mine.filter((each) => /\.(?:pfx|p12)$/iu.test(each));
}

function empty(path: string, store: Store) {
  return {
    code: 'convert-store-empty',
    owner: 'you' as const,
    message: say('{path} holds no certificate of {store}.', '{path} に {store} の証明書がありません。', { path: value(path), store: code(store) }),
    next: [
      say('Name the folder of one certificate, for example {example}.', '1 つの証明書のフォルダーを指定してください。例: {example}', {
        example: code(EXAMPLES[store]),
      }),
    ],
  };
}

function several(path: string, names: readonly string[]) {
  return {
    code: 'convert-store-several',
    owner: 'you' as const,
    message: say('{path} holds several certificates: {names}.', '{path} に複数の証明書があります: {names}', {
      path: value(path),
      names: value(names.slice(0, 10).join(', ')),
    }),
    next: [say('Name one of them: {example}', '1 つを指定してください: {example}', { example: code(join(path, names[0] ?? '')) })],
  };
}

const EXAMPLES: Readonly<Record<Store, string>> = {
  certbot: 'certbot:/etc/letsencrypt/live/www.contoso.com',
  lego: 'lego:/root/.lego/certificates/www.contoso.com',
  'acme.sh': 'acme.sh:/root/.acme.sh/www.contoso.com_ecc',
  'win-acme': 'win-acme:C:\\certs\\www.contoso.com',
};

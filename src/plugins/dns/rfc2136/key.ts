import type { Context } from '../../../core/contracts/index.ts';
import { plainName } from '../../../core/domain/dns-name.ts';
import { fail } from '../../../core/problems/problem-error.ts';
import { parseSecretRef } from '../../shared/keys/secret-ref.ts';
import { textAnswer } from '../../shared/web-service/fields.ts';
import { keyUnreadable, secretPlace } from './problems.ts';
import { ALGORITHMS, type Algorithm, type TsigKey } from './tsig.ts';

/**
 * The key that updates are signed with, read at the last moment; undefined where the profile names none. The place holds the secret in Base64,
 * or a key file as `tsig-keygen` and `keymgr -t` write it, name and algorithm included.
 * @throws ProblemError `rfc2136-key`, what reading the secret throws
 */
export async function readKey({ answers, env, paths, signal }: Context): Promise<TsigKey | undefined> {
  const place = textAnswer(answers, 'dns.keySecret');
  if (place === undefined) return undefined;
  const text = (await env.secrets.resolve(parseSecretRef(place, paths) ?? fail(secretPlace()), signal)).trim();
  const given = { name: textAnswer(answers, 'dns.keyName'), algorithm: textAnswer(answers, 'dns.keyAlgorithm') };
  const file = keyFile(text);
  const name = given.name ?? file?.name;
  const algorithm = algorithmOf(file?.algorithm ?? given.algorithm ?? 'hmac-sha256');
  const secret = file?.secret ?? text;
  if (name === undefined || algorithm === undefined || !/^[A-Za-z0-9+/]+={0,2}$/.test(secret)) return fail(keyUnreadable(place));
  return { name: plainName(name), algorithm, secret: Buffer.from(secret, 'base64') };
}

interface KeyFile {
  readonly name: string;
  readonly algorithm: string | undefined;
  readonly secret: string;
}

// BIND: key "name" { algorithm hmac-sha256; secret "…"; };   Knot: - id: name / algorithm: … / secret: …
function keyFile(text: string): KeyFile | undefined {
  const name = /\bkey\s+"?([^\s"{]+)"?\s*\{/.exec(text)?.[1] ?? /\bid:\s*"?([^\s"]+)"?/.exec(text)?.[1];
  const secret = /\bsecret:?\s+"?([A-Za-z0-9+/=]+)"?/.exec(text)?.[1];
  return name === undefined || secret === undefined ? undefined : { name, secret, algorithm: /\balgorithm:?\s+"?([\w-]+)"?/.exec(text)?.[1] };
}

function algorithmOf(name: string): Algorithm | undefined {
  return ALGORITHMS.find((algorithm) => algorithm === name.toLowerCase());
}

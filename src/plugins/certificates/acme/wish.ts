import { decodeText } from '../../../core/certificates/pem.ts';
import type { Answers, Context, SecretRef } from '../../../core/contracts/index.ts';
import { allNames, keyTypeOf } from '../../shared/keys/questions.ts';
import { parseSecretRef } from '../../shared/keys/secret-ref.ts';
import type { KeyAlgorithm } from '../../shared/x509/key-algorithm.ts';
import { AUTHORITIES, type Authority } from './authorities.ts';
import { authority, authorityCaFile, directoryUrl, EAB, email, preferredChain, reuseKey } from './questions.ts';

/** What is to be ordered, and where. */
export interface Wish {
  readonly names: readonly string[];
  readonly algorithm: KeyAlgorithm;
  readonly reuseKey: boolean;
  readonly preferredChain: string | undefined;
  readonly authority: Authority;
  /** As a person knows it: the preset's title, or the host. */
  readonly title: string;
  readonly directoryUrl: string;
  readonly authorityCaPem: string | undefined;
  readonly email: string | undefined;
  readonly eab: { readonly keyId: string; readonly hmac: SecretRef } | undefined;
}

/** @throws ProblemError what reading the CA file says */
export async function wishOf(names: readonly string[], context: Context): Promise<Wish> {
  const { answers, paths, env } = context;
  const preset = AUTHORITIES.find(({ id }) => id === answers[authority.key]) ?? (AUTHORITIES[0] as Authority);
  const url = preset.directoryUrl ?? text(answers, directoryUrl.key) ?? '';
  const caFile = text(answers, authorityCaFile.key);
  const [keyId, hmac] = [text(answers, EAB.keyId), parseSecretRef(text(answers, EAB.hmac) ?? '', paths)];
  return {
    names: allNames(names, answers),
    algorithm: keyTypeOf(answers),
    reuseKey: answers[reuseKey.key] === true,
    preferredChain: text(answers, preferredChain.key),
    authority: preset,
    title: preset.directoryUrl === undefined ? (URL.parse(url)?.host ?? url) : preset.title,
    directoryUrl: url,
    authorityCaPem: preset.directoryUrl === undefined && caFile !== undefined ? decodeText(await env.files.read(paths.resolve(caFile))) : undefined,
    email: text(answers, email.key),
    eab: keyId === undefined || hmac === undefined ? undefined : { keyId, hmac },
  };
}

function text(answers: Answers, key: string): string | undefined {
  const answer = answers[key];
  return typeof answer === 'string' && answer.trim() !== '' ? answer.trim() : undefined;
}

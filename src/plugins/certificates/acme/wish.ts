import { decodeText } from '../../../core/certificates/pem.ts';
import type { Answers, Context, Problem, SecretRef } from '../../../core/contracts/index.ts';
import { fail } from '../../../core/problems/problem-error.ts';
import { code, say } from '../../../core/text/say.ts';
import { allNames, keyTypeOf } from '../../shared/keys/questions.ts';
import { parseSecretRef } from '../../shared/keys/secret-ref.ts';
import type { KeyAlgorithm } from '../../shared/x509/key-algorithm.ts';
import { AUTHORITIES, type Authority } from './authorities.ts';
import { refuseOutside } from './outside.ts';
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

/** @throws ProblemError what reading the CA file says; `environment-closed` */
export async function wishOf(names: readonly string[], context: Context): Promise<Wish> {
  const { answers, paths, env } = context;
  const preset = AUTHORITIES.find(({ id }) => id === answers[authority.key]) ?? (AUTHORITIES[0] as Authority);
  const own = preset.id === 'environment' ? (env.authority ?? fail(noOwnAuthority())) : undefined;
  const url = own?.directoryUrl ?? preset.directoryUrl ?? text(answers, directoryUrl.key) ?? '';
  refuseOutside(url, env);
  const named = text(answers, authorityCaFile.key);
  const caFile = own?.caFile ?? (preset.id === 'custom' && named !== undefined ? paths.resolve(named) : undefined);
  const [keyId, hmac] = [text(answers, EAB.keyId), parseSecretRef(text(answers, EAB.hmac) ?? '', paths)];
  return {
    names: allNames(names, answers),
    algorithm: keyTypeOf(answers),
    reuseKey: answers[reuseKey.key] === true,
    preferredChain: text(answers, preferredChain.key),
    authority: preset,
    title: own?.title ?? (preset.directoryUrl === undefined ? (URL.parse(url)?.host ?? url) : preset.title),
    directoryUrl: url,
    authorityCaPem: caFile === undefined ? undefined : decodeText(await env.files.read(caFile)),
    email: text(answers, email.key),
    eab: keyId === undefined || hmac === undefined ? undefined : { keyId, hmac },
  };
}

// Only where the answers were not checked before: the option is not offered there.
function noOwnAuthority(): Problem {
  return {
    code: 'acme-no-own-authority',
    owner: 'you',
    message: say('This environment has no authority of its own.', 'この環境には付属の証明機関がありません。'),
    next: [say('Choose another one with {key}.', '{key} で別の証明機関を選択してください。', { key: code('certificate.authority') })],
  };
}

function text(answers: Answers, key: string): string | undefined {
  const answer = answers[key];
  return typeof answer === 'string' && answer.trim() !== '' ? answer.trim() : undefined;
}

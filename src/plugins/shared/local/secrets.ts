import { decodeText } from '../../../core/certificates/pem.ts';
import type { Files, Problem, SecretRef, Secrets } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { code, say, value } from '../../../core/text/say.ts';

export interface SecretsOptions {
  /** Where `env` references look. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Asks the person without echo; undefined where nobody is there. */
  readonly ask?: ((what: string, signal: AbortSignal) => Promise<string>) | undefined;
  /** Reads from a Key Vault by the secret's URL; undefined where none can be reached. */
  readonly keyVault?: ((url: string, signal: AbortSignal) => Promise<string>) | undefined;
}

/** Resolves references at the last moment; keeps nothing. Files are returned as text (UTF-8 or, by its byte order mark, UTF-16), otherwise unchanged. */
export function createSecrets(files: Files, options: SecretsOptions): Secrets {
  return {
    async resolve(ref, signal) {
      signal.throwIfAborted();
      switch (ref.from) {
        case 'file':
          return decodeText(await files.read(ref.name));
        case 'env':
          return (Object.hasOwn(options.variables, ref.name) && options.variables[ref.name]) || missing(ref);
        case 'prompt':
          return options.ask === undefined ? missing(ref) : (await options.ask(ref.name, signal)) || missing(ref);
        case 'keyvault':
          return options.keyVault === undefined ? missing(ref) : (await options.keyVault(ref.name, signal)) || missing(ref);
      }
    },
  };
}

function missing(ref: SecretRef): never {
  throw new ProblemError({ code: 'secret-missing', owner: 'you', ...words(ref) });
}

function words(ref: SecretRef): Pick<Problem, 'message' | 'next'> {
  if (ref.from === 'env') {
    return {
      message: say('The environment variable {name} is not set or is empty.', '環境変数 {name} が設定されていないか、空です。', { name: code(ref.name) }),
      next: [say('Set it for this run, for example from your secret store.', 'シークレット ストアなどから値を取得し、この実行に設定してください。')],
    };
  }
  if (ref.from === 'keyvault') {
    return {
      message: say('{name} holds nothing that can be read here.', '{name} から読み取れる値がありません。', { name: value(ref.name) }),
      next: [
        say('Check the URL, and that you may read the secret.', 'URL と、シークレットの読み取り権限を確認してください。'),
        say('Use an environment that reaches Key Vault: azure or sandbox.', 'Key Vault を利用できる環境 (azure または sandbox) を使用してください。'),
      ],
    };
  }
  return {
    message: say('{name} is needed, and nobody is here to type it.', '{name} が必要ですが、対話的に入力できません。', { name: value(ref.name) }),
    next: [
      say(
        'Run the command in a terminal, or refer to a file or an environment variable instead.',
        'ターミナルで実行するか、代わりにファイルまたは環境変数を参照してください。',
      ),
    ],
  };
}

import type { Text } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { code, say, value } from '../../../core/text/say.ts';

export interface SignInPlace {
  readonly title: Text;
  /** As `az cloud list` names it; the public cloud is az's default. */
  readonly azName: string;
}

/** Sign-in to the cloud failed; exit 4. The SDK's chain of a dozen reasons is left out: its longest part is about tools nobody here has. */
export function signInFailed(error: unknown, place: SignInPlace): ProblemError {
  if (error instanceof ProblemError) return error;
  const words = allWords(error);
  const entra = /AADSTS\d+/.exec(words)?.[0];
  return new ProblemError({
    code: 'sign-in-failed',
    owner: 'you',
    exit: 4,
    message:
      entra === undefined
        ? say('You are not signed in to {cloud}.', '{cloud} にサインインしていません。', { cloud: place.title })
        : say('Microsoft Entra refused the sign-in to {cloud} ({code}).', 'Microsoft Entra が {cloud} へのサインインを拒否しました ({code})。', {
            cloud: place.title,
            code: value(entra),
          }),
    next: [...reasons(words, entra), ...ways(place)],
    ...(entra === undefined ? {} : { service: { code: entra } }),
  });
}

// Only what helps: the one tool most people use, and a network that is not there.
function reasons(words: string, entra: string | undefined): readonly Text[] {
  if (entra !== undefined) {
    return [
      say('Look up the reason at {url}.', '理由は {url} で確認できます。', {
        url: { link: `https://login.microsoftonline.com/error?code=${entra.slice('AADSTS'.length)}` },
      }),
    ];
  }
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|network_error|getaddrinfo/i.test(words)) {
    return [say('Check the network first: {command}.', 'まずネットワークを確認してください: {command}', { command: code('amltls doctor') })];
  }
  if (/Azure CLI could not be found/i.test(words)) {
    return [
      say(
        'Azure CLI is not installed here; install it, or use a service principal.',
        'Azure CLI がインストールされていません。インストールするか、サービス プリンシパルを使ってください。',
      ),
    ];
  }
  return [];
}

function ways({ azName }: SignInPlace): readonly Text[] {
  const login = azName === 'AzureCloud' ? 'az login --tenant <TENANT>' : `az cloud set --name ${azName} && az login --tenant <TENANT>`;
  return [
    say('Sign in with {command}, then run this again.', '{command} でサインインしてから、もう一度実行してください。', { command: code(login) }),
    say('In automation set {variables}, or use a managed identity.', '自動化では {variables} を設定するか、マネージド ID を使ってください。', {
      variables: code('AZURE_TENANT_ID, AZURE_CLIENT_ID, AZURE_CLIENT_SECRET'),
    }),
    say('To practise without an account: {command}.', 'アカウントなしで練習するには: {command}', { command: code('amltls --sandbox') }),
  ];
}

function allWords(error: unknown, depth = 0): string {
  if (!(error instanceof Error) || depth > 4) return '';
  const inner = 'errors' in error && Array.isArray(error.errors) ? error.errors : [];
  const systemCode = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return [error.message, systemCode, ...[...inner, error.cause].map((each) => allWords(each, depth + 1))].join('\n');
}

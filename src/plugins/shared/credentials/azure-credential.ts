import type { AccessToken, GetTokenOptions, TokenCredential } from '@azure/identity';
import type { Text } from '../../../core/contracts/index.ts';
import { code, link, say } from '../../../core/text/say.ts';
import { type SignInPlace, signInFailed } from './sign-in-problem.ts';

export interface CredentialOptions extends SignInPlace {
  /** `https://login.microsoftonline.com` */
  readonly authorityHost: string;
  readonly tenantId?: string | undefined;
  /** Shows the device code; undefined where nobody is there to type it. */
  readonly tell: ((line: Text) => void) | undefined;
}

type Identity = Pick<typeof import('@azure/identity'), 'DefaultAzureCredential' | 'DeviceCodeCredential'>;
type Loaded = { readonly quiet: TokenCredential; readonly asking: TokenCredential | undefined };

/**
 * Whatever this machine is signed in with (environment variables, workload and managed identity, az, …); where there is
 * nothing and a person is there, a device code. Loads `@azure/identity` with the first token; fails with `sign-in-failed` only.
 */
export function createAzureCredential(options: CredentialOptions, sdk: () => Promise<Identity> = () => import('@azure/identity')): TokenCredential {
  const underWay = new Map<string, Promise<AccessToken>>();
  let loading: Promise<Loaded> | undefined;
  let quietFailed = false;

  async function obtain(scopes: string | string[], tokenOptions: GetTokenOptions): Promise<AccessToken> {
    loading ??= sdk().then((identity) => load(identity, options));
    const { quiet, asking } = await loading;
    try {
      if (!quietFailed || asking === undefined) return required(await quiet.getToken(scopes, tokenOptions));
    } catch (error) {
      if (tokenOptions.abortSignal?.aborted) throw error;
      if (asking === undefined) throw signInFailed(error, options);
      quietFailed = true;
    }
    try {
      return required(await asking?.getToken(scopes, tokenOptions));
    } catch (error) {
      throw tokenOptions.abortSignal?.aborted ? error : signInFailed(error, options);
    }
  }

  return {
    // Clients that start together share one sign-in: a person types one code.
    async getToken(scopes, tokenOptions = {}) {
      const key = JSON.stringify([scopes, tokenOptions.claims, tokenOptions.tenantId]);
      const running = underWay.get(key);
      if (running !== undefined) return running;
      const token = obtain(scopes, tokenOptions).finally(() => underWay.delete(key));
      underWay.set(key, token);
      return token;
    },
  };
}

function load(identity: Identity, options: CredentialOptions): Loaded {
  const { authorityHost, tenantId, tell } = options;
  const common = { authorityHost, ...(tenantId === undefined ? {} : { tenantId }) };
  return {
    quiet: construct(() => new identity.DefaultAzureCredential(common), options),
    asking:
      tell === undefined
        ? undefined
        : new identity.DeviceCodeCredential({
            ...common,
            userPromptCallback: ({ userCode, verificationUri }) => tell(deviceCodeLine(userCode, verificationUri)),
          }),
  };
}

// The SDK checks its environment variables (AZURE_TOKEN_CREDENTIALS, AZURE_CLIENT_CERTIFICATE_PATH) while it is constructed.
function construct<T>(make: () => T, place: SignInPlace): T {
  try {
    return make();
  } catch (error) {
    throw signInFailed(error, place);
  }
}

function deviceCodeLine(userCode: string, url: string): Text {
  return say(
    'To sign in, open {url} in a browser and enter the code {code}.',
    'サインインするには、ブラウザーで {url} を開き、コード {code} を入力してください。',
    {
      url: link(url),
      code: code(userCode),
    },
  );
}

function required(token: AccessToken | null | undefined): AccessToken {
  if (token === null || token === undefined) throw new Error('no token');
  return token;
}

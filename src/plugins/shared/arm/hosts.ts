import type { ArmRequest } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { say, value } from '../../../core/text/say.ts';

export interface Hosts {
  readonly endpoint: string;
  readonly dataPlaneSuffixes: readonly string[];
}

/**
 * The URL a request goes to, with an api-version where it had none.
 * @throws ProblemError `arm-foreign-host`: the token is for its own cloud only
 */
export function resolveUrl(hosts: Hosts, request: Pick<ArmRequest, 'path' | 'apiVersion'>): URL {
  const url = new URL(request.path.startsWith('/') ? `${hosts.endpoint.replace(/\/+$/, '')}${request.path}` : request.path);
  if (!isOwn(hosts, url)) throw foreignHost(url);
  if (request.apiVersion !== undefined && !hasApiVersion(url)) url.searchParams.set('api-version', request.apiVersion);
  return url;
}

function isOwn({ endpoint, dataPlaneSuffixes }: Hosts, url: URL): boolean {
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') return false;
  if (url.origin === new URL(endpoint).origin) return true;
  return url.port === '' && dataPlaneSuffixes.some((suffix) => url.hostname.endsWith(suffix));
}

// Azure spells the parameter in several ways, and takes any.
function hasApiVersion(url: URL): boolean {
  return [...url.searchParams.keys()].some((key) => key.toLowerCase() === 'api-version');
}

function foreignHost(url: URL): ProblemError {
  return new ProblemError({
    code: 'arm-foreign-host',
    owner: 'service',
    message: say(
      'An answer pointed to {host}, which is not part of this Azure cloud. Your sign-in was not sent there.',
      '応答が、この Azure クラウドに属さない {host} を指していました。サインイン情報は送信していません。',
      { host: value(`${url.protocol}//${url.host}`) },
    ),
    next: [
      say('Check the workspace and the cloud (--env) of this profile.', 'このプロファイルのワークスペースとクラウド (--env) を確認してください。'),
      say(
        'If both are right, tell your Azure administrator: a proxy may be changing answers.',
        '両方とも正しい場合は、プロキシが応答を書き換えている可能性があります。Azure 管理者に連絡してください。',
      ),
    ],
  });
}

import type { Owner, Problem, Text } from '../../../core/contracts/index.ts';
import { code, link, say } from '../../../core/text/say.ts';

/** What a service error means for the person. Sources: facts.md section 8 and 7. */
export interface Cure {
  readonly code: string;
  readonly owner: Owner;
  readonly exit: NonNullable<Problem['exit']>;
  readonly next: readonly Text[];
}

const NAMES = say(
  'Check subscription, resource group, workspace and name in the profile, and the cloud (--env).',
  'プロファイルのサブスクリプション、リソース グループ、ワークスペース、名前と、クラウド (--env) を確認してください。',
);
const SIGN_IN = say('Sign in to the right directory with {command}.', '{command} で正しいディレクトリにサインインしてください。', {
  command: code('az login --tenant <TENANT>'),
});
const ROLE = say(
  'Ask an owner of the resource group for the Contributor role; to attach a cluster also for Azure Kubernetes Service Cluster Admin on it.',
  'リソース グループの所有者に共同作成者ロールの割り当てを依頼してください。クラスターをアタッチするには、クラスターに対する Azure Kubernetes Service クラスター管理者ロールも必要です。',
);
const AGAIN = say('Wait a few minutes, then run the command again.', '数分待ってから、もう一度コマンドを実行してください。');
const STATUS = say(
  'If it stays so, look at {page} or open a support request with the request id.',
  '解消しない場合は {page} を確認するか、要求 ID を添えてサポート リクエストを作成してください。',
  {
    page: link('https://azure.status.microsoft/'),
  },
);

const NOT_FOUND: Cure = { code: 'not-found', owner: 'you', exit: 1, next: [NAMES] };
const TOKEN: Cure = { code: 'token-refused', owner: 'you', exit: 4, next: [SIGN_IN] };
const PERMISSION: Cure = { code: 'permission-denied', owner: 'you', exit: 4, next: [ROLE] };
const BUSY: Cure = {
  code: 'conflict',
  owner: 'service',
  exit: 1,
  next: [
    say(
      'Another operation is running on it. Wait until it has ended, then run the command again.',
      '別の操作が実行中です。完了を待ってから、もう一度コマンドを実行してください。',
    ),
  ],
};
const REJECTED: Cure = {
  code: 'request-rejected',
  owner: 'you',
  exit: 1,
  next: [say('Correct what the service names, then run the command again.', 'サービスが示した内容を修正してから、もう一度コマンドを実行してください。')],
};
const QUOTA: Cure = {
  code: 'quota-exceeded',
  owner: 'you',
  exit: 1,
  next: [
    say(
      'Choose another VM size or region, or ask for more quota in the Azure portal.',
      '別の VM サイズかリージョンを選ぶか、Azure portal でクォータの引き上げを申請してください。',
    ),
  ],
};
const FAILED: Cure = { code: 'service-error', owner: 'service', exit: 1, next: [AGAIN, STATUS] };
const THROTTLED: Cure = { code: 'throttled', owner: 'service', exit: 1, next: [AGAIN] };
const REGISTER: Cure = {
  code: 'provider-not-registered',
  owner: 'you',
  exit: 1,
  next: [
    say('Register the resource provider: {ml} and {aks}.', 'リソース プロバイダーを登録してください: {ml} と {aks}。', {
      ml: code('az provider register --namespace Microsoft.MachineLearningServices'),
      aks: code('az provider register --namespace Microsoft.ContainerService'),
    }),
  ],
};
const POLICY: Cure = {
  code: 'policy-denied',
  owner: 'you',
  exit: 4,
  next: [
    say(
      'An Azure Policy forbids it; ask its owner. If it forbids public IP addresses, use {setting} with a subnet.',
      'Azure Policy によって禁止されています。ポリシーの所有者に相談してください。パブリック IP アドレスが禁止されている場合は、サブネットを指定して {setting} を使ってください。',
      { setting: code('target.loadBalancerType=InternalLoadBalancer') },
    ),
  ],
};
const LABEL: Cure = {
  code: 'dns-label-taken',
  owner: 'you',
  exit: 1,
  next: [
    say('Choose another {key}: labels are unique in a region.', '別の {key} を選んでください。ラベルはリージョン内で一意です。', {
      key: code('domain.leafDomainLabel'),
    }),
  ],
};
const SUBNET: Cure = {
  code: 'subnet-unusable',
  owner: 'you',
  exit: 1,
  next: [
    say(
      'Choose a subnet with free addresses, inside the virtual network of the cluster.',
      'クラスターの仮想ネットワーク内で、空きアドレスのあるサブネットを選んでください。',
    ),
  ],
};
const CLUSTER_CREDENTIALS: Cure = {
  code: 'cluster-credentials-stale',
  owner: 'you',
  exit: 1,
  next: [
    say(
      'This is the certificate of the cluster itself, not yours: it was rotated. Detach the cluster from the workspace and attach it again.',
      'これはお使いの証明書ではなく、クラスター自体の証明書の問題です (ローテーション済み)。クラスターをワークスペースからデタッチし、再度アタッチしてください。',
    ),
  ],
};

const BY_CODE: Readonly<Record<string, Cure>> = {
  AuthorizationFailed: PERMISSION,
  LinkedAuthorizationFailed: PERMISSION,
  Forbidden: PERMISSION,
  AuthenticationFailed: TOKEN,
  InvalidAuthenticationToken: TOKEN,
  InvalidAuthenticationTokenTenant: TOKEN,
  ExpiredAuthenticationToken: TOKEN,
  SubscriptionNotFound: { ...NOT_FOUND, code: 'subscription-not-found' },
  InvalidSubscriptionId: { ...NOT_FOUND, code: 'subscription-not-found' },
  ResourceGroupNotFound: { ...NOT_FOUND, code: 'resource-group-not-found' },
  ResourceNotFound: NOT_FOUND,
  ParentResourceNotFound: NOT_FOUND,
  MissingSubscriptionRegistration: REGISTER,
  NoRegisteredProviderFound: REGISTER,
  Conflict: BUSY,
  AnotherOperationInProgress: BUSY,
  InvalidRequestContent: REJECTED,
  InvalidParameter: REJECTED,
  BadRequest: REJECTED,
  QuotaExceeded: QUOTA,
  ResourceQuotaExceeded: QUOTA,
  OperationNotAllowed: QUOTA,
  PublicIPCountLimitReached: QUOTA,
  SkuNotAvailable: QUOTA,
  RequestDisallowedByPolicy: POLICY,
  DnsRecordInUse: LABEL,
  SubnetIsFull: SUBNET,
  PrivateIPAddressNotInSubnet: SUBNET,
  KubernetesUnaccessible: CLUSTER_CREDENTIALS,
  InternalServerError: FAILED,
  TooManyRequests: THROTTLED,
};

const BY_STATUS: Readonly<Record<number, Cure>> = { 401: TOKEN, 403: PERMISSION, 404: NOT_FOUND, 409: BUSY, 429: THROTTLED };

/** The most telling of the codes (details tell more than `BadRequest`), else what the status says. */
export function cureFor(codes: readonly string[], status: number | undefined): Cure {
  const known = codes.map((name) => (Object.hasOwn(BY_CODE, name) ? BY_CODE[name] : undefined)).filter((cure) => cure !== undefined);
  const telling = known.find((cure) => cure !== REJECTED && cure !== FAILED) ?? known[0];
  if (telling !== undefined) return telling;
  if (status === undefined) return FAILED;
  return BY_STATUS[status] ?? (status >= 400 && status < 500 ? REJECTED : FAILED);
}

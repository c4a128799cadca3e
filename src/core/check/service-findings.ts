import type { DnsRecord, Domain, Endpoints, Finding, Text } from '../contracts/index.ts';
import { type Met, profileCommand } from '../profile/profile-command.ts';
import { code, say, value } from '../text/say.ts';

export interface ServiceLook extends Met {
  /** What Azure says; undefined where the resource does not exist. */
  readonly endpoints: Endpoints | undefined;
  readonly domain: Domain;
  /** The name that clients use, and what DNS says of it. */
  readonly host: string;
  readonly resolved: readonly string[];
  readonly profile: string;
}

/** What Azure says of the service, held against what the world sees: scoring URIs, and where the name leads. */
export function findingsOfService(look: ServiceLook): readonly Finding[] {
  const { endpoints, domain, host, resolved } = look;
  if (endpoints === undefined) return [missing(look)];
  const { scoringUris, waiting } = endpoints;
  return [
    ...scoringUris.filter((uri) => URL.parse(uri)?.protocol === 'http:').map((uri) => stillHttp(host, uri)),
    ...(domain.kind === 'custom' ? scoringUris.filter((uri) => leadsElsewhere(uri, host)).map((uri) => otherHost(host, uri)) : []),
    ...(waiting === undefined ? [] : [nothingYet(host, waiting)]),
    ...(domain.kind === 'custom' ? findingsOfDns(host, resolved, endpoints) : []),
    ...(endpoints.internal ? [internal(host)] : []),
  ];
}

function findingsOfDns(host: string, resolved: readonly string[], { addresses, records }: Endpoints): readonly Finding[] {
  if (addresses.length === 0) return [];
  if (resolved.length === 0) return [dnsFinding('dns-record-missing', 'error', host, noRecord(host), create(records))];
  const strangers = resolved.filter((address) => !addresses.includes(address));
  if (strangers.length === 0) return [];
  const places = { name: value(host), strangers: value(strangers.join(', ')), right: value(addresses.join(', ')) };
  if (strangers.length === resolved.length) {
    const message = say(
      '{name} leads to {strangers}; the service is at {right}.',
      '{name} は {strangers} を指していますが、サービスのアドレスは {right} です。',
      places,
    );
    return [dnsFinding('dns-elsewhere', 'error', host, message, create(records))];
  }
  const message = say(
    '{name} leads to the service, and also to {strangers}, which is not part of it: some clients end up there.',
    '{name} はサービスのほかに {strangers} も指しています。一部のクライアントはそちらに接続します。',
    places,
  );
  const remove = say('Remove the records that lead to {strangers}.', '{strangers} を指すレコードを削除してください。', places);
  return [dnsFinding('dns-extra-address', 'warning', host, message, [remove])];
}

function dnsFinding(id: string, severity: Finding['severity'], subject: string, message: Text, next: readonly Text[]): Finding {
  return { code: id, severity, subject, message, next };
}

function noRecord(host: string): Text {
  return say('Public DNS shows no record for {name}.', 'パブリック DNS に {name} のレコードがありません。', { name: value(host) });
}

function create(records: readonly DnsRecord[]): readonly Text[] {
  return records.map(({ name, type, data }) =>
    say('Set this record: {record}', '次のレコードを設定してください: {record}', { record: code(`${name} ${type} ${data}`) }),
  );
}

function leadsElsewhere(uri: string, host: string): boolean {
  const url = URL.parse(uri);
  return url?.protocol === 'https:' && url.hostname !== host;
}

function missing(met: Met & { readonly profile: string }): Finding {
  return {
    code: 'resource-missing',
    severity: 'error',
    subject: met.profile,
    message: say('Azure does not show the resource that the profile names.', 'プロファイルに指定されたリソースが Azure に見つかりません。'),
    next: [say('See what would be done: {command}', '実行内容を確認してください: {command}', { command: code(profileCommand('plan', met)) })],
  };
}

// The scoring URI is set when a service is deployed (facts.md section 7, 15).
function stillHttp(subject: string, uri: string): Finding {
  return {
    code: 'scoring-uri-http',
    severity: 'error',
    subject,
    message: say('The scoring URI is still {uri}, although TLS is wanted.', 'TLS を使用する設定ですが、スコアリング URI はまだ {uri} です。', {
      uri: value(uri),
    }),
    next: [
      say('Redeploy the service: its scoring URI is set when it is deployed.', 'サービスを再デプロイしてください。スコアリング URI はデプロイ時に決まります。'),
    ],
  };
}

function otherHost(subject: string, uri: string): Finding {
  return {
    code: 'scoring-uri-other-host',
    severity: 'warning',
    subject,
    message: say('The scoring URI {uri} has another host than the profile.', 'スコアリング URI {uri} のホストがプロファイルと異なります。', {
      uri: value(uri),
    }),
    next: [say('Redeploy the service, or correct {key}.', 'サービスを再デプロイするか、{key} を修正してください。', { key: code('domain.fqdn') })],
  };
}

function nothingYet(subject: string, waiting: Text): Finding {
  return {
    code: 'endpoint-waiting',
    severity: 'warning',
    subject,
    message: waiting,
    next: [say('Check again once that is so.', 'その後でもう一度確認してください。')],
  };
}

function internal(subject: string): Finding {
  return {
    code: 'endpoint-internal',
    severity: 'info',
    subject,
    message: say('The service is behind an internal load balancer.', 'サービスは内部ロード バランサーの背後にあります。'),
    next: [say('Look from inside its virtual network.', '仮想ネットワークの内部から確認してください。')],
  };
}

import type { CertificateInfo } from '../certificates/describe.ts';
import type { Lifetime } from '../certificates/lifetime.ts';
import type { Finding, Text } from '../contracts/index.ts';
import { type Met, profileCommand } from '../profile/profile-command.ts';
import { code, date, say, value } from '../text/say.ts';
import type { Served } from './served.ts';

/** The host that was looked at, and the profile that names it, where one does. */
type Looked = Met & { readonly host: string; readonly port: number };

export function noAddress(subject: string, looked: Omit<Looked, 'port'>): Finding {
  return {
    code: 'name-not-found',
    severity: 'error',
    subject,
    message: say('{name} has no address in DNS.', '{name} のアドレスが DNS にありません。', { name: value(subject) }),
    next: [
      say('Create the A record, then watch it: {command}', 'A レコードを作成し、反映を確認してください: {command}', {
        command: code(looked.profile === undefined ? `amltls watch dns --name ${looked.host} --expect IP` : profileCommand('watch dns', looked)),
      }),
    ],
  };
}

interface LayerWords {
  readonly words: Text;
  next(looked: Looked): Text;
}

const LAYERS: Readonly<Record<Extract<Served, { seen: false }>['layer'], LayerWords>> = {
  dns: {
    words: say('name resolution', '名前解決'),
    next: () => say('Check the name and the resolvers of this machine.', '名前と、このコンピューターのリゾルバーを確認してください。'),
  },
  tcp: {
    words: say('the TCP connection', 'TCP 接続'),
    next: ({ port }) =>
      say(
        'Check that the service runs and that a firewall or network security group lets port {port} in.',
        'サービスが動作し、ファイアウォールやネットワーク セキュリティ グループでポート {port} が許可されているか確認してください。',
        { port: value(String(port)) },
      ),
  },
  tls: {
    words: say('the TLS handshake', 'TLS ハンドシェイク'),
    next: (looked) =>
      looked.profile === undefined
        ? say(
            'TLS may be off, or the service has no usable certificate: look at what is set.',
            'TLS がオフか、有効な証明書がない可能性があります。設定を確認してください。',
          )
        : say(
            'TLS may be off, or the service has no usable certificate: {command} shows what is set.',
            'TLS がオフか、有効な証明書がない可能性があります。{command} で設定を確認できます。',
            { command: code(profileCommand('plan', looked)) },
          ),
  },
  http: {
    words: say('HTTP', 'HTTP'),
    next: () => say('Check that the service runs.', 'サービスが動作しているか確認してください。'),
  },
};

export function unreachable(subject: string, look: Pick<Extract<Served, { seen: false }>, 'address' | 'layer' | 'reason'>, looked: Looked): Finding {
  const layer = LAYERS[look.layer];
  return {
    code: `unreachable-${look.layer}`,
    severity: 'error',
    subject,
    message: say('{address}: {layer} failed ({reason}).', '{address}: {layer}に失敗しました ({reason})。', {
      address: value(look.address),
      layer: layer.words,
      reason: value(look.reason),
    }),
    next: [layer.next(looked)],
  };
}

export function noRoute(subject: string, address: string): Finding {
  return {
    code: 'address-no-route',
    severity: 'info',
    subject,
    message: say(
      '{address} could not be looked at: this machine has no route to it.',
      '{address} は確認できませんでした。このコンピューターから到達する経路がありません。',
      {
        address: value(address),
      },
    ),
    next: [say('Look from a machine that has IPv6.', 'IPv6 を使用できるコンピューターから確認してください。')],
  };
}

export function lifetimeFinding(subject: string, leaf: CertificateInfo, life: Lifetime, met: Met): Finding {
  return {
    code: 'expires-soon',
    severity: life.severity === 'error' ? 'error' : 'warning',
    subject,
    message: say('The certificate expires on {date}. Days left: {days}.', '証明書は {date} に期限切れになります (残り {days} 日)。', {
      date: date(leaf.notAfter),
      days: life.daysLeft,
    }),
    next: [
      met.profile === undefined
        ? say('Have it renewed by whoever issued it, and deploy the new one.', '発行元で更新し、新しい証明書をデプロイしてください。')
        : say('Renew it now: {command}', '今すぐ更新してください: {command}', { command: code(profileCommand('renew', met)) }),
    ],
  };
}

const REDEPLOY = say('Redeploy the service: new deployments speak TLS 1.2.', 'サービスを再デプロイしてください。新しいデプロイでは TLS 1.2 が使用されます。');

/** All that it speaks. */
export function oldProtocol(subject: string, protocol: string): Finding {
  return {
    code: 'tls-version-old',
    severity: 'error',
    subject,
    message: say('The service speaks {protocol}; clients want TLS 1.2.', 'サービスは {protocol} を使用しています。クライアントには TLS 1.2 が必要です。', {
      protocol: value(protocol),
    }),
    next: [REDEPLOY],
  };
}

/** It speaks newer versions, too. */
export function oldAccepted(subject: string, protocol: string): Finding {
  return {
    code: 'tls-version-old',
    severity: 'error',
    subject,
    message: say('The service still accepts {protocol}, which is broken.', 'サービスは、安全でない {protocol} を引き続き受け入れています。', {
      protocol: value(protocol),
    }),
    next: [REDEPLOY],
  };
}

export function httpOpen(host: string): Finding {
  return {
    code: 'http-open',
    severity: 'warning',
    subject: host,
    message: say(
      '{url} answers beside https: keys and data sent there travel in clear.',
      '{url} が https と並行して応答しています。そこに送信されたキーとデータは暗号化されません。',
      { url: value(`http://${host}`) },
    ),
    next: [
      say(
        'Let no client call it; close port 80 in the network security group.',
        'クライアントから呼び出さないようにし、ネットワーク セキュリティ グループでポート 80 を閉じてください。',
      ),
    ],
  };
}

export function addressesDiffer(subject: string): Finding {
  return {
    code: 'addresses-differ',
    severity: 'warning',
    subject,
    message: say('The addresses of {name} serve different certificates.', '{name} の各アドレスが異なる証明書を提示しています。', { name: value(subject) }),
    next: [
      say(
        'Deploy the same certificate behind each, or remove the address that does not belong here.',
        'すべてに同じ証明書をデプロイするか、該当しないアドレスを DNS から削除してください。',
      ),
    ],
  };
}

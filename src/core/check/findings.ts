import type { CertificateInfo } from '../certificates/describe.ts';
import type { Lifetime } from '../certificates/lifetime.ts';
import type { Finding, Text } from '../contracts/index.ts';
import { code, date, say, value } from '../text/say.ts';
import type { Served } from './served.ts';

export function noAddress(subject: string): Finding {
  return {
    code: 'name-not-found',
    severity: 'error',
    subject,
    message: say('{name} has no address in DNS.', '{name} のアドレスが DNS にありません。', { name: value(subject) }),
    next: [
      say('Create the A record, then watch it: {command}', 'A レコードを作成し、反映を確認してください: {command}', { command: code('amltls watch dns') }),
    ],
  };
}

const LAYERS: Readonly<Record<Extract<Served, { seen: false }>['layer'], { readonly words: Text; readonly next: Text }>> = {
  dns: {
    words: say('name resolution', '名前解決'),
    next: say('Check the name and the resolvers of this machine.', '名前と、このコンピューターのリゾルバーを確認してください。'),
  },
  tcp: {
    words: say('the TCP connection', 'TCP 接続'),
    next: say(
      'Check that the service runs and that a firewall or network security group lets port 443 in.',
      'サービスが動作し、ファイアウォールやネットワーク セキュリティ グループでポート 443 が許可されているか確認してください。',
    ),
  },
  tls: {
    words: say('the TLS handshake', 'TLS ハンドシェイク'),
    next: say(
      'TLS may be off, or the service has no usable certificate: {command} shows what is set.',
      'TLS がオフか、有効な証明書がない可能性があります。{command} で設定を確認できます。',
      { command: code('amltls plan') },
    ),
  },
  http: {
    words: say('HTTP', 'HTTP'),
    next: say('Check that the service runs.', 'サービスが動作しているか確認してください。'),
  },
};

export function unreachable(subject: string, look: Extract<Served, { seen: false }>): Finding {
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
    next: [layer.next],
  };
}

export function lifetimeFinding(subject: string, leaf: CertificateInfo, life: Lifetime): Finding {
  return {
    code: 'expires-soon',
    severity: life.severity === 'error' ? 'error' : 'warning',
    subject,
    message: say('The certificate expires on {date}, in {days} day(s).', '証明書は {date} に期限切れになります (残り {days} 日)。', {
      date: date(leaf.notAfter),
      days: life.daysLeft,
    }),
    next: [say('Renew it now: {command}', '今すぐ更新してください: {command}', { command: code('amltls renew') })],
  };
}

export function oldProtocol(subject: string, protocol: string): Finding {
  return {
    code: 'tls-version-old',
    severity: 'error',
    subject,
    message: say('The service speaks {protocol}; clients want TLS 1.2.', 'サービスは {protocol} を使用しています。クライアントには TLS 1.2 が必要です。', {
      protocol: value(protocol),
    }),
    next: [say('Redeploy the service: new deployments speak TLS 1.2.', 'サービスを再デプロイしてください。新しいデプロイでは TLS 1.2 が使用されます。')],
  };
}

export function mismatchFinding(subject: string, look: Extract<Served, { seen: true }>): Finding {
  return {
    code: 'fingerprint-differs',
    severity: 'error',
    subject,
    message: say('{address} serves another certificate than the profile names.', '{address} はプロファイルとは別の証明書を提示しています。', {
      address: value(look.address),
    }),
    next: [say('Deploy the profile again: {command}', 'プロファイルを再度デプロイしてください: {command}', { command: code('amltls replay') })],
  };
}

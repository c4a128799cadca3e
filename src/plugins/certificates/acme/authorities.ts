import type { Text } from '../../../core/contracts/index.ts';
import { say } from '../../../core/text/say.ts';

export interface Authority {
  readonly id: string;
  readonly title: string;
  readonly detail: Text;
  /** undefined where the person names it. */
  readonly directoryUrl?: string;
  /** What its CAA records carry, where the directory does not tell. */
  readonly caa: readonly string[];
  /** An account there may, or has to, be bound to one that the person has at its site. */
  readonly binding: 'needed' | 'possible' | 'none';
}

/** The presets, best for most first. */
export const AUTHORITIES: readonly Authority[] = [
  {
    id: 'letsencrypt',
    title: "Let's Encrypt",
    detail: say('Free, no account at a site; 90 days and less.', '無料、サイトでの登録は不要。有効期間は 90 日以下です。'),
    directoryUrl: 'https://acme-v02.api.letsencrypt.org/directory',
    caa: ['letsencrypt.org'],
    binding: 'none',
  },
  {
    id: 'letsencrypt-staging',
    title: "Let's Encrypt (staging)",
    detail: say('To try: no client trusts it, its limits are wide.', '試用向け。クライアントには信頼されませんが、制限が緩やかです。'),
    directoryUrl: 'https://acme-staging-v02.api.letsencrypt.org/directory',
    caa: ['letsencrypt.org'],
    binding: 'none',
  },
  {
    id: 'zerossl',
    title: 'ZeroSSL',
    detail: say('Needs an external account key from its site.', 'サイトで発行する外部アカウント キーが必要です。'),
    directoryUrl: 'https://acme.zerossl.com/v2/DV90',
    caa: ['sectigo.com', 'trust-provider.com', 'usertrust.com', 'comodoca.com', 'comodo.com'],
    binding: 'needed',
  },
  {
    id: 'google',
    title: 'Google Trust Services',
    detail: say('Needs an external account key from Google Cloud.', 'Google Cloud で発行する外部アカウント キーが必要です。'),
    directoryUrl: 'https://dv.acme-v02.api.pki.goog/directory',
    caa: ['pki.goog'],
    binding: 'needed',
  },
  {
    id: 'environment',
    title: 'ACME',
    detail: say('The one that belongs to this environment: nothing to enter.', 'この環境に付属する証明機関。入力は不要です。'),
    caa: [],
    binding: 'none',
  },
  {
    id: 'custom',
    title: 'ACME',
    detail: say('Another one, by the URL of its directory: your company’s CA, for example.', 'その他。ディレクトリの URL で指定します (社内の CA など)。'),
    caa: [],
    binding: 'possible',
  },
];

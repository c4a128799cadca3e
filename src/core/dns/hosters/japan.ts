import { code, say } from '../../text/say.ts';
import type { Hoster } from './hoster.ts';

const jp = { type: '種別', name: 'ホスト名', value: '内容', ttl: 'TTL' } as const;

/** Hosts of zones whose forms are in Japanese. */
export const JAPAN: readonly Hoster[] = [
  {
    id: 'onamae',
    title: 'お名前.com',
    servers: /\.(dnsv\.jp|onamae\.com)$/,
    form: {
      place: 'ドメイン > DNS > DNS設定/転送設定 > DNSレコード設定を利用する > 設定する',
      type: 'TYPE',
      name: 'ホスト名',
      value: 'VALUE',
      ttl: 'TTL',
      apex: '',
      notes: [
        say(
          'Leave {state} at {on}, press {add}, then confirm; until then nothing is set.',
          '{state} は {on} のまま {add} を押し、確認画面まで進んで設定してください。途中では反映されません。',
          { state: code('状態'), on: code('有効'), add: code('追加') },
        ),
      ],
      source: 'walkthroughs of its users in public repositories, which agree on fields, empty apex and buttons (2026)',
    },
  },
  {
    id: 'sakura',
    title: 'さくらインターネット',
    servers: /\.dns\.ne\.jp$|\.gslb\d*\.sakura\.ne\.jp$/,
    form: { ...jp, place: '会員メニュー > ドメイン > ゾーン編集 > エントリの追加', name: 'エントリ名', value: '値', apex: '@' },
  },
  {
    id: 'muumuu',
    title: 'ムームードメイン',
    servers: /\.muumuu-domain\.com$/,
    form: { place: 'ドメイン管理 > ムームーDNS > カスタム設定 > 設定2', type: '種別', name: 'サブドメイン', value: '内容', apex: '' },
  },
  {
    id: 'xserver',
    title: 'エックスサーバー',
    servers: /\.(xserver|xbiz)\.(jp|ne\.jp)$|\.xdomain\.ne\.jp$/,
    form: { ...jp, place: 'サーバーパネル > DNSレコード設定 > DNSレコード追加', apex: '' },
  },
  {
    id: 'value-domain',
    title: 'バリュードメイン',
    servers: /\.value-domain\.com$/,
    form: {
      ...jp,
      place: 'ドメイン > ドメインの設定操作 > DNS/URL',
      apex: '@',
      notes: [say('In the text form that is the line {line}.', 'テキスト入力の場合は {line} の形式で 1 行追加します。', { line: code('a www 192.0.2.1') })],
    },
  },
];

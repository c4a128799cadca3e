import type { Command } from 'commander';
import { say } from '../../../../core/text/say.ts';
import type { Table } from '../../table.ts';

const COMMON = {
  out: say('folder for keys and certificates; otherwise here', '鍵と証明書の保存先フォルダー (省略時は現在のフォルダー)'),
  trust: say('PEM file of a private CA to accept', '信頼するプライベート CA の PEM ファイル'),
  noWait: say('leaves what a person has to do to a later run', '人の作業が必要な待機を次回以降に回す'),
} as const;

const KIND = 'rsa-2048 | rsa-3072 | rsa-4096 | ecdsa-p256 | ecdsa-p384';

/** `cert csr` and `cert issue`: a certificate from an authority, without a service to deploy it to. */
export const OBTAIN_WORK: Readonly<Record<string, (cert: Command, table: Table) => void>> = {
  csr(cert, { words, add, does }) {
    add(cert, 'csr <names...>', say('a key and a request; waits for what the CA sends', '鍵と証明書署名要求を作成し、証明機関の応答を待機'))
      .option('--key-type <kind>', KIND)
      .option('--out <folder>', words(COMMON.out))
      .option('--returned <path>', words(say('file, or watched folder, for what the CA sends', '証明機関から届くファイル、または監視するフォルダー')))
      .option('--subject <name>', words(say('only where the CA asks for one', '証明機関に求められた場合のみ')))
      .option('--trust <file>', words(COMMON.trust))
      .option('--no-wait', words(COMMON.noWait))
      .action(does('cert-csr', async (session, names, flags) => (await import('./obtain.ts')).obtainCertificate(session, 'csr', 'csr', names, flags)));
  },
  issue(cert, { words, add, does }) {
    add(cert, 'issue <names...>', say('has an ACME authority issue one', 'ACME 証明機関から発行を受ける'))
      .option('--authority <id>', 'letsencrypt | letsencrypt-staging | zerossl | google | custom')
      .option('--directory-url <url>', words(say('its ACME directory, with custom', 'ACME ディレクトリの URL (custom の場合)')))
      .option('--authority-ca <file>', words(say('CA of its https certificate', 'その https 証明書の CA')))
      .option('--agree-terms', words(say('you agree to its terms of service', '利用規約に同意')))
      .option('--email <address>', words(say('where it may write to', '連絡先')))
      .option('--eab-key-id <id>', words(say('external account: key ID', '外部アカウントのキー ID')))
      .option(
        '--eab-hmac <where>',
        words(
          say('external account: env:NAME, file:PATH or keyvault:URL of the HMAC key', '外部アカウントの HMAC キーの場所: env:NAME, file:PATH, keyvault:URL'),
        ),
      )
      .option('--dns <plugin>', words(say('who writes the record; otherwise you', 'レコードを作成する DNS プラグイン (省略時は手作業)')))
      .option('--key-type <kind>', KIND)
      .option('--reuse-key', words(say('keeps the key at renewals', '更新時に鍵を維持')))
      .option('--preferred-chain <name>', words(say('common name of the root that is wanted', '使用するルートの共通名')))
      .option('--out <folder>', words(COMMON.out))
      .option('--trust <file>', words(COMMON.trust))
      .option('--no-wait', words(COMMON.noWait))
      .action(does('cert-issue', async (session, names, flags) => (await import('./obtain.ts')).obtainCertificate(session, 'acme', 'issue', names, flags)));
  },
};

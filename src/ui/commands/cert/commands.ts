import type { Command } from 'commander';
import { say } from '../../../core/text/say.ts';
import { chosen, type Table } from '../table.ts';
import { OBTAIN_WORK } from './obtain/commands.ts';

const PASSPHRASE_FILE = say('passphrase of a PFX or key; otherwise AMLTLS_PASSPHRASE', 'PFX または秘密鍵のパスフレーズ (省略時は AMLTLS_PASSPHRASE)');
const AT = say('judges at this time instead of now (ISO 8601)', '現在ではなくこの日時で判定 (ISO 8601)');
const OUT = say('the folder to write to; otherwise this one', '書き込み先のフォルダー (省略時は現在のフォルダー)');

/** `amltls cert …`, by name: nothing is read or loaded before one is chosen. */
const CERT_WORK: Readonly<Record<string, (cert: Command, table: Table) => void>> = {
  inspect(cert, { words, add, does }) {
    add(cert, 'inspect <files...>', say('everything that files hold', 'ファイルの内容をすべて表示'))
      .option('--passphrase-file <file>', words(PASSPHRASE_FILE))
      .option('--at <date>', words(AT))
      .action(does('cert-inspect', async (session, files, flags) => (await import('./inspect/inspect.ts')).inspect(session, files, flags)));
  },
  lint(cert, { words, add, does }) {
    add(cert, 'lint <files...>', say('what is wrong with certificates', '証明書の問題点を表示'))
      .option('--host <fqdn>', words(say('the name that has to be covered', '対応している必要がある名前')))
      .option('--key <file>', words(say('the private key that has to belong to it', '証明書に対応している必要がある秘密鍵')))
      .option('--rules <set>', words(say('web: as public CAs have to issue; private: without that', 'web: 公的な証明機関の基準、private: それを除外')))
      .option('--fetch-missing', words(say('fetches a missing intermediate where its CA publishes it', '不足している中間証明書を証明機関の公開場所から取得')))
      .option('--passphrase-file <file>', words(PASSPHRASE_FILE))
      .option('--at <date>', words(AT))
      .option('--chain-only', words(say('accept or reject, as a careful TLS client would', '慎重な TLS クライアントとして受け入れるかどうかだけを判定')))
      .option('--trust <file>', words(say('PEM file of the CAs to trust', '信頼する CA の PEM ファイル')))
      .option('--untrusted <file>', words(say('further intermediates, in any order', '追加の中間証明書 (順不同)')))
      .option('--max-depth <n>', words(say('intermediates allowed between certificate and root', '証明書とルートの間に許す中間証明書の数')))
      .action(does('cert-lint', async (session, files, flags) => (await import('./lint/lint.ts')).lint(session, files, flags)));
  },
  convert(cert, { words, add, does }) {
    add(
      cert,
      'convert [files...]',
      say('PFX, PKCS #7, DER, encrypted keys to fullchain.pem and key.pem', 'PFX、PKCS #7、DER、暗号化された鍵を fullchain.pem と key.pem に変換'),
    )
      .option(
        '--from <store>',
        words(
          say('another program: certbot:DIR | lego:DIR | acme.sh:DIR | win-acme:DIR', 'ほかのプログラム: certbot:DIR | lego:DIR | acme.sh:DIR | win-acme:DIR'),
        ),
      )
      .option('--out <dir>', words(OUT))
      .option('--overwrite', words(say('writes over files that are there', '既存のファイルを上書き')))
      .option('--passphrase-file <file>', words(PASSPHRASE_FILE))
      .action(does('cert-convert', async (session, files, flags) => (await import('./convert/convert.ts')).convert(session, files, flags)));
  },
  'self-signed'(cert, { words, add, does }) {
    add(cert, 'self-signed <names...>', say('a certificate and key for development', '開発用の証明書と鍵を作成'))
      .option('--out <dir>', words(OUT))
      .option('--days <n>', words(say('how long it is valid; 365 where nothing is said', '有効日数 (省略時は 365)')))
      .option(
        '--key-type <type>',
        words(say('rsa-2048, rsa-3072, rsa-4096, ecdsa-p256 or ecdsa-p384', 'rsa-2048、rsa-3072、rsa-4096、ecdsa-p256、または ecdsa-p384')),
      )
      .action(does('cert-self-signed', async (session, names, flags) => (await import('./self-signed.ts')).selfSigned(session, names, flags)));
  },
  ...OBTAIN_WORK,
};

/** @param asked the one that was asked for, if it is known */
export function addCertCommands(cert: Command, table: Table, asked: string | undefined): void {
  for (const name of chosen(CERT_WORK, asked)) CERT_WORK[name]?.(cert, table);
}

import type { Finding } from '../../contracts/index.ts';
import { code, date, say, value } from '../../text/say.ts';
import type { Certificate } from '../certificate.ts';
import { isCa } from '../describe.ts';
import { lifetime } from '../lifetime.ts';
import { coversHost, namesOf } from '../names.ts';
import { shownCertificate } from './shown.ts';

const SHOWN_NAMES = 5;

/** What only the certificate of the service itself has to be; what holds for every certificate is found on the path. */
export function findingsOfLeaf(leaf: Certificate, names: readonly string[], at: number, subject: string): readonly Finding[] {
  const covered = namesOf(leaf);
  const missing = covered.length === 0 ? [] : names.filter((name) => !coversHost(leaf, name));
  return [...missing.map((name) => notCovered(name, covered, subject)), ...(isCa(leaf) ? [leafIsCa(leaf, subject)] : []), ...expiresSoon(leaf, at, subject)];
}

function notCovered(name: string, covered: readonly string[], subject: string): Finding {
  const shown = covered.length > SHOWN_NAMES ? [...covered.slice(0, SHOWN_NAMES), '…'] : covered;
  return {
    code: 'name-not-covered',
    severity: 'error',
    subject,
    message: say('The certificate does not cover {name}; it covers {covered}.', '証明書は {name} に対応していません。対応している名前: {covered}', {
      name: value(name),
      covered: value(shown.join(', ')),
    }),
    next: [
      say(
        'Name another certificate with {cert}, or have one issued with {name} as subject alternative name.',
        '別の証明書を {cert} に指定するか、サブジェクトの別名に {name} を含む証明書を発行してください。',
        {
          cert: code('certificate.certFile'),
          name: value(name),
        },
      ),
      say(
        'Or change {fqdn} to a name that it covers; a wildcard stands for exactly one label.',
        'または {fqdn} を証明書が対応している名前に変更してください。ワイルドカードは 1 つのラベルだけに一致します。',
        {
          fqdn: code('domain.fqdn'),
        },
      ),
    ],
  };
}

function leafIsCa(leaf: Certificate, subject: string): Finding {
  return {
    code: 'leaf-is-ca',
    severity: 'error',
    subject,
    message: say('{name} is the certificate of a CA, not that of a server.', '{name} は CA の証明書です。サーバーの証明書ではありません。', {
      name: shownCertificate(leaf),
    }),
    next: [
      say('Put the certificate that was issued for the server first in the file.', 'サーバー用に発行された証明書をファイルの先頭に置いてください。'),
      say('If you made it with {openssl}, make it again with {flag}.', '{openssl} で作成した場合は、{flag} を付けて作成し直してください。', {
        openssl: code('openssl req -x509'),
        flag: code('-addext basicConstraints=critical,CA:FALSE'),
      }),
    ],
  };
}

function expiresSoon(leaf: Certificate, at: number, subject: string): readonly Finding[] {
  const { severity, daysLeft, shareLeft } = lifetime(new Date(leaf.notBefore).toISOString(), new Date(leaf.notAfter).toISOString(), at);
  if (severity === 'ok' || shareLeft < 0) return [];
  return [
    {
      code: 'expires-soon',
      severity: 'warning',
      subject,
      message: say('The certificate expires on {date}. Days left: {days}.', '証明書は {date} に有効期限が切れます (残り {days} 日)。', {
        date: date(leaf.notAfter),
        days: daysLeft,
      }),
      next: [say('Renew it at your CA soon, and deploy the new files.', '早めに証明機関で更新し、新しいファイルをデプロイしてください。')],
    },
  ];
}

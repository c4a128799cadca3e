import { shownKey } from '../../../../core/certificates/findings/shown.ts';
import type { CertificateDetails } from '../../../../core/certificates/inspect/details.ts';
import type { Text } from '../../../../core/contracts/index.ts';
import { code, date, say, value } from '../../../../core/text/say.ts';
import type { Writer } from '../../../text/writer.ts';

const SHOWN_NAMES = 20;

/** One certificate, a line for each thing worth knowing. */
export function certificateLines(details: CertificateDetails, { words }: Writer): readonly string[] {
  return [...identity(details), ...lifeOf(details), ...keyOf(details), ...publication(details)].map(words);
}

function identity({ subject, issuer, names, serial, isCa, selfIssued }: CertificateDetails): readonly Text[] {
  const shown = names.length > SHOWN_NAMES ? [...names.slice(0, SHOWN_NAMES), `… (${names.length})`] : names;
  return [
    say('subject: {subject}', 'サブジェクト: {subject}', { subject: value(subject) }),
    selfIssued ? say('issuer: itself', '発行者: 自己発行') : say('issuer: {issuer}', '発行者: {issuer}', { issuer: value(issuer) }),
    ...(names.length === 0 ? [] : [say('names: {names}', '名前: {names}', { names: value(shown.join(', ')) })]),
    isCa ? say('kind: a CA', '種類: CA') : say('kind: a server or client', '種類: サーバーまたはクライアント'),
    say('serial: {serial}', 'シリアル番号: {serial}', { serial: code(serial) }),
  ];
}

function lifeOf({ notBefore, notAfter, daysLeft, shareLeft, lifetimeDays, lifetimeLimitDays }: CertificateDetails): readonly Text[] {
  const limit =
    lifetimeLimitDays === null
      ? say('{days} days', '{days} 日間', { days: lifetimeDays })
      : say('{days} days; public CAs may give {limit}', '{days} 日間、公的な証明機関の上限は {limit} 日', { days: lifetimeDays, limit: lifetimeLimitDays });
  return [
    say('valid: {from} to {to} ({limit})', '有効期間: {from} から {to} ({limit})', { from: date(notBefore), to: date(notAfter), limit }),
    daysLeft < 0
      ? say('left: none, expired {days} days ago', '残り: なし ({days} 日前に期限切れ)', { days: -daysLeft })
      : say('left: {days} days, {share} % of its lifetime', '残り: {days} 日 (有効期間の {share} %)', { days: daysLeft, share: Math.floor(shareLeft * 100) }),
  ];
}

function keyOf({ key, signature, fingerprintSha256, pin }: CertificateDetails): readonly Text[] {
  return [
    say('key: {key}, signed with {signature}', '鍵: {key}、署名: {signature}', { key: shownKey(key), signature: value(signature) }),
    say('SHA-256: {fingerprint}', 'SHA-256: {fingerprint}', { fingerprint: code(fingerprintSha256) }),
    say('SPKI pin: {pin}', 'SPKI ピン: {pin}', { pin: code(`sha256/${pin}`) }),
  ];
}

function publication({ ocsp, crl, timestamps }: CertificateDetails): readonly Text[] {
  const list = (urls: readonly string[]) => (urls.length === 0 ? say('none', 'なし') : value(urls.join(', ')));
  return [
    say('OCSP: {ocsp}, CRL: {crl}', 'OCSP: {ocsp}、CRL: {crl}', { ocsp: list(ocsp), crl: list(crl) }),
    say('certificate transparency: {count} timestamps', '証明書の透明性 (CT): タイムスタンプ {count} 個', { count: timestamps }),
  ];
}

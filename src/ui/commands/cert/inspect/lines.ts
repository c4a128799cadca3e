import type { Contents, FoundKey } from '../../../../core/certificates/contents/contents.ts';
import type { CertificateRequest } from '../../../../core/certificates/contents/request.ts';
import { nameToText } from '../../../../core/certificates/distinguished-name.ts';
import { shownCertificate, shownKey } from '../../../../core/certificates/findings/shown.ts';
import { detailsOf } from '../../../../core/certificates/inspect/details.ts';
import type { Text } from '../../../../core/contracts/index.ts';
import { say, value } from '../../../../core/text/say.ts';
import { visible } from '../../../../core/text/visible.ts';
import { indent, type Writer } from '../../../text/writer.ts';
import { certificateLines } from './certificate-lines.ts';
import { treeLines } from './tree-lines.ts';

const SHOWN = 64;

/** A file as a person reads it: what it is, the tree of its certificates, then each part. */
export function contentLines(file: string, contents: Contents, at: number, writer: Writer): readonly string[] {
  const { certificates, keys, requests, others } = contents;
  const { words, symbols } = writer;
  const shown = certificates.slice(0, SHOWN);
  const more = certificates.length - shown.length;
  const parts = [
    ...(shown.length > 1 ? [words(say('Who signed whom:', '署名の関係:')), ...indent(treeLines(shown, writer))] : []),
    ...shown.flatMap((certificate) => [
      `${symbols.bullet} ${words(shownCertificateText(certificate))}`,
      ...indent(certificateLines(detailsOf(certificate, at), writer)),
    ]),
    ...(more > 0 ? [words(say('… and {more} more certificates', '… ほか {more} 個の証明書', { more }))] : []),
    ...keys.map((key) => `${symbols.bullet} ${words(keyWords(key, contents))}`),
    ...requests.flatMap((request) => [`${symbols.bullet} ${words(requestWords(request))}`]),
    ...others.map((label) => `${symbols.bullet} ${visible(label)}`),
  ];
  return [`${visible(file)} (${visible([formOf(contents), ...contents.containers].join(', '))})`, ...indent(parts)];
}

function shownCertificateText(certificate: Parameters<typeof shownCertificate>[0]): Text {
  return say('{name}', '{name}', { name: shownCertificate(certificate) });
}

function formOf({ form, encoding }: Contents): string {
  const name = { pem: 'PEM', der: 'DER', base64: 'base64', none: '–' }[form];
  return encoding === 'plain' ? name : `${name}, ${encoding}`;
}

function keyWords({ key, encrypted, spki }: FoundKey, { certificates }: Contents): Text {
  const owner = certificates.find((certificate) => Buffer.compare(certificate.spki, spki) === 0);
  const kind = shownKey(key);
  const state = encrypted ? say(', under a passphrase', ' (パスフレーズで保護)') : value('');
  if (owner === undefined)
    return say('private key {kind}{state}, of no certificate in this file', '秘密鍵 {kind}{state}、このファイルに対応する証明書なし', { kind, state });
  return say('private key {kind}{state}, of {owner}', '秘密鍵 {kind}{state}、{owner} の鍵', { kind, state, owner: shownCertificate(owner) });
}

function requestWords({ subject, names, key, proven }: CertificateRequest): Text {
  const about = { subject: value(nameToText(subject)), names: value(names.slice(0, SHOWN).join(', ')), kind: shownKey(key) };
  return proven === false
    ? say('request for {names} ({subject}), {kind}: its signature is wrong', '{names} の証明書署名要求 ({subject})、{kind}: 署名が正しくありません', about)
    : say('request for {names} ({subject}), {kind}', '{names} の証明書署名要求 ({subject})、{kind}', about);
}

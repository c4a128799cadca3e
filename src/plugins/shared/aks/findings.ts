import type { Domain, Finding } from '../../../core/contracts/index.ts';
import { looksGenerated } from '../../../core/domain/leaf-label.ts';
import { code, say, value } from '../../../core/text/say.ts';
import type { AksCompute } from './compute.ts';

/** What is allowed and yet often regretted about a Microsoft certificate. */
export function findingsOf(domain: Domain, found: AksCompute | undefined): readonly Finding[] {
  if (domain.kind !== 'microsoft') return [];
  const findings: Finding[] = [];
  if (looksGenerated(domain.leafDomainLabel)) findings.push(generated(domain.leafDomainLabel));
  if (domain.overwriteExistingDomain && found?.tls.status === 'Auto') findings.push(overwrites(found.tls.leafDomainLabel ?? domain.leafDomainLabel));
  return findings;
}

function generated(label: string): Finding {
  return {
    code: 'label-looks-generated',
    severity: 'warning',
    subject: label,
    message: say(
      'The label ends in six characters that look like those Azure adds itself.',
      'ラベルの末尾 6 文字が、Azure が自動的に付ける文字のように見えます。',
    ),
    next: [
      say('Give the label without them, for example {label}.', 'その 6 文字を除いたラベル (例: {label}) を指定してください。', {
        label: code(label.slice(0, -6)),
      }),
    ],
  };
}

function overwrites(label: string): Finding {
  return {
    code: 'overwrite-changes-host',
    severity: 'warning',
    subject: label,
    message: say(
      'Overwriting the domain gives the service a new host name; every client that uses the old one breaks.',
      'ドメインを上書きするとサービスのホスト名が変わり、古い名前を使うクライアントは接続できなくなります。',
    ),
    next: [
      say('Leave {key} at {no} to keep the name {label}….', '名前 {label}… を維持するには {key} を {no} のままにしてください。', {
        key: code('domain.overwriteExistingDomain'),
        no: code('false'),
        label: value(label),
      }),
    ],
  };
}

import type { CertBundle, Domain, Problem } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { code, say, value } from '../../../core/text/say.ts';

const LABEL = /^[a-z]([-a-z0-9]{1,61}[a-z0-9])$/;

/** @throws ProblemError where the service could not do it (facts.md 7 #22) */
export function refuseImpossible(domain: Domain, bundle: CertBundle | undefined): void {
  if (domain.kind === 'microsoft') throw new ProblemError(noMicrosoft());
  if (domain.kind === 'none' && bundle !== undefined) throw new ProblemError(notUsed());
}

/** The label of an Azure DNS name. */
export function dnsNameLabelProblem(label: string): Problem | undefined {
  if (LABEL.test(label)) return undefined;
  return {
    code: 'aci-dns-label',
    owner: 'you',
    message: say('{label} cannot be the DNS name label of a service.', '{label} は DNS 名ラベルとして使用できません。', { label: value(label) }),
    next: [
      say(
        'Use 3 to 63 lower-case letters, digits and hyphens; begin with a letter, end with a letter or digit.',
        '英小文字、数字、ハイフンで 3 ～ 63 文字にしてください。先頭は英字、末尾は英字または数字です。',
      ),
    ],
  };
}

export function amountProblem(key: string, amount: number): Problem | undefined {
  if (Number.isFinite(amount) && amount > 0) return undefined;
  return {
    code: 'aci-amount',
    owner: 'you',
    message: say('{key} has to be more than 0.', '{key} には 0 より大きい値を指定します。', { key: code(key) }),
    next: [say('Set it with {flag}.', '{flag} で指定してください。', { flag: code(`--set ${key}=…`) })],
  };
}

export function noService(name: string): ProblemError {
  return new ProblemError({
    code: 'aci-no-service',
    owner: 'you',
    message: say('There is no service {name} in this workspace.', 'このワークスペースにサービス {name} はありません。', { name: value(name) }),
    next: [
      say('Give the name of one that exists: {flag}.', '既存のサービスの名前を指定してください: {flag}', { flag: code('--set target.serviceName=…') }),
      say('Or have it made from a file: {flag}.', 'または、ファイルから作成します: {flag}', { flag: code('--set target.serviceFile=service.json') }),
    ],
  });
}

function noMicrosoft(): Problem {
  return {
    code: 'aci-microsoft',
    owner: 'you',
    message: say('Microsoft issues no certificates for ACI services.', 'ACI のサービスでは Microsoft の証明書を使用できません。'),
    next: [
      say('Bring a certificate of your own: {flag}.', '独自の証明書を使ってください: {flag}', { flag: code('--set domain.kind=custom') }),
      say('Or run the service on AKS.', 'または、サービスを AKS で実行してください。'),
    ],
  };
}

function notUsed(): Problem {
  return {
    code: 'aci-certificate-not-used',
    owner: 'you',
    message: say('A certificate is given although TLS is to stay off.', 'TLS をオフにする設定ですが、証明書が指定されています。'),
    next: [say('Set {flag}, or leave the certificate out.', '{flag} を指定するか、証明書の指定を外してください。', { flag: code('domain.kind=custom') })],
  };
}

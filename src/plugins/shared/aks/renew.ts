import type { Context, Domain, TargetPlan } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { profileCommand } from '../../../core/profile/profile-command.ts';
import { redactJson } from '../../../core/redact/redact.ts';
import { code, say, value } from '../../../core/text/say.ts';
import { objectOf } from '../web-service/fields.ts';
import { applyTlsChange, named, previewOfTlsChange, RENEWAL, type TlsChange } from './change-tls.ts';
import type { AksCompute } from './compute.ts';
import type { AksKind } from './kind.ts';
import { present } from './present.ts';
import { proveCompute } from './proof.ts';
import { computeRequest, getCompute } from './resource.ts';

/**
 * Asks Azure to renew its certificate: what the GET gave goes back with `renew: true` added, the label as it is and never
 * `overwriteExistingDomain: true`, which would change the host name (facts.md section 0, 1.4 to 1.6).
 * @throws ProblemError `aks-missing`, `aks-no-microsoft-certificate`, `aks-other-label`, and those of the kind
 */
export async function planRenewal(kind: AksKind, domain: Extract<Domain, { kind: 'microsoft' }>, context: Context): Promise<TargetPlan> {
  const { name } = computeRequest(context.answers);
  const renewable = (found: AksCompute | undefined) => withLabel(present(found, kind, context), domain.leafDomainLabel, context);
  const compute = renewable(await getCompute(context));
  const change: TlsChange = {
    what: RENEWAL,
    ssl: renewalOf,
    isThere: () => false,
    refuse: renewable,
    again: say(
      'It may have been asked for before: a renewal leaves no trace in the resource, so it is asked for again.',
      '以前に要求済みの可能性があります。更新の要求はリソースに記録されないため、もう一度要求します。',
    ),
    prove: (found) => proveCompute(found, { domain }, context),
  };
  return {
    findings: [],
    notes: [],
    changes: [
      {
        id: `renew:compute/${name}`,
        step: 'deploy',
        title: say('Ask Azure to renew the certificate of {name}', '{name} の証明書の更新を Azure に要求', named(name)),
        effect: 'update',
        why: say('Microsoft certificates no longer renew by themselves.', 'Microsoft 証明書は自動更新されなくなりました。'),
        before: { sslConfiguration: keptOf(compute) },
        after: { sslConfiguration: renewalOf(compute) },
        requests: [redacted(previewOfTlsChange(change, compute, context))],
        apply: (applied, pending) => applyTlsChange(change, applied, pending),
      },
    ],
  };
}

function renewalOf(compute: AksCompute) {
  return { ...keptOf(compute), renew: true };
}

function keptOf({ body }: AksCompute) {
  const inner = objectOf(objectOf(objectOf(body['properties'])['properties'])['sslConfiguration']);
  // The nulls of the GET (`cert`, `key`) and a wish to overwrite are no part of a renewal.
  const kept = Object.entries(inner).filter(([key, given]) => given !== null && key !== 'overwriteExistingDomain');
  return Object.fromEntries(kept);
}

function redacted(preview: ReturnType<typeof previewOfTlsChange>) {
  return { ...preview, body: redactJson(preview.body) };
}

function withLabel(compute: AksCompute, label: string, context: Context): AksCompute {
  const { name, tls } = compute;
  if (tls.status !== 'Auto' || tls.leafDomainLabel === undefined) throw noMicrosoftCertificate(name, context);
  if (tls.leafDomainLabel.toLowerCase() !== label.toLowerCase()) throw otherLabel(name, tls.leafDomainLabel, label);
  return compute;
}

function noMicrosoftCertificate(name: string, context: Context): ProblemError {
  return new ProblemError({
    code: 'aks-no-microsoft-certificate',
    owner: 'you',
    message: say('{name} has no Microsoft certificate to renew.', '{name} には更新できる Microsoft 証明書がありません。', named(name)),
    next: [say('Secure it first: {command}', '先に設定してください: {command}', { command: code(profileCommand('replay', context)) })],
  });
}

function otherLabel(name: string, present: string, wanted: string): ProblemError {
  return new ProblemError({
    code: 'aks-other-label',
    owner: 'you',
    message: say(
      '{name} has the label {present}, the profile names {wanted}.',
      '{name} のラベルは {present} ですが、プロファイルでは {wanted} が指定されています。',
      {
        name: value(name),
        present: value(present),
        wanted: value(wanted),
      },
    ),
    next: [
      say(
        'Set {key} to {present}: the label without the six characters that Azure appended.',
        '{key} を {present} (Azure が付加した 6 文字を除いたラベル) に設定してください。',
        {
          key: code('domain.leafDomainLabel'),
          present: value(present),
        },
      ),
    ],
  });
}

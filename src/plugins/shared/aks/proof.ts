import type { ChangeEvent, Context, Domain, Finding } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { code, say, value } from '../../../core/text/say.ts';
import { hostOf, servicesOn } from '../web-service/services.ts';
import type { ComputeWork } from './apply.ts';
import type { AksCompute } from './compute.ts';
import { settingsMatch } from './difference.ts';
import { isMicrosoftNameOf } from './microsoft-name.ts';
import { computeRequest } from './resource.ts';

/** The compute as it was read back, if it is what was asked for. @throws ProblemError `aks-gone`, `aks-provisioning-failed`, `aks-not-applied` */
export function proveCompute(compute: AksCompute | undefined, work: Pick<ComputeWork, 'domain'>, context: Context): AksCompute {
  if (compute === undefined) throw gone(computeRequest(context.answers).name);
  if (compute.provisioningState === 'Failed' || compute.provisioningState === 'Canceled') throw failed(compute);
  if (!settingsMatch(compute.tls, work.domain)) throw notApplied(compute);
  return compute;
}

/** Scoring URIs that TLS has not reached: some services keep theirs until they are deployed again (facts.md 7 #15). */
export async function* remarks(compute: AksCompute, domain: Domain, context: Context): AsyncGenerator<ChangeEvent, void, void> {
  if (domain.kind === 'none') return;
  for (const service of await servicesOn(compute.name, context)) {
    if (service.scoringUri === undefined || isSecure(service.scoringUri, domain, context)) continue;
    yield { type: 'finding', finding: behind(service.name, service.scoringUri) };
  }
}

function isSecure(uri: string, domain: Exclude<Domain, { kind: 'none' }>, { env }: Context): boolean {
  const host = hostOf(uri);
  if (host === undefined || !uri.startsWith('https:')) return false;
  return domain.kind === 'custom' ? host.toLowerCase() === domain.fqdn.toLowerCase() : isMicrosoftNameOf(domain.leafDomainLabel, host, env.cloud);
}

function behind(service: string, uri: string): Finding {
  return {
    code: 'scoring-uri-behind',
    severity: 'warning',
    subject: service,
    message: say('The scoring URI of {service} is still {uri}.', '{service} のスコアリング URI はまだ {uri} のままです。', {
      service: value(service),
      uri: value(uri),
    }),
    next: [
      say(
        'Look again in a few minutes with {command}; if it stays, update or redeploy the service.',
        '数分後に {command} で確認し、変わらない場合はサービスを更新または再デプロイしてください。',
        {
          command: code('amltls check'),
        },
      ),
    ],
  };
}

function failed(compute: AksCompute): ProblemError {
  const [first] = compute.errors;
  const reason = compute.errors.flatMap((error) => error.message ?? error.code ?? []).join(' ');
  return new ProblemError({
    code: 'aks-provisioning-failed',
    owner: 'service',
    message: say('Azure could not set up {name} ({state}). {reason}', 'Azure は {name} を構成できませんでした ({state})。{reason}', {
      name: value(compute.name),
      state: value(compute.provisioningState ?? ''),
      reason: value(reason),
    }),
    next: [
      say('Mend what the message names, then run {command} again.', 'メッセージの原因を解消してから、{command} をもう一度実行してください。', {
        command: code('amltls replay'),
      }),
      say(
        'If it stays so, detach the compute and attach the cluster again, with certificate and key.',
        '解決しない場合は、コンピューティングをデタッチし、証明書とキーを付けてクラスターを再アタッチしてください。',
      ),
    ],
    service: {
      ...(first?.code === undefined ? {} : { code: first.code }),
      ...(reason === '' ? {} : { message: reason }),
    },
  });
}

function notApplied({ name, tls }: AksCompute): ProblemError {
  return new ProblemError({
    code: 'aks-not-applied',
    owner: 'service',
    message: say(
      'Azure reported success, but {name} shows other TLS settings: {status} {subject}.',
      'Azure は成功を報告しましたが、{name} の TLS 設定が異なります: {status} {subject}',
      {
        name: value(name),
        status: value(tls.status),
        subject: value(tls.cname ?? tls.leafDomainLabel ?? ''),
      },
    ),
    next: [
      say('Run {command} to see what differs, then run it again.', '{command} で差分を確認し、もう一度実行してください。', { command: code('amltls plan') }),
      say('If it stays so, set {key}: another api-version may help.', '解決しない場合は {key} で別の api-version を試してください。', {
        key: code('azure.apiVersion'),
      }),
    ],
  });
}

function gone(name: string): ProblemError {
  return new ProblemError({
    code: 'aks-gone',
    owner: 'service',
    message: say('{name} is not there any more.', '{name} は存在しなくなりました。', { name: value(name) }),
    next: [
      say('Run {command} again: it starts from what is there.', '{command} をもう一度実行してください。現在の状態から開始します。', {
        command: code('amltls replay'),
      }),
    ],
  });
}

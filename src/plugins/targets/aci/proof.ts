import type { ChangeEvent, Domain } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { code, say, value } from '../../../core/text/say.ts';
import { hostOf } from '../../shared/web-service/services.ts';
import { deleteCommand, logsCommand } from './by-az.ts';
import { settingsMatch } from './difference.ts';
import type { AciService, ServicePlace } from './service.ts';

/** The service as it was read back, if it is what was asked for. @throws ProblemError `aci-gone`, `aci-failed`, `aci-not-applied` */
export function proveService(service: AciService | undefined, place: ServicePlace, domain: Domain): AciService {
  if (service === undefined) throw gone(place.name);
  if (service.state === 'Failed') throw failed(service, place);
  if (!settingsMatch(service, domain)) throw notApplied(service);
  return service;
}

/** A scoring URI that TLS has not reached. */
export function* remarks({ name, scoringUri }: AciService, domain: Domain): Generator<ChangeEvent, void, void> {
  if (domain.kind !== 'custom' || scoringUri === undefined) return;
  if (scoringUri.startsWith('https:') && hostOf(scoringUri)?.toLowerCase() === domain.fqdn.toLowerCase()) return;
  yield {
    type: 'finding',
    finding: {
      code: 'scoring-uri-behind',
      severity: 'warning',
      subject: name,
      message: say('The scoring URI of {service} is still {uri}.', '{service} のスコアリング URI はまだ {uri} のままです。', {
        service: value(name),
        uri: value(scoringUri),
      }),
      next: [
        say('Look again in a few minutes with {command}.', '数分後に {command} で確認してください。', {
          command: code('amltls check'),
        }),
      ],
    },
  };
}

/** The container that ends TLS crashes on a certificate or key it cannot use (facts.md 7 #9). */
function failed({ name, error }: AciService, place: ServicePlace): ProblemError {
  const reason = error.message ?? error.code ?? '';
  return new ProblemError({
    code: 'aci-failed',
    owner: 'service',
    message: say('The service {name} does not start. {reason}', 'サービス {name} が起動しません。{reason}', { name: value(name), reason: value(reason) }),
    next: [
      say('Look at what its TLS container says: {command}.', 'TLS コンテナーのログを確認してください: {command}', {
        command: code(logsCommand(place, 'azureml-fe-aci')),
      }),
      say('The usual cause is the certificate or key: look at them with {command}.', '多くの場合は証明書かキーが原因です。{command} で確認してください。', {
        command: code('amltls cert lint CERT.pem --key KEY.pem'),
      }),
      say(
        'A new service that never started: delete it with {command}, correct its file, and run this again.',
        '一度も起動していない新しいサービスは、{command} で削除し、ファイルを修正してから、もう一度実行してください。',
        {
          command: code(deleteCommand(place)),
        },
      ),
    ],
    service: { ...(error.code === undefined ? {} : { code: error.code }), ...(error.message === undefined ? {} : { message: error.message }) },
  });
}

function notApplied({ name, sslEnabled, cname }: AciService): ProblemError {
  return new ProblemError({
    code: 'aci-not-applied',
    owner: 'service',
    message: say(
      'Azure reported success, but {name} shows other TLS settings: {enabled} {cname}.',
      'Azure は成功を報告しましたが、{name} の TLS 設定が異なります: {enabled} {cname}',
      { name: value(name), enabled: code(`sslEnabled=${sslEnabled}`), cname: value(cname ?? '') },
    ),
    next: [
      say('Run {command} to see what differs, then run it again.', '{command} で差分を確認し、もう一度実行してください。', { command: code('amltls plan') }),
    ],
  });
}

function gone(name: string): ProblemError {
  return new ProblemError({
    code: 'aci-gone',
    owner: 'service',
    message: say('{name} is not there any more.', '{name} は存在しなくなりました。', { name: value(name) }),
    next: [
      say('Run {command} again: it starts from what is there.', '{command} をもう一度実行してください。現在の状態から開始します。', {
        command: code('amltls replay'),
      }),
    ],
  });
}

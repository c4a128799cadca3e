import type { Context, Equivalent, TargetPlugin, Text } from '../../../core/contracts/index.ts';
import { code, say } from '../../../core/text/say.ts';
import { certificateFiles } from '../../shared/equivalents/certificate-files.ts';
import { azSupport, pythonSupport } from '../../shared/equivalents/notes.ts';
import { block, call } from '../../shared/equivalents/python.ts';
import { command, type Options } from '../../shared/equivalents/shell.ts';
import { azWorkspace, pythonWorkspace } from '../../shared/equivalents/workspace.ts';
import { booleanAnswer, numberAnswer, textAnswer } from '../../shared/web-service/fields.ts';

const SECURE = say('Secure', 'セキュリティ保護');

/** The same work as SDK v1 code and as `az ml` commands of v1. Renewing is setting TLS again, with the new files. */
export const equivalents: TargetPlugin['equivalents'] = (operation, domain, context) => {
  const files = certificateFiles(context);
  if (operation === 'disable') {
    return pair(say('Switch TLS off', 'TLS をオフにする'), existing(context, [['ssl_enabled', false]]), update(context, [['--ssl-enabled', 'False']]), []);
  }
  if (domain.kind !== 'custom') return [];
  const tls = [
    ['ssl_enabled', true],
    ['ssl_cert_pem_file', files.cert],
    ['ssl_key_pem_file', files.key],
    ['ssl_cname', domain.fqdn],
  ] as const;
  const azTls: Options = [
    ['--ssl-enabled', 'True'],
    ['--ssl-cname', domain.fqdn],
    ['--ssl-cert-pem-file', files.cert],
    ['--ssl-key-pem-file', files.key],
  ];
  if (operation === 'secure' && textAnswer(context.answers, 'target.serviceFile') !== undefined) {
    return newService(tls, azTls, files.notes, context);
  }
  const title = operation === 'renew' ? say('Renew', '更新') : SECURE;
  return pair(title, existing(context, tls), update(context, azTls), files.notes);
};

type Arguments = Parameters<typeof call>[1];

function newService(tls: Arguments, azTls: Options, notes: readonly Text[], context: Context): readonly Equivalent[] {
  const { answers } = context;
  const configuration = call('AciWebservice.deploy_configuration', [
    ['cpu_cores', numberAnswer(answers, 'target.cpu')],
    ['memory_gb', numberAnswer(answers, 'target.memoryInGb')],
    ['auth_enabled', booleanAnswer(answers, 'target.authEnabled')],
    ['dns_name_label', textAnswer(answers, 'target.dnsNameLabel')],
    ...tls,
  ]);
  const python = block([
    'from azureml.core import Workspace',
    'from azureml.core.model import InferenceConfig, Model',
    'from azureml.core.webservice import AciWebservice',
    '',
    pythonWorkspace(answers),
    'inference_config = InferenceConfig(entry_script="score.py", environment=ws.environments["my-environment"])',
    `deployment_config = ${configuration}`,
    `service = ${call('Model.deploy', [
      ['', { python: 'ws' }],
      ['', nameOf(context)],
      ['', { python: '[Model(ws, "my-model")]' }],
      ['', { python: 'inference_config' }],
      ['', { python: 'deployment_config' }],
    ])}`,
    'service.wait_for_deployment(show_output=True)',
  ]);
  const az = command('az ml model deploy', [
    ['--name', nameOf(context)],
    ['--model', 'my-model:1'],
    ['--inference-config-file', 'inferenceconfig.json'],
    ['--compute-type', 'aci'],
    ['--cpu-cores', numberAnswer(answers, 'target.cpu')],
    ['--memory-gb', numberAnswer(answers, 'target.memoryInGb')],
    ['--auth-enabled', booleanAnswer(answers, 'target.authEnabled') === true ? 'True' : undefined],
    ['--dns-name-label', textAnswer(answers, 'target.dnsNameLabel')],
    ...azTls,
    ...azWorkspace(answers),
  ]);
  const own = say(
    'Put your model and environment in place of {parts}: the service file holds them as Azure stores them.',
    '{parts} を実際のモデルと環境に置き換えてください。サービス ファイルには Azure が保存する形式で記述されています。',
    { parts: code('my-model, my-environment, score.py, inferenceconfig.json') },
  );
  return pair(SECURE, python, az, [own, ...notes]);
}

function existing(context: Context, tls: Arguments): string {
  return block([
    'from azureml.core import Workspace',
    'from azureml.core.webservice import AciWebservice',
    '',
    pythonWorkspace(context.answers),
    `service = ${call('AciWebservice', [
      ['', { python: 'ws' }],
      ['', nameOf(context)],
    ])}`,
    call('service.update', tls),
    'service.wait_for_deployment(show_output=True)',
  ]);
}

function update(context: Context, tls: Options): string {
  return command('az ml service update', [['--name', nameOf(context)], ...azWorkspace(context.answers), ...tls]);
}

function nameOf({ answers }: Context): string {
  return textAnswer(answers, 'target.serviceName') ?? '';
}

function pair(title: Text, python: string, az: string, notes: readonly Text[]): readonly Equivalent[] {
  return [
    { tool: 'python', title, code: python, notes: [...notes, pythonSupport()] },
    { tool: 'az', title, code: az, notes: [...notes, azSupport()] },
  ];
}

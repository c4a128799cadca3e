import { type Context, code, type Domain, type Equivalent, type Operation, say, shellCommand, textAnswer } from 'amltls/plugin';
import { extensionName, isTrue } from './extension.ts';
import { tlsSettings } from './settings.ts';

/** The same with az. There is no Python SDK for it. */
export function equivalents(operation: Operation, domain: Domain, context: Context): readonly Equivalent[] {
  const { answers } = context;
  const wanted: Domain = operation === 'disable' ? { kind: 'none' } : domain;
  const settings = tlsSettings(wanted, answers);
  const files = isTrue(settings['allowInsecureConnections']) || textAnswer(answers, 'target.sslSecret') !== undefined ? [] : pemFiles(context);
  const config = Object.entries(settings).map(([key, setting]) => `${key}=${setting}`);
  const words = `az k8s-extension ${operation === 'secure' ? 'create' : 'update'} --config ${config.join(' ')}${operation === 'secure' ? ' enableInference=True' : ''}`;
  const id = textAnswer(answers, 'target.clusterId')?.split('/') ?? [];
  return [
    {
      tool: 'az',
      title: say('With the Azure CLI', 'Azure CLI で実行'),
      code: shellCommand(words + files.map((file) => ` --config-protected ${file}`).join(''), [
        ['--name', extensionName(answers)],
        ['--extension-type', 'Microsoft.AzureML.Kubernetes'],
        ['--cluster-type', id[7]?.toLowerCase() === 'connectedclusters' ? 'connectedClusters' : 'managedClusters'],
        ['--cluster-name', id[8] ?? textAnswer(answers, 'target.clusterName')],
        ['--resource-group', id[4] ?? textAnswer(answers, 'target.clusterResourceGroup')],
        ['--scope', operation === 'secure' ? 'cluster' : undefined],
      ]),
      notes: [say('Needs {extension}.', '{extension} が必要です。', { extension: code('az extension add --name k8s-extension') })],
    },
  ];
}

function pemFiles({ answers }: Context): readonly string[] {
  return answers['domain.kind'] === 'custom' ? ['sslCertPemFile=cert.pem', 'sslKeyPemFile=key.pem'] : [];
}

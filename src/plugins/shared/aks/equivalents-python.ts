import type { Answers, Context } from '../../../core/contracts/index.ts';
import { block, call, indent } from '../equivalents/python.ts';
import { pythonWorkspace } from '../equivalents/workspace.ts';
import { textAnswer } from '../web-service/fields.ts';
import type { Wanted } from './equivalents.ts';
import { wantedLoadBalancer } from './load-balancer.ts';

const WAIT = 'target.wait_for_completion(show_output=True)';
const UPDATE_IMPORT = 'from azureml.core.compute.aks import AksUpdateConfiguration, SslConfiguration';

/** Looks first, then creates or updates, as amltls does. */
export function pythonSecure(wanted: Wanted): string {
  const { creation, context } = wanted;
  const name = nameOf(context.answers);
  const change = update(wanted);
  return block([
    'from azureml.core import Workspace',
    'from azureml.core.compute import AksCompute, ComputeTarget',
    change === undefined ? undefined : UPDATE_IMPORT,
    'from azureml.exceptions import ComputeTargetException',
    '',
    pythonWorkspace(context.answers),
    '',
    'try:',
    indent(`target = ${getTarget(context.answers)}`),
    'except ComputeTargetException:',
    indent(
      block([
        `config = ${call(`AksCompute.${creation.python.configuration}`, creation.python.args)}`,
        enableSsl(wanted),
        `target = ${call(`ComputeTarget.${creation.python.make}`, [
          ['', { python: 'ws' }],
          ['', name],
          ['', { python: 'config' }],
        ])}`,
      ]),
    ),
    change === undefined ? undefined : `else:\n${indent(change)}`,
    WAIT,
  ]);
}

export function pythonRenew(wanted: Wanted): string {
  const { context, domain } = wanted;
  const renew =
    domain.kind === 'microsoft'
      ? updateWith([
          ['leaf_domain_label', domain.leafDomainLabel],
          ['renew', true],
        ])
      : update(wanted);
  return existing(context, renew);
}

export function pythonDisable(context: Context): string {
  return existing(context, updateWith([['status', 'Disabled']]));
}

function existing({ answers }: Context, change: string | undefined): string {
  return block([
    'from azureml.core import Workspace',
    'from azureml.core.compute import AksCompute',
    UPDATE_IMPORT,
    '',
    pythonWorkspace(answers),
    `target = ${getTarget(answers)}`,
    change,
    WAIT,
  ]);
}

function enableSsl({ domain, files }: Wanted): string | undefined {
  switch (domain.kind) {
    case 'custom':
      return call('config.enable_ssl', [
        ['ssl_cname', domain.fqdn],
        ['ssl_cert_pem_file', files.cert],
        ['ssl_key_pem_file', files.key],
      ]);
    case 'microsoft':
      return call('config.enable_ssl', [['leaf_domain_label', domain.leafDomainLabel], overwriting(domain.overwriteExistingDomain)]);
    case 'none':
      return undefined;
  }
}

// `SslConfiguration` takes the contents where `enable_ssl` takes paths.
function update({ domain, files, context }: Wanted): string | undefined {
  const balancer = balancerArguments(context.answers);
  switch (domain.kind) {
    case 'custom':
      return block([
        `with ${call('open', [['', files.cert]])} as cert, ${call('open', [['', files.key]])} as key:`,
        indent(
          `ssl = ${call('SslConfiguration', [
            ['cname', domain.fqdn],
            ['cert', { python: 'cert.read()' }],
            ['key', { python: 'key.read()' }],
          ])}`,
        ),
        call('target.update', [['', { python: call('AksUpdateConfiguration', [['', { python: 'ssl' }], ...balancer]) }]]),
      ]);
    case 'microsoft':
      return updateWith([['leaf_domain_label', domain.leafDomainLabel], overwriting(domain.overwriteExistingDomain)], balancer);
    case 'none':
      return undefined;
  }
}

function updateWith(ssl: Parameters<typeof call>[1], balancer: Parameters<typeof call>[1] = []): string {
  const configuration = call('AksUpdateConfiguration', [['', { python: call('SslConfiguration', ssl) }], ...balancer]);
  return call('target.update', [['', { python: configuration }]]);
}

function overwriting(overwrite: boolean): readonly [string, true | undefined] {
  return ['overwrite_existing_domain', overwrite ? true : undefined];
}

function balancerArguments(answers: Answers) {
  const { loadBalancerType, loadBalancerSubnet } = wantedLoadBalancer(answers);
  return [
    ['load_balancer_type', loadBalancerType],
    ['load_balancer_subnet', loadBalancerSubnet],
  ] as const;
}

function getTarget(answers: Answers): string {
  return call('AksCompute', [
    ['', { python: 'ws' }],
    ['', nameOf(answers)],
  ]);
}

function nameOf(answers: Answers): string {
  return textAnswer(answers, 'target.computeName') ?? '';
}

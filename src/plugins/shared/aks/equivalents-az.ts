import type { Answers, Context, Domain } from '../../../core/contracts/index.ts';
import type { CertificateFiles } from '../equivalents/certificate-files.ts';
import { command, type Options } from '../equivalents/shell.ts';
import { azWorkspace } from '../equivalents/workspace.ts';
import { textAnswer } from '../web-service/fields.ts';
import type { Wanted } from './equivalents.ts';
import { wantedLoadBalancer } from './load-balancer.ts';

const UPDATE = 'az ml computetarget update aks';

/** One command that makes the compute, and one that sets TLS where it exists or where making it cannot. */
export function azSecure({ creation, domain, files, context }: Wanted): string {
  const place = placeOf(context.answers);
  const { words, options, tls } = creation.az;
  const making = command(words, [...place, ...options, ...(tls ? tlsOptions(domain, files) : [])]);
  if (domain.kind === 'none') return making;
  const updating = command(UPDATE, [...place, ...tlsOptions(domain, files), ...balancerOptions(context.answers)]);
  const [first, second] = tls
    ? ['where the compute does not exist yet', 'where it exists']
    : ['where the cluster is not attached yet', 'then, and where it is'];
  return `# ${first}\n${making}\n\n# ${second}\n${updating}`;
}

export function azRenew({ domain, files, context }: Wanted): string {
  const renewal: Options =
    domain.kind === 'microsoft'
      ? [
          ['--ssl-leaf-domain-label', domain.leafDomainLabel],
          ['--ssl-renew', true],
        ]
      : tlsOptions(domain, files);
  return command(UPDATE, [...placeOf(context.answers), ...renewal]);
}

export function azDisable({ answers }: Context): string {
  return command(UPDATE, [...placeOf(answers), ['--ssl-disable', true]]);
}

/** As the profile has them; nothing for what is left to the service. */
export function balancerOptions(answers: Answers): Options {
  const { loadBalancerType, loadBalancerSubnet } = wantedLoadBalancer(answers);
  return [
    ['--load-balancer-type', loadBalancerType],
    ['--load-balancer-subnet', loadBalancerSubnet],
  ];
}

function placeOf(answers: Answers): Options {
  return [['--name', textAnswer(answers, 'target.computeName')], ...azWorkspace(answers)];
}

function tlsOptions(domain: Domain, files: CertificateFiles): Options {
  switch (domain.kind) {
    case 'custom':
      return [
        ['--ssl-cname', domain.fqdn],
        ['--ssl-cert-file', files.cert],
        ['--ssl-key-file', files.key],
      ];
    case 'microsoft':
      return [
        ['--ssl-leaf-domain-label', domain.leafDomainLabel],
        ['--ssl-overwrite-domain', domain.overwriteExistingDomain ? 'True' : undefined],
      ];
    case 'none':
      return [];
  }
}

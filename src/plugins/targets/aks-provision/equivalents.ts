import type { Answers, TargetPlugin } from '../../../core/contracts/index.ts';
import { aksEquivalents, type Creation } from '../../shared/aks/equivalents.ts';
import { balancerOptions } from '../../shared/aks/equivalents-az.ts';
import { wantedLoadBalancer } from '../../shared/aks/load-balancer.ts';
import { numberAnswer, textAnswer } from '../../shared/web-service/fields.ts';
import { DEFAULT_AGENT_COUNT, DEFAULT_VM_SIZE, networkingOf } from './rules.ts';

export const equivalents: TargetPlugin['equivalents'] = (operation, domain, context) => aksEquivalents(creation(context.answers), operation, domain, context);

function creation(answers: Answers): Creation {
  const agentCount = numberAnswer(answers, 'target.agentCount') ?? DEFAULT_AGENT_COUNT;
  const vmSize = textAnswer(answers, 'target.vmSize') ?? DEFAULT_VM_SIZE;
  const location = textAnswer(answers, 'target.location');
  const purpose = textAnswer(answers, 'target.clusterPurpose') ?? 'FastProd';
  const { loadBalancerType, loadBalancerSubnet } = wantedLoadBalancer(answers);
  const networking = networkingOf(answers);
  const { group, network, subnet } = partsOf(networking?.subnetId);
  return {
    python: {
      configuration: 'provisioning_configuration',
      make: 'create',
      args: [
        ['agent_count', agentCount],
        ['vm_size', vmSize],
        ['location', location],
        ['vnet_resourcegroup_name', group],
        ['vnet_name', network],
        ['subnet_name', subnet],
        ['service_cidr', networking?.serviceCidr],
        ['dns_service_ip', networking?.dnsServiceIp],
        ['docker_bridge_cidr', networking?.dockerBridgeCidr],
        ['cluster_purpose', { python: `AksCompute.ClusterPurpose.${purpose === 'DevTest' ? 'DEV_TEST' : 'FAST_PROD'}` }],
        ['load_balancer_type', loadBalancerType],
        ['load_balancer_subnet', loadBalancerSubnet],
      ],
    },
    az: {
      words: 'az ml computetarget create aks',
      tls: true,
      options: [
        ['--agent-count', agentCount],
        ['--vm-size', vmSize],
        ['--location', location],
        ['--vnet-resourcegroup-name', group],
        ['--vnet-name', network],
        ['--subnet-name', subnet],
        ['--service-cidr', networking?.serviceCidr],
        ['--dns-service-ip', networking?.dnsServiceIp],
        ['--docker-bridge-cidr', networking?.dockerBridgeCidr],
        ['--cluster-purpose', purpose],
        ...balancerOptions(answers),
      ],
    },
  };
}

/** SDK and CLI take the parts of what the service takes as one id. */
function partsOf(subnetId: string | undefined): { readonly group?: string; readonly network?: string; readonly subnet?: string } {
  const match = /\/resourceGroups\/([^/]+)\/providers\/Microsoft\.Network\/virtualNetworks\/([^/]+)\/subnets\/([^/]+)$/i.exec(subnetId ?? '');
  const [, group, network, subnet] = match ?? [];
  return group === undefined || network === undefined || subnet === undefined ? {} : { group, network, subnet };
}

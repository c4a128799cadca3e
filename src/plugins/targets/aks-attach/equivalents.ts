import type { Answers, TargetPlugin } from '../../../core/contracts/index.ts';
import { aksEquivalents, type Creation } from '../../shared/aks/equivalents.ts';
import { wantedLoadBalancer } from '../../shared/aks/load-balancer.ts';
import { textAnswer } from '../../shared/web-service/fields.ts';
import { clusterOf } from './cluster-id.ts';

export const equivalents: TargetPlugin['equivalents'] = (operation, domain, context) => aksEquivalents(creation(context.answers), operation, domain, context);

function creation(answers: Answers): Creation {
  const cluster = clusterOf(answers);
  const resourceId = 'code' in cluster ? '' : cluster.id;
  const purpose = textAnswer(answers, 'target.clusterPurpose');
  const { loadBalancerType, loadBalancerSubnet } = wantedLoadBalancer(answers);
  return {
    python: {
      configuration: 'attach_configuration',
      make: 'attach',
      args: [
        ['resource_id', resourceId],
        ['cluster_purpose', purpose === undefined ? undefined : { python: `AksCompute.ClusterPurpose.${purpose === 'DevTest' ? 'DEV_TEST' : 'FAST_PROD'}` }],
        ['load_balancer_type', loadBalancerType],
        ['load_balancer_subnet', loadBalancerSubnet],
      ],
    },
    az: { words: 'az ml computetarget attach aks', options: [['--compute-resource-id', resourceId]], tls: false },
  };
}

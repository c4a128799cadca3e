import type { Answers } from '../../../core/contracts/index.ts';
import { textAnswer } from '../web-service/fields.ts';
import type { AksCompute } from './compute.ts';

export interface LoadBalancer {
  readonly loadBalancerType?: string;
  readonly loadBalancerSubnet?: string;
}

/** As answered; what is left open is left to the service (a public address). */
export function wantedLoadBalancer(answers: Answers): LoadBalancer {
  const type = textAnswer(answers, 'target.loadBalancerType');
  const subnet = textAnswer(answers, 'target.loadBalancerSubnet');
  return { ...(type === undefined ? {} : { loadBalancerType: type }), ...(subnet === undefined ? {} : { loadBalancerSubnet: subnet }) };
}

/** What has to change on an existing compute; empty where it is as answered. Both go together, as in SDK v1. */
export function loadBalancerChange(compute: AksCompute, answers: Answers): LoadBalancer {
  const wanted = wantedLoadBalancer(answers);
  const typeSame = wanted.loadBalancerType === undefined || wanted.loadBalancerType === (compute.loadBalancerType ?? 'PublicIp');
  const subnetSame = wanted.loadBalancerSubnet === undefined || wanted.loadBalancerSubnet === compute.loadBalancerSubnet;
  return typeSame && subnetSame ? {} : wanted;
}

import type { Answers, CertBundle, Domain, Problem, Text } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { code, say } from '../../../core/text/say.ts';
import { textAnswer } from '../web-service/fields.ts';

/** What SDK v1 refuses before it sends anything (facts.md 1.5), and two that only the service would refuse. */
export const FASTPROD_NODES = 3;

/** @throws ProblemError where TLS and load balancer do not go together */
export function refuseImpossible(domain: Domain, bundle: CertBundle | undefined, answers: Answers): void {
  const problem = tlsProblem(domain, bundle) ?? loadBalancerProblem(domain, answers);
  if (problem !== undefined) throw new ProblemError(problem);
}

/** Name, certificate and key go together; a Microsoft certificate goes with none of them. */
function tlsProblem(domain: Domain, bundle: CertBundle | undefined): Problem | undefined {
  if (domain.kind !== 'custom' && bundle !== undefined) {
    return rule(
      'aks-certificate-not-used',
      domain.kind === 'microsoft'
        ? say('A Microsoft certificate and one of your own exclude each other.', 'Microsoft の証明書と独自の証明書は同時に使用できません。')
        : say('A certificate is given although TLS is to stay off.', 'TLS をオフにする設定ですが、証明書が指定されています。'),
      say('Choose with {key}: {own}, or leave the certificate out.', '{key} を {own} にするか、証明書の指定を外してください。', {
        key: code('domain.kind'),
        own: code('custom'),
      }),
    );
  }
  if (domain.kind === 'microsoft' && domain.leafDomainLabel === '') {
    return rule(
      'aks-label-missing',
      say('A Microsoft certificate needs a label.', 'Microsoft の証明書にはラベルが必要です。'),
      setIt('domain.leafDomainLabel'),
    );
  }
  if (domain.kind === 'custom' && domain.fqdn === '') {
    return rule(
      'aks-name-missing',
      say('A certificate of your own needs the name that clients call.', '独自の証明書にはクライアントが呼び出す名前が必要です。'),
      setIt('domain.fqdn'),
    );
  }
  return undefined;
}

function loadBalancerProblem(domain: Domain, answers: Answers): Problem | undefined {
  const type = textAnswer(answers, 'target.loadBalancerType');
  if (textAnswer(answers, 'target.loadBalancerSubnet') !== undefined && type !== 'InternalLoadBalancer') {
    return rule(
      'aks-subnet-without-internal',
      say('A load balancer subnet belongs to an internal load balancer only.', 'ロード バランサーのサブネットは内部ロード バランサーでのみ指定できます。'),
      say('Set {flag}, or leave the subnet out.', '{flag} を指定するか、サブネットの指定を外してください。', {
        flag: code('target.loadBalancerType=InternalLoadBalancer'),
      }),
    );
  }
  return type === 'InternalLoadBalancer' ? internalProblem(domain) : undefined;
}

/** Azure issues its certificates for public names only (facts.md 7 #3). */
export function internalProblem({ kind }: Pick<Domain, 'kind'>): Problem | undefined {
  if (kind !== 'microsoft') return undefined;
  return rule(
    'aks-microsoft-internal',
    say('Behind an internal load balancer there is no Microsoft certificate.', '内部ロード バランサーでは Microsoft の証明書を使用できません。'),
    say('Use a certificate of your own ({own}), or a public load balancer.', '独自の証明書 ({own}) またはパブリック ロード バランサーを使ってください。', {
      own: code('domain.kind=custom'),
    }),
  );
}

/** FastProd, which is also what the service assumes, needs three nodes (facts.md 7 #24). */
export function purposeProblem(clusterPurpose: string | undefined, nodes: number | undefined): Problem | undefined {
  if (nodes === undefined || nodes >= FASTPROD_NODES || (clusterPurpose ?? 'FastProd') !== 'FastProd') return undefined;
  return rule(
    'aks-too-few-nodes',
    say(
      'For {purpose} the cluster needs at least {needed} nodes; it has {nodes}.',
      '{purpose} には少なくとも {needed} ノードが必要ですが、{nodes} ノードです。',
      {
        purpose: code('FastProd'),
        needed: FASTPROD_NODES,
        nodes,
      },
    ),
    say('Use {flag} for a small cluster, or add nodes.', '小さいクラスターには {flag} を指定するか、ノードを追加してください。', {
      flag: code('--set target.clusterPurpose=DevTest'),
    }),
  );
}

export function rule(problemCode: string, message: Text, next: Text): Problem {
  return { code: problemCode, owner: 'you', message, next: [next] };
}

/** The next step for a setting that is missing or wrong. */
export function setIt(key: string): Text {
  return say('Set it in the profile or with {flag}.', 'プロファイルまたは {flag} で指定してください。', { flag: code(`--set ${key}=…`) });
}

import { isIPv4 } from 'node:net';
import type { Answers, Problem } from '../../../core/contracts/index.ts';
import { code, say } from '../../../core/text/say.ts';
import { purposeProblem, rule, setIt } from '../../shared/aks/rules.ts';
import { numberAnswer, textAnswer } from '../../shared/web-service/fields.ts';
import type { Networking } from './create-body.ts';

/** What SDK v1 takes where nothing is said (facts.md 1.3). */
export const DEFAULT_AGENT_COUNT = 3;
export const DEFAULT_VM_SIZE = 'Standard_D3_v2';

const NETWORKING = ['subnetId', 'serviceCidr', 'dnsServiceIp', 'dockerBridgeCidr'] as const;

export function agentCountProblem(count: number): Problem | undefined {
  if (Number.isInteger(count) && count > 0) return undefined;
  return rule(
    'aks-provision-agent-count',
    say('A cluster needs a whole number of nodes, 1 or more.', 'ノード数には 1 以上の整数を指定します。'),
    setIt('target.agentCount'),
  );
}

/** The first rule that the answers break. */
export function provisionProblem(answers: Answers): Problem | undefined {
  const count = numberAnswer(answers, 'target.agentCount') ?? DEFAULT_AGENT_COUNT;
  return agentCountProblem(count) ?? purposeProblem(textAnswer(answers, 'target.clusterPurpose'), count) ?? networkingProblem(answers);
}

/** All four, or undefined where none was given. Call after `provisionProblem`. */
export function networkingOf(answers: Answers): Networking | undefined {
  const [subnetId, serviceCidr, dnsServiceIp, dockerBridgeCidr] = NETWORKING.map((name) => textAnswer(answers, keyOf(name)));
  if (subnetId === undefined || serviceCidr === undefined || dnsServiceIp === undefined || dockerBridgeCidr === undefined) return undefined;
  return { subnetId, serviceCidr, dnsServiceIp, dockerBridgeCidr };
}

function networkingProblem(answers: Answers): Problem | undefined {
  const missing = NETWORKING.filter((name) => textAnswer(answers, keyOf(name)) === undefined);
  if (missing.length === NETWORKING.length) return undefined;
  if (missing.length > 0) {
    return rule(
      'aks-provision-networking-incomplete',
      say('The four network settings go together; {missing} is missing.', '4 つのネットワーク設定はすべて必要です。{missing} がありません。', {
        missing: code(missing.map(keyOf).join(', ')),
      }),
      say('Give all four, or none of them.', '4 つすべてを指定するか、どれも指定しないでください。'),
    );
  }
  return formatProblem(answers);
}

function formatProblem(answers: Answers): Problem | undefined {
  const wrong = (['serviceCidr', 'dockerBridgeCidr'] as const).find((name) => !isCidr(textAnswer(answers, keyOf(name)) ?? ''));
  if (wrong !== undefined) {
    return rule(
      'aks-provision-cidr',
      say('{key} is no IPv4 range such as {example}.', '{key} は {example} のような IPv4 アドレス範囲ではありません。', {
        key: code(keyOf(wrong)),
        example: code('10.0.0.0/16'),
      }),
      setIt(keyOf(wrong)),
    );
  }
  const ip = keyOf('dnsServiceIp');
  if (isIPv4(textAnswer(answers, ip) ?? '')) return undefined;
  return rule('aks-provision-dns-ip', say('{key} is no IPv4 address.', '{key} は IPv4 アドレスではありません。', { key: code(ip) }), setIt(ip));
}

function isCidr(text: string): boolean {
  const [address = '', bits = '', ...rest] = text.split('/');
  return rest.length === 0 && isIPv4(address) && /^\d{1,2}$/.test(bits) && Number(bits) <= 32;
}

function keyOf(name: (typeof NETWORKING)[number]): string {
  return `target.networking.${name}`;
}

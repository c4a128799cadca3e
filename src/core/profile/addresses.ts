import { isIPv4, isIPv6 } from 'node:net';
import type { Answers } from '../contracts/index.ts';
import { listAnswer } from '../dns/list-answer.ts';

const INNER_V4 = /^(0|10|127|169\.254|192\.168|172\.(1[6-9]|2\d|3[01])|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./;

/**
 * The servers that a profile has asked or written to, as it names them, as far as they may lie inside some network: names, and addresses that
 * are not public. Where a connection really goes is judged again when it is made.
 */
export function innerAddresses(answers: Answers): readonly string[] {
  const server = answers['dns.server'];
  const named = [...listAnswer(answers['dns.resolvers']), ...(typeof server === 'string' && server !== '' ? [server] : [])];
  return [...new Set(named.filter((name) => name !== 'system' && mayBeInner(name)))].sort();
}

function mayBeInner(name: string): boolean {
  const host = (
    URL.canParse(name) && name.includes('://') ? new URL(name).hostname : name.replace(/(?<=^[^:]+):\d+$/, '').replace(/^(\[.*\]):\d+$/, '$1')
  ).replace(/^\[(.*)\]$/, '$1');
  if (isIPv4(host)) return INNER_V4.test(`${host}.`);
  return !isIPv6(host) || !/^[23]/.test(host);
}

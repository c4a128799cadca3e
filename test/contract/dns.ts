import type { DnsPlugin } from '../../src/core/contracts/index.ts';
import { dnsContract as contract, type DnsSubject } from '../../src/testing/index.ts';
import { runner } from './runner.ts';

export type { DnsSubject };

export const dnsContract = (plugin: DnsPlugin, open: () => Promise<DnsSubject>): void => contract(runner, plugin, open);

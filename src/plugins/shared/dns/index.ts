export { createDnsClient, type DnsClientOptions } from './client.ts';

import { isIPv4 } from 'node:net';

/** True for a URL of this machine: `localhost`, 127.0.0.0/8, ::1. */
export function isLoopback(url: string): boolean {
  const host = URL.parse(url)?.hostname;
  return host !== undefined && isLoopbackHost(host.replace(/^\[|\]$/gu, ''));
}

/** The same for a name or an address. */
export function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));
}

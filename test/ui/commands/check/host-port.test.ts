import { expect, it } from 'vitest';
import { parseHostPort } from '../../../../src/ui/commands/check/host-port.ts';

it.each([
  ['www.contoso.com', 'www.contoso.com', 443],
  ['WWW.Contoso.com.:8443', 'www.contoso.com', 8443],
  ['例え.テスト', 'xn--r8jz45g.xn--zckzah', 443],
  ['192.0.2.1:444', '192.0.2.1', 444],
  ['2001:db8::1', '2001:db8::1', 443],
  ['[2001:db8::1]:8443', '2001:db8::1', 8443],
])('%s', (text, host, port) => {
  expect(parseHostPort(text)).toEqual({ host, port });
});

it.each(['https://www.contoso.com', 'www.contoso.com:0', 'www.contoso.com:65536', 'a b', '', 'user@host', 'host/path'])('%j is refused', (text) => {
  expect(() => parseHostPort(text)).toThrow('host-invalid');
});

import { describe, it } from 'node:test';
import { dnsContract, practiceAzure } from 'amltls/testing';
import plugin from '../src/index.ts';
import { fakeProvider } from './fake-provider.ts';

const VARIABLE = 'AMLTLS_TEST_TOKEN';
process.env[VARIABLE] = 'only-for-this-test';

dnsContract({ describe, it }, plugin, async () => {
  const provider = await fakeProvider([{ name: 'mail.contoso.com', type: 'A', data: '203.0.113.25', ttl: 300 }], 'only-for-this-test');
  const practice = await practiceAzure();
  return {
    context: practice.context({ 'dns.endpoint': provider.url, 'dns.tokenVariable': VARIABLE }),
    wanted: [{ name: 'www.contoso.com', type: 'A', data: '203.0.113.7', ttl: 300 }],
    records: async () => provider.records(),
    async [Symbol.asyncDispose]() {
      await provider[Symbol.asyncDispose]();
      await practice[Symbol.asyncDispose]();
    },
  };
});

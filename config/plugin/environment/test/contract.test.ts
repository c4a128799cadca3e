import { after, describe, it } from 'node:test';
import { environmentContract, practiceAzure } from 'amltls/testing';
import plugin from '../src/index.ts';

// The practice Azure answers as that cloud would.
const practice = await practiceAzure();
const { armEndpoint, caFile, token } = practice.sandbox.host.info;
Object.assign(process.env, { AMLTLS_CLOUD_ENDPOINT: armEndpoint, AMLTLS_CLOUD_CA: caFile, AMLTLS_CLOUD_TOKEN: token });

describe('against the practice Azure', () => {
  environmentContract({ describe, it, after }, {
    id: '__ID__',
    open: () => plugin.open({ answers: {}, signal: new AbortController().signal, tell: undefined, options: {} }),
    readable: { path: '/subscriptions', apiVersion: '2022-12-01' },
    absentName: 'nothing.invalid',
    silentAddress: '127.0.0.1',
  });
  after(() => practice[Symbol.asyncDispose]());
});

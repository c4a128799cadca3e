import { after, describe, it } from 'node:test';
import { targetContract } from 'amltls/testing';
import plugin from '../src/index.ts';

const own = { 'domain.kind': 'custom', 'domain.fqdn': 'www.contoso.com' };

// The practice Azure has a compute aks-prod, with TLS off.
targetContract({ describe, it, after }, {
  plugin,
  cases: [{ name: 'a compute that exists', answers: { ...own, 'target.computeName': 'aks-prod' }, effect: 'update', sends: [/^PUT .*\/computes\/aks-prod$/] }],
  refusals: [{ name: 'a compute that is not there', answers: { ...own, 'target.computeName': 'aks-none' }, code: '__ID__-missing' }],
});

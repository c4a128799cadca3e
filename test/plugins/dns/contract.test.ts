import type { DnsPlugin } from '../../../src/core/contracts/index.ts';
import manual from '../../../src/plugins/dns/manual/index.ts';
import practice from '../../../src/plugins/dns/practice/index.ts';
import { dnsContract } from '../../contract/dns.ts';
import { a, cname, contoso, dnsContext, dnsWorld } from '../../helpers/dns-world.ts';

const bystander = a('mail.contoso.com', '20.0.0.25');
const settings = {
  'nothing there': [bystander],
  'another address there': [bystander, a('www.contoso.com', '20.0.0.66')],
  'an alias in the way': [bystander, cname('www.contoso.com', 'old.example')],
};

for (const plugin of [manual, practice] satisfies DnsPlugin[]) {
  for (const records of Object.values(settings)) {
    dnsContract(plugin, async () => {
      const world = await dnsWorld([contoso(...records)]);
      return {
        context: dnsContext(world),
        wanted: [a('www.contoso.com', '20.0.0.4')],
        async byHand(wanted) {
          const signal = new AbortController().signal;
          for (const { name } of wanted) await world.registrar.remove({ name, type: 'CNAME' }, signal);
          await world.registrar.set(wanted, signal);
        },
        records: async () => world.zones.flatMap((zone) => zone.records),
        [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
      };
    });
  }
}

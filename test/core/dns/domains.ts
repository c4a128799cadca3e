import type { Domain, InternetOptions } from '../../helpers/real-dns/internet.ts';

export const RIGHT = '20.0.0.4';
const www = (data = `A ${RIGHT}`) => `www ${data}`;

/** A zone with one fault each, and what is wanted there. */
export interface Fault extends Domain {
  readonly code: string;
  /** Default `www.<zone>`. */
  readonly name?: string;
  readonly wanted?: string;
  /** A word that the finding has to say. */
  readonly says?: string;
}

export const FAULTS: readonly Fault[] = [
  { zone: 'absent.test', text: '', code: 'dns-record-missing', says: 'does not exist' },
  { zone: 'nodata.test', text: www('TXT "only words"'), code: 'dns-record-missing', says: 'no A record' },
  { zone: 'wrong.test', text: www('A 20.0.0.66'), code: 'dns-elsewhere', says: '20.0.0.66' },
  { zone: 'private.test', text: www('A 10.0.0.66'), code: 'dns-elsewhere', says: 'private' },
  { zone: 'stranger.test', text: `${www()}\n${www('A 20.0.0.66')}`, code: 'dns-extra-address', says: '20.0.0.66' },
  { zone: 'aaaa.test', text: `${www()}\n${www('AAAA 2001:db8::4')}`, code: 'dns-aaaa-present', says: '2001:db8::4' },
  { zone: 'dead.test', text: www('CNAME nothing'), code: 'dns-cname-dead', says: 'nothing.dead.test' },
  { zone: 'takeover.test', text: www('CNAME gone.azurewebsites.net.'), code: 'dns-cname-dead', says: 'gone.azurewebsites.net' },
  { zone: 'loop.test', text: `${www('CNAME round')}\nround CNAME www`, code: 'dns-cname-loop' },
  { zone: 'inuse.test', text: www('CNAME app.azurewebsites.net.'), code: 'dns-name-in-use', says: 'Azure App Service' },
  { zone: 'dname.test', text: 'old DNAME new\nwww.new A 20.0.0.66', name: 'www.old.dname.test', code: 'dns-dname', says: 'new.dname.test' },
  { zone: 'wild.test', text: '* A 20.0.0.66', code: 'dns-wildcard' },
  { zone: 'ttl.test', text: 'www 86400 A 20.0.0.66', code: 'dns-ttl-high' },
  { zone: 'delegation.test', text: www(), listed: ['one', 'two'], second: { text: www() }, code: 'dns-delegation-differs', says: 'ns2.delegation.test' },
  { zone: 'lame.test', text: www(), delegated: ['one', 'parent'], code: 'dns-server-lame', says: 'ns4.lame.test' },
  { zone: 'refused.test', text: www(), delegated: ['one', 'two'], code: 'dns-server-refused', says: 'ns2.refused.test' },
  { zone: 'closed.test', text: www(), delegated: ['one', 'closed'], code: 'dns-server-unreachable', says: 'ns3.closed.test' },
  { zone: 'broken.test', text: www(), delegated: ['one', 'two'], second: 'broken', code: 'dns-server-failing', says: 'ns2.broken.test' },
  { zone: 'allclosed.test', delegated: ['closed'], code: 'dns-port-closed' },
  {
    zone: 'nameless.test',
    text: `${www()}\n@ NS ns.gone.test.`,
    delegation: 'nameless.test. NS ns.gone.test.',
    code: 'dns-server-unresolvable',
    says: 'ns.gone.test',
  },
  {
    zone: 'disagree.test',
    text: www(),
    delegated: ['one', 'two'],
    second: { text: www('A 20.0.0.66') },
    code: 'dns-servers-disagree',
    says: 'same serial',
  },
  { zone: 'bogus.test', text: www(), signed: true, code: 'dns-dnssec-bogus', says: 'system' },
  { zone: 'caa.test', text: `${www()}\n@ CAA 0 issue "digicert.com"`, code: 'dns-caa-forbids', says: 'digicert.com' },
  { zone: 'split.test', text: www(), code: 'dns-split-horizon', says: '10.0.0.5' },
  { zone: 'sub.test', text: 'ml NS ns1.ml\nns1.ml A 192.0.2.2', name: 'www.ml.sub.test', code: 'dns-zone-more-specific', says: 'ml.sub.test' },
  { zone: 'doubled.test', text: `www.doubled.test A ${RIGHT}`, code: 'dns-name-doubled', says: 'www.doubled.test.doubled.test' },
  { zone: 'internal.test', text: '', wanted: '10.1.2.3', code: 'dns-internal-only' },
  { zone: 'uninternal.test', text: '', wanted: '10.1.2.4', code: 'dns-internal-missing' },
  { zone: 'both.test', text: www('A 20.0.0.9'), wanted: '10.1.2.6', code: 'dns-split-horizon', says: '20.0.0.9' },
  { zone: 'public.test', text: www('A 10.1.2.5'), wanted: '10.1.2.5', code: 'dns-private-in-public' },
  { zone: 'xn--bcher-kva.test', text: www(), code: 'dns-name-idn', says: 'bücher.test' },
];

/** Not faults, but what the faults need around them. */
export const OTHERS: readonly Domain[] = [
  { zone: 'azurewebsites.net', text: 'app A 20.0.0.77' },
  { zone: 'ml.sub.test', delegated: ['two'], second: { text: '' } },
  { zone: 'healthy.test', text: www(), delegated: ['one', 'two'], second: 'copy' },
  { zone: 'signed.test', text: www(), signed: true },
  { zone: 'lag.test', text: www('A 20.0.0.66'), delegated: ['one', 'two'], second: 'copy' },
  { zone: 'old.test', text: 'www 120 A 20.0.0.66' },
  { zone: 'remembered.test', text: '' },
];

export const OPTIONS: InternetOptions = {
  trusted: ['signed.test'],
  betrayed: ['bogus.test'],
  inside: ['www.split.test. 60 IN A 10.0.0.5', 'www.internal.test. 60 IN A 10.1.2.3', 'www.both.test. 60 IN A 10.1.2.6'],
};

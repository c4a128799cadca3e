import { code, say } from '../../text/say.ts';
import type { Hoster } from './hoster.ts';

const inSeconds = say('Set {unit} to {seconds}.', '{unit} は {seconds} にしてください。', { unit: code('TTL unit'), seconds: code('Seconds') });

const simple = { type: 'Type', name: 'Name', value: 'Value', ttl: 'TTL' } as const;

/** Hosts of zones whose forms are in English. */
export const WORLDWIDE: readonly Hoster[] = [
  {
    id: 'azure-dns',
    title: 'Azure DNS',
    servers: /\.azure-dns\.(com|net|org|info|us|cn)$/,
    plugin: 'azure-dns',
    form: {
      place: 'DNS zones > (zone) > DNS Management > Recordsets > + Add',
      type: 'Type',
      name: 'Name',
      value: 'IP address',
      ttl: 'TTL',
      apex: '@',
      notes: [inSeconds],
      source: 'https://learn.microsoft.com/azure/dns/dns-getstarted-portal',
    },
  },
  {
    id: 'cloudflare',
    title: 'Cloudflare',
    servers: /\.ns\.cloudflare\.com$/,
    form: {
      ...simple,
      place: 'DNS > Records > Add record',
      value: 'IPv4 address',
      apex: '@',
      notes: [
        say(
          'Set {proxy} to {off}: proxied, the name shows Cloudflare’s addresses and certificate instead of yours.',
          '{proxy} は {off} にしてください。プロキシを有効にすると、Cloudflare のアドレスと証明書が使われます。',
          { proxy: code('Proxy status'), off: code('DNS only') },
        ),
      ],
      source: 'https://developers.cloudflare.com/dns/manage-dns-records/how-to/create-dns-records/',
    },
  },
  {
    id: 'godaddy',
    title: 'GoDaddy',
    servers: /\.domaincontrol\.com$/,
    form: {
      ...simple,
      place: 'Domain Portfolio > (domain) > DNS > DNS Records > Add New Record',
      apex: '@',
      source: 'https://support.notiondesigngroup.com/support/solutions/articles/44002492327-mapping-your-custom-domain-to-your-starter-site-godaddy',
    },
  },
  {
    id: 'namecheap',
    title: 'Namecheap',
    servers: /\.registrar-servers\.com$/,
    form: {
      place: 'Domain List > Manage > Advanced DNS > Host Records > Add New Record',
      type: 'Type',
      typeValue: (type) => `${type} Record`,
      name: 'Host',
      value: 'Value',
      ttl: 'TTL',
      apex: '@',
      source: 'https://www.namecheap.com/support/knowledgebase/article.aspx/9646/10/how-can-i-set-up-a-cname-record-for-my-domain',
    },
  },
  {
    id: 'route53',
    title: 'Amazon Route 53',
    servers: /\.awsdns-\d+\.(com|net|org|co\.uk)$/,
    form: {
      place: 'Route 53 > Hosted zones > (zone) > Create record',
      type: 'Record type',
      name: 'Record name',
      value: 'Value/Route traffic to',
      ttl: 'TTL (seconds)',
      apex: '',
      notes: [say('{policy}: {simple}', '{policy}: {simple}', { policy: code('Routing policy'), simple: code('Simple routing') })],
      source: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values-basic.html',
    },
  },
  {
    id: 'google',
    title: 'Google Cloud DNS / Squarespace Domains',
    servers: /^ns-cloud-[a-z0-9]+\.googledomains\.com$/,
    form: {
      place: 'Cloud DNS > (zone) > Add standard',
      type: 'Resource record type',
      name: 'DNS name',
      value: 'IPv4 Address',
      ttl: 'TTL',
      apex: '',
      source: 'https://cloud.google.com/dns/docs/records',
      notes: [
        inSeconds,
        say(
          'For a domain that came from Google Domains: Squarespace > Domains > DNS > DNS Settings > Custom records > Add record, fields {type}, {name} (the top is {apex}), {data}.',
          'Google Domains から移管されたドメインの場合: Squarespace > Domains > DNS > DNS Settings > Custom records > Add record。項目は {type}、{name} (頂点は {apex})、{data} です。',
          { type: code('Type'), name: code('Name'), apex: code('@'), data: code('Data') },
        ),
      ],
    },
  },
  {
    id: 'squarespace',
    title: 'Squarespace Domains',
    servers: /\.squarespacedns\.com$/,
    form: { place: 'Domains > (domain) > DNS > DNS Settings > Custom records > Add record', type: 'Type', name: 'Name', value: 'Data', ttl: 'TTL', apex: '@' },
  },
  {
    id: 'ionos',
    title: 'IONOS',
    servers: /\.ui-dns\.(com|org|biz|de)$/,
    form: { place: 'Domains & SSL > (domain) > DNS > Add record', type: 'Type', name: 'Host name', value: 'Points to', ttl: 'TTL', apex: '@' },
  },
  {
    id: 'gandi',
    title: 'Gandi',
    servers: /\.gandi\.net$/,
    form: { place: 'Domain > (domain) > DNS Records > Add record', type: 'Type', name: 'Name', value: 'IPv4 address', ttl: 'TTL', apex: '@' },
  },
  {
    id: 'ovh',
    title: 'OVHcloud',
    servers: /\.(ovh\.(net|ca)|anycast\.me)$/,
    form: {
      place: 'Web Cloud > Domain names > (domain) > DNS zone > Add an entry',
      type: 'Field type',
      name: 'Sub-domain',
      value: 'Target',
      ttl: 'TTL',
      apex: '',
      source: 'https://github.com/ovh/docs/blob/develop/pages/web_cloud/domains/dns_zone_edit/guide.en-gb.md',
    },
  },
  {
    id: 'hetzner',
    title: 'Hetzner',
    servers: /\.(ns\.hetzner\.(com|de)|first-ns\.de|second-ns\.(com|de))$|^(robotns\d|helium|hydrogen|oxygen)\./,
    form: { ...simple, place: 'DNS > (zone) > Records > Add record', apex: '@' },
  },
  {
    id: 'digitalocean',
    title: 'DigitalOcean',
    servers: /^ns\d\.digitalocean\.com$/,
    form: {
      place: 'Networking > Domains > (domain) > Create new record',
      type: 'Record type',
      name: 'Hostname',
      value: 'Will direct to',
      ttl: 'TTL (seconds)',
      apex: '@',
    },
  },
  {
    id: 'porkbun',
    title: 'Porkbun',
    servers: /\.ns\.porkbun\.com$/,
    form: { place: 'Domain Management > (domain) > DNS', type: 'Type', name: 'Host', value: 'Answer / Value', ttl: 'TTL', apex: '' },
  },
  {
    id: 'name-com',
    title: 'Name.com',
    servers: /^ns\d[a-z]*\.name\.com$/,
    form: { place: 'My Domains > (domain) > Manage DNS Records', type: 'Type', name: 'Host', value: 'Answer', ttl: 'TTL', apex: '' },
  },
  {
    id: 'network-solutions',
    title: 'Network Solutions',
    servers: /\.worldnic\.com$/,
    form: { place: 'Domains > (domain) > Advanced DNS Records > Add Record', type: 'Type', name: 'Refers to', value: 'IPv4 Address', ttl: 'TTL', apex: '@' },
  },
  {
    id: 'dnsimple',
    title: 'DNSimple',
    servers: /^ns\d(\.|-)dnsimple(-edge)?\.(com|net|org|io)$|\.dnsimple(-edge)?\.(com|net|org|io)$/,
    form: {
      place: 'Domains > (domain) > DNS > Manage > Add > A',
      type: 'Type',
      name: 'Name',
      value: 'IP Address',
      ttl: 'TTL',
      apex: '',
      source: 'https://support.dnsimple.com/articles/manage-a-record/',
    },
  },
  {
    id: 'vercel',
    title: 'Vercel',
    servers: /\.vercel-dns(-\d+)?\.com$/,
    form: { ...simple, place: 'Domains > (domain) > DNS Records > Add', apex: '' },
  },
  {
    id: 'alibaba',
    title: 'Alibaba Cloud DNS',
    servers: /\.(hichina|alidns)\.com$/,
    form: {
      place: 'Alibaba Cloud DNS > (domain) > DNS Settings > Add Record',
      type: 'Record Type',
      name: 'Hostname',
      value: 'Record Value',
      ttl: 'TTL',
      apex: '@',
    },
  },
  {
    id: 'dnspod',
    title: 'Tencent Cloud DNSPod',
    servers: /\.(dnspod\.(net|com)|dnsv\d?\.com)$/,
    form: { place: 'DNSPod > (domain) > Add Record', type: 'Record Type', name: 'Host', value: 'Record Value', ttl: 'TTL', apex: '@' },
  },
];

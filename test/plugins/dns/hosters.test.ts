import { describe, expect, it } from 'vitest';
import type { ChangeEvent, DnsRecord } from '../../../src/core/contracts/index.ts';
import { HOSTERS, hosterOf } from '../../../src/core/dns/hosters/index.ts';
import manual from '../../../src/plugins/dns/manual/index.ts';
import { renderText } from '../../../src/ui/text/render.ts';
import { a, contoso, dnsContext, dnsWorld } from '../../helpers/dns-world.ts';

async function instructed(nameServers: string[], record: DnsRecord, language: 'en' | 'ja' = 'en'): Promise<string> {
  await using world = await dnsWorld([{ ...contoso(), nameServers }]);
  const [change] = await manual.plan([record], dnsContext(world));
  const events: ChangeEvent[] = [];
  for await (const event of change?.apply(dnsContext(world)) ?? []) events.push(event);
  return events.flatMap((event) => (event.type === 'instruct' ? [renderText(event.text, language)] : [])).join('\n');
}

describe('who hosts a zone', () => {
  it.each([
    ['ns1-07.azure-dns.com', 'azure-dns'],
    ['ns41.domaincontrol.com', 'godaddy'],
    ['dns1.registrar-servers.com', 'namecheap'],
    ['kate.ns.cloudflare.com', 'cloudflare'],
    ['ns-1536.awsdns-00.co.uk', 'route53'],
    ['ns-cloud-a1.googledomains.com', 'google'],
    ['ns1045.ui-dns.com', 'ionos'],
    ['ns-12-a.gandi.net', 'gandi'],
    ['dns104.ovh.net', 'ovh'],
    ['01.dnsv.jp', 'onamae'],
    ['dns1.onamae.com', 'onamae'],
    ['ns1.dns.ne.jp', 'sakura'],
    ['dns01.muumuu-domain.com', 'muumuu'],
    ['ns1.xserver.jp', 'xserver'],
    ['ns1.digitalocean.com', 'digitalocean'],
  ])('%s: %s', (label, id) => {
    expect(hosterOf([{ label: 'ns.elsewhere.example' }, { label }])?.id).toBe(id);
  });

  it('is nobody known for servers of one’s own', () => {
    expect(hosterOf([{ label: 'ns1.contoso.com' }, { label: 'azure-dns.com.evil.example' }])).toBeUndefined();
    expect(new Set(HOSTERS.map(({ id }) => id)).size).toBe(HOSTERS.length);
  });
});

describe('the words of a form', () => {
  it.each(['azure-dns', 'cloudflare', 'godaddy', 'namecheap', 'route53', 'google', 'onamae', 'ovh', 'dnsimple'])(
    'of %s were held against a description',
    (id) => {
      expect(HOSTERS.find((hoster) => hoster.id === id)?.form.source).toBeDefined();
    },
  );
});

describe('instructions in the words of the host’s form', () => {
  it('お名前.com, in Japanese', async () => {
    expect((await instructed(['01.dnsv.jp', '02.dnsv.jp'], a('www.contoso.com', '20.0.0.4'), 'ja')).split('\n')).toEqual([
      'お名前.com のゾーン contoso.com (01.dnsv.jp) に次のレコードを設定してください:',
      '  操作: ドメイン > DNS > DNS設定/転送設定 > DNSレコード設定を利用する > 設定する',
      '  TYPE: A',
      '  ホスト名: www (完全な名前: www.contoso.com)',
      '  VALUE: 20.0.0.4',
      '  TTL: 300 (秒)',
      '  状態 は 有効 のまま 追加 を押し、確認画面まで進んで設定してください。途中では反映されません。',
    ]);
  });

  it('Route 53: the top of the zone is an empty name', async () => {
    const text = await instructed(['ns-1.awsdns-00.com'], a('contoso.com', '20.0.0.4'));
    expect(text).toContain('Record name: leave it empty (in full: contoso.com)');
    expect(text).toContain('Value/Route traffic to: 20.0.0.4');
  });

  it('Namecheap: the type as its list has it', async () => {
    const text = await instructed(['dns1.registrar-servers.com'], a('www.contoso.com', '20.0.0.4'));
    expect(text).toContain('At Namecheap');
    expect(text).toContain('Type: A Record');
    expect(text).toContain('Host: www');
  });

  it.each(['ns1-01.azure-dns.com', 'ns-cloud-a1.googledomains.com'])('%s: its TTL has a unit beside it', async (server) => {
    expect(await instructed([server], a('www.contoso.com', '20.0.0.4'))).toContain('Set TTL unit to Seconds');
  });

  it('Cloudflare: never proxied; Azure DNS: it can be done for you', async () => {
    expect(await instructed(['kate.ns.cloudflare.com'], a('www.contoso.com', '20.0.0.4'))).toContain('Proxy status to DNS only');
    expect(await instructed(['ns1-01.azure-dns.com'], a('www.contoso.com', '20.0.0.4'))).toContain('set dns.plugin to azure-dns');
  });
});

import type { ChainLink } from '../../../core/certificates/inspect/chain-view.ts';
import type { CheckedEndpoint } from '../../../core/check/check.ts';
import type { Finding } from '../../../core/contracts/index.ts';
import { code, say, value } from '../../../core/text/say.ts';
import type { CertificateSource } from '../screens/certificates/state.ts';

const FINGERPRINT = '9f2c1ab0d7f0c1b2a3948576e1f2030405060708090a0b0c0d0e0f1011121314';

const soon = (profile: string, days: number): Finding => ({
  code: 'expires-soon',
  severity: 'warning',
  subject: `www.${profile}.com`,
  message: say('The certificate expires in {days} days.', '証明書の有効期限まであと {days} 日です。', { days }),
  next: [say('Renew it: {command}', '更新してください: {command}', { command: code(`amltls renew ${profile}`) })],
});

const incomplete: Finding = {
  code: 'chain-incomplete',
  severity: 'error',
  subject: 'www.fabrikam.com',
  message: say(
    'The intermediate {name} is missing: most clients cannot trust the service.',
    '中間証明書 {name} がありません。ほとんどのクライアントはサービスを信頼できません。',
    {
      name: value('Contoso TLS R1'),
    },
  ),
  next: [say('Deploy the whole chain: the certificate, then its issuers.', 'サーバー証明書、発行者の順にチェーン全体をデプロイしてください。')],
};

const unreachable: Finding = {
  code: 'unreachable-tcp',
  severity: 'error',
  subject: 'aci.contoso.com',
  message: say('Nothing answers at {address}.', '{address} から応答がありません。', { address: value('20.81.5.99:443') }),
  next: [say('See whether the service runs.', 'サービスが動作しているか確認してください。')],
};

const endpoint = (profile: string, host: string, days: number | null): CheckedEndpoint => ({
  profile,
  host,
  addresses: ['20.81.5.17'],
  served:
    days === null
      ? null
      : {
          fingerprintSha256: FINGERPRINT,
          serial: '5ac32265c13a8f64c6941c8f19464bb1',
          subject: `CN=${host}`,
          issuer: 'CN=Contoso TLS R1,O=Contoso',
          notBefore: '2026-09-24T00:00:00Z',
          notAfter: '2027-04-12T00:00:00Z',
          protocol: 'TLSv1.3',
        },
  expected: { fingerprintSha256: FINGERPRINT },
  daysLeft: days,
});

/** What checks saw. */
export const seen = {
  right: { endpoint: endpoint('contoso', 'www.contoso.com', 139), findings: [] },
  wrong: { endpoint: endpoint('fabrikam', 'www.fabrikam.com', 9), findings: [soon('fabrikam', 9), incomplete] },
  silent: { endpoint: endpoint('contoso-aci', 'aci.contoso.com', null), findings: [unreachable] },
} as const;

function link(role: ChainLink['role'], name: string, issuer: string, life: { readonly days: number; readonly share: number }): ChainLink {
  return {
    name,
    role,
    details: {
      fingerprintSha256: FINGERPRINT,
      serial: '5ac32265c13a8f64c6941c8f19464bb1',
      subject: `CN=${name}`,
      issuer: `CN=${issuer}`,
      notBefore: '2026-09-24T00:00:00Z',
      notAfter: '2027-04-12T00:00:00Z',
      names: role === 'leaf' ? [name, 'contoso.com'] : [],
      key: role === 'leaf' ? { kind: 'ec', curve: 'P-256' } : { kind: 'rsa', bits: 4096 },
      signature: 'sha256WithRSA',
      isCa: role !== 'leaf',
      selfIssued: role === 'root',
      spkiSha256: FINGERPRINT,
      daysLeft: life.days,
      shareLeft: life.share,
      lifetimeDays: 200,
      lifetimeLimitDays: role === 'leaf' ? 200 : null,
      pin: 'nywasNfwwbKjlIV24fIDBAUGBwgJCgsMDQ4PEBESExQ=',
      ocsp: [],
      crl: [],
      issuerUrls: [],
      timestamps: 2,
    },
  };
}

/** A chain that is served, with what speaks against it. */
export const certificates: CertificateSource = {
  id: 'served',
  links: [
    link('leaf', 'www.contoso.com', 'Contoso TLS R1', { days: 41, share: 0.2 }),
    link('issuer', 'Contoso TLS R1', 'Contoso Root', { days: 1204, share: 0.66 }),
    link('root', 'Contoso Root', 'Contoso Root', { days: 5210, share: 0.9 }),
  ],
  findings: [soon('contoso', 41)],
};

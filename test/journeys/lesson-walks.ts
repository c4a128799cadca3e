const set = (answers: Readonly<Record<string, string>>): string =>
  Object.entries(answers)
    .map(([key, value]) => `--set ${key}=${value}`)
    .join(' ');

const ATTACHED = {
  'target.plugin': 'aks-attach',
  'target.computeName': 'aks-prod',
  'target.clusterResourceGroup': 'rg-practice',
  'target.clusterName': 'aks1',
};
const pem = (fqdn: string) => ({
  'domain.kind': 'custom',
  'domain.fqdn': fqdn,
  'certificate.plugin': 'pem',
  'certificate.certFile': 'cert.pem',
  'certificate.keyFile': 'key.pem',
  'dns.plugin': 'practice',
});

/** How a learner gets through each lesson: the lines of each task (`t` moves the clock), then the right answers. */
export const WALKS: readonly { readonly lesson: number; readonly tasks: readonly (readonly string[])[]; readonly answers: readonly number[] }[] = [
  {
    lesson: 1,
    tasks: [
      [
        `amltls secure contoso-ms ${set({ 'domain.kind': 'microsoft', 'domain.leafDomainLabel': 'contoso', 'target.plugin': 'aks-provision', 'target.computeName': 'aks-new' })}`,
      ],
      [],
      ['amltls replay contoso-ms'],
    ],
    answers: [2, 3],
  },
  { lesson: 2, tasks: [[`amltls secure contoso ${set({ ...pem('www.contoso.com'), ...ATTACHED })}`], ['amltls replay contoso']], answers: [2, 2] },
  {
    lesson: 3,
    tasks: [
      [`amltls secure scorer ${set({ ...pem('aci.contoso.com'), 'target.plugin': 'aci', 'target.serviceName': 'scorer' })}`],
      ['amltls profile edit scorer --set certificate.certFile=newer-cert.pem --set certificate.keyFile=newer-key.pem', 'amltls replay scorer --yes'],
    ],
    answers: [2, 2],
  },
  { lesson: 4, tasks: [['amltls renew contoso-ms --even-if-early --yes'], ['t'], ['amltls renew contoso-ms --yes']], answers: [1, 2, 2] },
  {
    lesson: 5,
    tasks: [
      ['amltls replay ml --no-wait --yes'],
      ['ca sign --out answer.pem'],
      ['amltls replay ml --yes'],
      [
        `amltls secure auto ${set({ 'domain.kind': 'custom', 'domain.fqdn': 'auto.contoso.com', 'certificate.plugin': 'acme', 'certificate.termsAgreed': 'true', 'target.plugin': 'aci', 'target.serviceName': 'scorer', 'dns.plugin': 'practice' })}`,
      ],
      ['amltls renew --all --due --yes'],
    ],
    answers: [2, 1, 2],
  },
  {
    lesson: 6,
    tasks: [['amltls replay contoso --yes'], ['amltls disable contoso --yes'], ['registrar remove www.contoso.com A'], ['amltls replay contoso --yes']],
    answers: [1, 2],
  },
  {
    lesson: 7,
    tasks: [
      ['amltls profile edit one --set certificate.keyFile=one.key'],
      ['amltls cert convert leaf.pem intermediate.pem leaf.key --out whole', 'amltls profile edit two --set certificate.certFile=whole/fullchain.pem'],
      ['amltls profile edit three --set certificate.certFile=three.pem --set certificate.keyFile=three.key'],
      [
        'amltls cert convert four.pem four.key --passphrase-file passphrase.txt --out plain',
        'amltls profile edit four --set certificate.keyFile=plain/key.pem',
      ],
      ['registrar set old.contoso.com A 203.0.113.10'],
      ['registrar remove www.contoso.com AAAA'],
      [`registrar set contoso.com CAA '0 issue "practice-ca.example"'`],
      ['amltls replay late --yes', 'portal update late-scorer'],
    ],
    answers: [1, 2],
  },
  {
    lesson: 8,
    tasks: [
      ['amltls replay contoso --yes'],
      ['amltls replay contoso --yes'],
      [
        'amltls profile copy contoso fabrikam --set domain.fqdn=www.fabrikam.com --set target.computeName=aks-fab --set target.clusterName=aks2',
        'amltls replay fabrikam --yes',
      ],
      ['amltls schedule contoso > schedule.txt'],
    ],
    answers: [2, 2],
  },
];

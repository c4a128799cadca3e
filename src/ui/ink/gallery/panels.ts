import { say, value } from '../../../core/text/say.ts';
import { diffPanel } from '../screens/answers/diff.ts';
import { answersPanel, createAnswers } from '../screens/answers/panel.ts';
import { certificatesPanel } from '../screens/certificates/panel.ts';
import { createCertificates, receiveSource } from '../screens/certificates/state.ts';
import { checkPanel } from '../screens/check/panel.ts';
import { createCheck, receiveLook } from '../screens/check/state.ts';
import { type Panel, screenOf } from '../screens/panel/panel.ts';
import { createProfiles, profilesPanel } from '../screens/profiles/panel.ts';
import { askLine, linePanel } from '../screens/prompt/panel.ts';
import { createSettings, settingsPanel } from '../screens/settings/panel.ts';
import { createWaits, waitsPanel } from '../screens/waits/panel.ts';
import { certificates, seen } from './looks.ts';
import { trail } from './questions.ts';
import { NOW } from './runs.ts';
import type { Scene } from './scene.ts';

function panel<S extends { readonly scroll: number }, R>(drawn: Panel<S, R>, state: S): Scene {
  return () => Promise.resolve({ steps: [], screen: screenOf(drawn, state) });
}

const HOUR = 3_600_000;

const settings = createSettings({
  file: '/home/you/.config/amltls/settings.json',
  settings: [
    { key: 'theme', values: ['auto', 'dark', 'light', 'mono'], saved: 'dark', value: 'light', from: 'elsewhere', by: 'AMLTLS_THEME' },
    { key: 'language', values: ['auto', 'en', 'ja'], saved: 'auto', value: 'auto', from: 'default', by: 'LANG' },
    { key: 'marks', values: ['auto', 'unicode', 'ascii'], saved: 'unicode', value: 'unicode', from: 'file' },
    { key: 'screen', values: ['full', 'lines'], saved: 'full', value: 'full', from: 'default' },
    { key: 'notify', values: ['on', 'off'], saved: 'off', value: 'off', from: 'file' },
    { key: 'resolvers', values: [], saved: 'system, 1.1.1.1, 8.8.8.8', value: 'system, 1.1.1.1, 8.8.8.8', from: 'default' },
  ],
});

const waits = createWaits([
  {
    what: say('Renewal of {host}', '{host} の更新', { host: value('contoso1a2b3c.eastus.cloudapp.azure.com') }),
    profile: 'contoso',
    environment: 'azure',
    startedAt: NOW - 3 * HOUR,
    deadline: NOW + 5 * HOUR,
    holder: { pid: 4711, host: 'build-7', since: new Date(NOW - HOUR).toISOString() },
    resume: 'amltls watch renewal contoso',
    here: true,
  },
  {
    what: say('DNS of {host}', '{host} の DNS への反映', { host: value('www.fabrikam.com') }),
    profile: 'fabrikam',
    environment: 'sandbox',
    startedAt: NOW - HOUR,
    deadline: null,
    resume: 'amltls watch dns fabrikam',
    here: true,
  },
]);

const checking = receiveLook(
  receiveLook(receiveLook(createCheck(['contoso', 'fabrikam', 'contoso-aci', 'northwind']), 'contoso', seen.right), 'fabrikam', seen.wrong),
  'contoso-aci',
  seen.silent,
);
const chain = receiveSource(createCertificates('contoso', ['served', 'files']), certificates);

const profiles = createProfiles({
  file: '/home/you/amltls.config.yaml',
  profiles: [
    {
      name: 'contoso',
      answers: {
        environment: 'azure',
        'azure.resourceGroup': 'rg-ml',
        'target.plugin': 'aks-attach',
        'target.computeName': 'aks-prod',
        'domain.kind': 'custom',
        'domain.fqdn': 'www.contoso.com',
        'certificate.certFile': './cert.pem',
        'dns.resolvers': ['system', '1.1.1.1'],
      },
    },
    { name: 'scorer', answers: { environment: 'azure', 'target.plugin': 'aci', 'domain.kind': 'none' } },
  ],
  notice: { text: say('{from} was copied to {to}.', '{from} を {to} にコピーしました。', { from: value('contoso'), to: value('scorer') }), severity: 'info' },
});

const answers = createAnswers({ profile: 'contoso', items: trail, changed: new Set(['azure.workspace']), differences: 1 }, 2);
const rename = askLine(
  {
    title: say('Rename {name}', '{name} の名前の変更', { name: value('contoso') }),
    help: say('The new name, and Enter.', '新しい名前を入力して Enter を押してください。'),
    check: () => undefined,
  },
  'contoso',
);
const diff = {
  scroll: 0,
  file: 'amltls.config.yaml',
  before: { azure: { workspace: 'ws-contoso' }, dns: { plugin: 'manual' } },
  after: { azure: { workspace: 'ws-fabrikam' }, dns: { plugin: 'manual', timeout: '4h' } },
};

/** The screens that bring their own drawing. */
export const PANEL_SCENES: Readonly<Record<string, Scene>> = {
  settings: panel(settingsPanel, settings),
  'settings-symbols': panel(settingsPanel, { ...settings, index: 2 }),
  check: panel(checkPanel, checking),
  'check-detail': panel(checkPanel, { ...checking, index: 1, detail: { index: 0, open: false, scroll: 0 } }),
  'check-explained': panel(checkPanel, { ...checking, index: 1, detail: { index: 0, open: false, scroll: 0 }, explained: true }),
  certificates: panel(certificatesPanel, chain),
  'certificates-finding': panel(certificatesPanel, { ...chain, index: 3 }),
  profiles: panel(profilesPanel, profiles),
  'profile-answers': panel(answersPanel, answers),
  'profile-diff': panel(diffPanel, diff),
  'profile-rename': panel(linePanel, rename),
  waits: panel(waitsPanel, waits),
  'waits-none': panel(waitsPanel, createWaits([])),
};

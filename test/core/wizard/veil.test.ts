import { describe, expect, it } from 'vitest';
import type { WizardView } from '../../../src/core/contracts/index.ts';
import { veil } from '../../../src/core/wizard/veil.ts';

const VARIABLE = `\${env:AMLTLS_WORKSPACE}`;
const written = { 'azure.workspace': VARIABLE, 'domain.fqdn': 'www.contoso.com' };
const resolved = { 'azure.workspace': 'ws-secret', 'domain.fqdn': 'www.contoso.com' };
const label = 'Which workspace?';

describe('what came out of a variable', () => {
  it('is never shown, and is the answer again where it is taken as it stands', async () => {
    const hidden = veil(written, resolved);
    expect(hidden.item({ step: 'deploy', key: 'azure.workspace', label, value: 'ws-secret', shown: 'ws-secret' })).toEqual({
      step: 'deploy',
      key: 'azure.workspace',
      label,
      value: VARIABLE,
    });
    const seen: WizardView[] = [];
    const driver = hidden.driver({
      async ask(view) {
        seen.push(view);
        return { type: 'answer', value: view.draft ?? null };
      },
    });
    const view: WizardView = {
      step: 'deploy',
      steps: [],
      position: { question: 1, of: 1 },
      question: { kind: 'text', key: 'azure.workspace', label },
      draft: 'ws-secret',
      trail: [{ step: 'deploy', key: 'azure.workspace', label, value: 'ws-secret' }],
    };
    const context = {} as Parameters<typeof driver.ask>[1];
    expect(await driver.ask(view, context)).toEqual({ type: 'answer', value: 'ws-secret' });
    expect(JSON.stringify(seen)).not.toContain('ws-secret');
  });

  it('is shown like any other once it was changed', () => {
    const changed = { step: 'deploy', key: 'azure.workspace', label, value: 'ws-mine' } as const;
    expect(veil(written, resolved).item(changed)).toBe(changed);
  });
});

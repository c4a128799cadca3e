import { describe, expect, it } from 'vitest';
import type { Question } from '../../../src/core/contracts/index.ts';
import { domainQuestions } from '../../../src/core/domain/questions.ts';
import { type KeyKind, profileKeys } from '../../../src/core/profile/keys.ts';
import { KEY_OWNERS } from '../../../src/core/profile/owners.ts';
import { createRegistry } from '../../../src/core/registry/registry.ts';
import { azureQuestions } from '../../../src/core/wizard/azure-questions.ts';
import { dnsWaitQuestions } from '../../../src/core/wizard/dns-questions.ts';
import { builtIns } from '../../../src/plugins/index.ts';

const KINDS: Readonly<Record<Question['kind'], KeyKind>> = { text: 'text', path: 'text', choice: 'text', number: 'number', confirm: 'boolean', list: 'list' };

function fits(questions: readonly Question[], plugin?: string): void {
  for (const { key, kind } of questions) {
    expect([key, profileKeys.get(key)]).toEqual([key, KINDS[kind]]);
    const owners = KEY_OWNERS[key];
    if (owners !== undefined && plugin !== undefined) expect([key, owners]).toEqual([key, expect.arrayContaining([plugin])]);
  }
}

// One spelling everywhere: what is asked can be written into a profile, and given to --set in the same kind.
describe('every question has its key in the profile schema', () => {
  it('of the core', () => fits([...domainQuestions, ...azureQuestions, ...dnsWaitQuestions]));

  const registry = createRegistry(builtIns);
  const plugins = (['target', 'certificate', 'dns'] as const).flatMap((kind) => registry.ids(kind).map((id) => [kind, id] as const));
  it.each(plugins)('of the %s plugin %s', async (kind, id) => fits((await registry.get(kind, id)).questions, id));
});

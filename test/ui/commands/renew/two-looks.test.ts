import { describe, expect, it } from 'vitest';
import { together } from '../../../../src/ui/commands/renew/renew-many.ts';

describe('two looks at one profile', () => {
  const seen = (status: 'waiting' | 'unchanged' | 'failed' | 'done', changed: boolean) => ({
    name: 'contoso',
    ended: { status, exitCode: 0 as const, changed },
    view: { profile: 'contoso', status, changed },
  });

  it.each([
    ['waiting', true, 'unchanged', false, 'done', true],
    ['waiting', true, 'failed', false, 'failed', true],
    ['waiting', false, 'unchanged', false, 'unchanged', false],
    ['waiting', false, 'done', true, 'done', true],
  ] as const)('%s (changed %s), then %s (changed %s), is %s (changed %s)', (first, begun, then, more, status, changed) => {
    const { ended, view } = together(seen(first, begun), seen(then, more));
    expect(ended).toMatchObject({ status, changed });
    expect(view).toMatchObject({ status, changed });
  });
});

import { expect, test } from 'vitest';
import { createClosers } from '../../../../../src/plugins/environments/sandbox/host/closers.ts';

test('closes the last first, all of them, once, and tells the first failure', async () => {
  const closed: string[] = [];
  const closers = createClosers();
  closers.push(() => closed.push('lock'));
  closers.push(() => {
    closed.push('broken');
    throw new Error('first');
  });
  closers.push(async () => closed.push('server'));
  await expect(closers.close()).rejects.toThrow('first');
  await expect(closers.close()).rejects.toThrow('first');
  expect(closed).toEqual(['server', 'broken', 'lock']);
});

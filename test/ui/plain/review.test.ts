import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { review } from '../../../src/ui/ink/gallery/runs.ts';
import { createPlainDriver } from '../../../src/ui/plain/driver.ts';
import { createLines } from '../../../src/ui/plain/lines.ts';
import { requestLines } from '../../../src/ui/text/plan-lines.ts';
import { createWriter } from '../../../src/ui/text/writer.ts';

async function reviewed(typed: string) {
  const said: string[] = [];
  const input = new PassThrough();
  input.end(typed);
  const lines = createLines(input, () => undefined);
  const note = (line: string) => said.push(line);
  const driver = createPlainDriver({
    lines: () => lines,
    places: { result: note, note },
    writer: createWriter('en', true),
    signal: new AbortController().signal,
    wall: { now: () => 0 },
  });
  return { action: await driver.review(review), said };
}

it('a plan says what changes; what goes over the wire is said when it is asked for, a member a line', async () => {
  const short = await reviewed('yes\n');
  expect(short.action).toEqual({ type: 'approve' });
  expect(short.said.join('\n')).toContain('sslConfiguration.status');
  expect(short.said.join('\n')).not.toContain('PUT /subscriptions/');
  const long = await reviewed('r\nyes\n');
  const at = long.said.findIndex((line) => line.startsWith('PUT /subscriptions/'));
  expect(at).toBeGreaterThan(0);
  expect(long.said[at + 1]).toBe('  {');
  expect(Math.max(...long.said.slice(at + 1).map((line) => line.length))).toBeLessThan(200);
  const body = long.said.slice(at + 1, long.said.indexOf('  }', at) + 1);
  expect(JSON.parse(body.join('\n'))).toMatchObject({ properties: expect.anything() });
});

it('where a plan sends nothing to Azure, that is said', () => {
  const without = { ...review, steps: review.steps.map((step) => ({ ...step, changes: step.changes.map(({ requests: _requests, ...change }) => change) })) };
  expect(requestLines(without, createWriter('en', true)).join(' ')).toContain('No request');
});

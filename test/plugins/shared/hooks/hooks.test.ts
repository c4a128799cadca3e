import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { postJson } from '../../../../src/plugins/shared/hooks/post-json.ts';
import { runCommand } from '../../../../src/plugins/shared/hooks/run-command.ts';
import { tempFolder } from '../../../helpers/temp-folder.ts';

const never = new AbortController().signal;
const node = (script: string, cwd: string, more: { readonly timeoutMs?: number; readonly signal?: AbortSignal; readonly args?: readonly string[] } = {}) =>
  runCommand(
    { program: process.execPath, args: ['-e', script, ...(more.args ?? [])], cwd, input: '{"a":1}\n', timeoutMs: more.timeoutMs ?? 20_000 },
    more.signal ?? never,
  );

describe('a command hook', () => {
  it('gets its message on stdin and its arguments as they are, in the folder of the profile file', async () => {
    const cwd = await tempFolder();
    const script = "require('fs').writeFileSync('got.json', JSON.stringify([require('fs').readFileSync(0, 'utf8'), process.argv[1]]))";
    expect(await node(script, cwd, { args: ['$(touch x) "; rm *'] })).toMatchObject({ ok: true, reason: 'exit code 0' });
    expect(JSON.parse(await readFile(join(cwd, 'got.json'), 'utf8'))).toEqual(['{"a":1}\n', '$(touch x) "; rm *']);
    await expect(stat(join(cwd, 'x'))).rejects.toThrow();
  });

  it('reports how it ended, and does not mind that nobody read its message', async () => {
    const cwd = await tempFolder();
    expect(await node("console.error('why'); process.exit(7)", cwd)).toEqual({ ok: false, reason: 'exit code 7', said: 'why\n' });
    expect(await runCommand({ program: './none', args: [], cwd, input: '', timeoutMs: 1000 }, never)).toMatchObject({ ok: false, reason: 'ENOENT' });
  });

  it('is ended with all that it started when its time is up', async () => {
    const cwd = await tempFolder();
    const grandchild = "require('fs').writeFileSync('pid', String(process.pid)); setInterval(() => undefined, 1000)";
    const script = `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(grandchild)}], { stdio: 'inherit' }); setInterval(() => undefined, 1000)`;
    const stop = new AbortController();
    const running = node(script, cwd, { signal: stop.signal });
    const pid = Number(await vi.waitFor(async () => (await readFile(join(cwd, 'pid'), 'utf8')) || Promise.reject(new Error('not yet')), { timeout: 10_000 }));
    stop.abort();
    expect(await running).toMatchObject({ ok: false, reason: 'interrupted' });
    await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow(), { timeout: 10_000 });
    expect(await node('setInterval(() => undefined, 1000)', cwd, { timeoutMs: 150 })).toMatchObject({
      ok: false,
      reason: expect.stringContaining('still running'),
    });
  });

  it('is over when it ends, though something it left behind holds its output', async () => {
    const script = `require('child_process').spawn(process.execPath, ['-e', 'setTimeout(() => undefined, 3000)'], { stdio: 'inherit', detached: true }).unref()`;
    const before = performance.now();
    expect(await node(script, await tempFolder())).toMatchObject({ ok: true });
    expect(performance.now() - before).toBeLessThan(2900);
  });
});

async function server(answer: (request: IncomingMessage, body: string) => { status: number; location?: string } | undefined): Promise<string> {
  const listening = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const answered = answer(request, body);
    if (answered === undefined) return;
    response.writeHead(answered.status, answered.location === undefined ? {} : { location: answered.location }).end();
  }).listen(0, '127.0.0.1');
  await new Promise((done) => listening.once('listening', done));
  onTestFinished(() => void listening.closeAllConnections());
  onTestFinished(() => void listening.close());
  return `http://127.0.0.1:${(listening.address() as AddressInfo).port}/hook`;
}

describe('a webhook', () => {
  it('gets the JSON, and 2xx is what counts', async () => {
    const seen: string[] = [];
    const url = await server(({ method, headers }, body) => {
      seen.push(`${method} ${headers['content-type']} ${body}`);
      return { status: seen.length === 1 ? 204 : 500 };
    });
    expect(await postJson(url, '{"a":1}', 5_000, never)).toMatchObject({ ok: true, reason: 'HTTP 204' });
    expect(await postJson(url, '{}', 5_000, never)).toMatchObject({ ok: false, reason: 'HTTP 500' });
    expect(seen[0]).toBe('POST application/json {"a":1}');
  });

  it('follows no redirect, waits no longer than its time, and says what the network said', async () => {
    const hits: string[] = [];
    const target = await server(({ url }) => {
      hits.push(url ?? '');
      return { status: 200 };
    });
    expect(await postJson(await server(() => ({ status: 307, location: target })), '{}', 5_000, never)).toMatchObject({ ok: false, reason: 'HTTP 307' });
    expect(hits).toEqual([]);
    expect(await postJson(await server(() => undefined), '{}', 150, never)).toMatchObject({ ok: false, reason: expect.stringContaining('no answer') });
    expect(await postJson('http://127.0.0.1:1/', '{}', 5_000, never)).toMatchObject({ ok: false, reason: 'ECONNREFUSED' });
  });
});

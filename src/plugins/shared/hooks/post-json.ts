import { isLoopback } from '../net/is-loopback.ts';
import type { HookRun } from './run-command.ts';

/**
 * Posts JSON, through the proxy of the environment where there is one. A redirect is not followed: only the trusted URL is told.
 * Never throws. @param timeoutMs wall time
 */
export async function postJson(url: string, body: string, timeoutMs: number, signal: AbortSignal): Promise<HookRun> {
  const rest = await import('@azure/core-rest-pipeline');
  const pipeline = rest.createEmptyPipeline();
  if (!isLoopback(url)) pipeline.addPolicy(rest.proxyPolicy());
  const request = rest.createPipelineRequest({
    url,
    method: 'POST',
    headers: rest.createHttpHeaders({ 'content-type': 'application/json', 'user-agent': 'amltls' }),
    body,
    timeout: timeoutMs,
    abortSignal: signal,
    allowInsecureConnection: isLoopback(url),
    disableKeepAlive: true,
  });
  try {
    const { status } = await pipeline.sendRequest(rest.createDefaultHttpClient(), request);
    return { ok: status >= 200 && status < 300, reason: `HTTP ${status}`, said: '' };
  } catch (thrown) {
    if (signal.aborted) return { ok: false, reason: 'interrupted', said: '' };
    if (thrown instanceof Error && thrown.name === 'AbortError') return { ok: false, reason: `no answer after ${Math.round(timeoutMs / 1000)} s`, said: '' };
    return { ok: false, reason: thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : 'network', said: '' };
  }
}

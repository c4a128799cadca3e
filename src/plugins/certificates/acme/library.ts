import { fail } from '../../../core/problems/problem-error.ts';
import { say } from '../../../core/text/say.ts';
import { transports } from './transport.ts';

export type Acme = typeof import('acme-client');

let loaded: Promise<Acme> | undefined;

/** The library, loaded at the first order; its requests go through the transport of whoever calls it. */
export function loadAcme(): Promise<Acme> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Acme> {
  const module: Acme & { readonly default?: Acme } = await import('acme-client');
  const acme = module.default ?? module;
  // The library would wait for hours by itself, silently, and forget what the authority said.
  acme.axios.defaults.adapter = async (config) => {
    const transport = transports.getStore() ?? fail(noTransport());
    const { status, headers, body } = await transport.send({
      method: config.method ?? 'get',
      url: config.url ?? '',
      headers: Object.fromEntries(Object.entries(config.headers.toJSON()).map(([name, text]) => [name, String(text)])),
      body: typeof config.data === 'string' ? config.data : undefined,
    });
    return { status, statusText: '', headers, data: body, config, request: undefined };
  };
  return acme;
}

function noTransport() {
  return {
    code: 'acme-no-transport',
    owner: 'amltls' as const,
    message: say('A request to the authority had no way to go.', '証明機関への要求を送信できませんでした。'),
    next: [say('Report this with {command}.', '{command} で報告してください。', { command: { code: 'amltls report' } })],
  };
}

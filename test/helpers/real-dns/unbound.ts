import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort, programPath, startDaemon } from './daemon.ts';

export interface UnboundOptions {
  /** Zones and the port of the server that has them. */
  readonly stubs: Readonly<Record<string, number>>;
  /** DS records that are believed. */
  readonly anchors?: readonly string[];
  /** Answers that only the inside gets: `www.split.test. A 10.0.0.5`. */
  readonly inside?: readonly string[];
}

/** Unbound on a port of loopback: caches and validates. */
export async function startUnbound(folder: string, { stubs, anchors = [], inside = [] }: UnboundOptions): Promise<AsyncDisposable & { readonly port: number }> {
  const port = await freePort();
  const config = join(folder, 'unbound.conf');
  const lines = [
    'server:',
    ' interface: 127.0.0.1',
    ` port: ${port}`,
    ' do-daemonize: no',
    ' use-syslog: no',
    ' logfile: ""',
    ' chroot: ""',
    ' username: ""',
    ` directory: "${folder}"`,
    ' pidfile: ""',
    ' access-control: 127.0.0.0/8 allow',
    ' do-not-query-localhost: no',
    ' module-config: "validator iterator"',
    ' qname-minimisation: no',
    ' aggressive-nsec: no',
    ' local-zone: "test." nodefault',
    ...anchors.map((anchor) => ` trust-anchor: "${anchor}"`),
    ...inside.map((record) => ` local-data: "${record}"`),
    'remote-control:',
    ' control-enable: no',
    ...Object.entries(stubs).flatMap(([zone, at]) => ['stub-zone:', ` name: "${zone}"`, ` stub-addr: 127.0.0.1@${at}`]),
  ];
  await writeFile(config, `${lines.join('\n')}\n`);
  const daemon = await startDaemon(programPath('unbound', 'unbound'), ['-d', '-c', config], port);
  return { port, [Symbol.asyncDispose]: () => daemon[Symbol.asyncDispose]() };
}

import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freshHome, type Home } from '../../helpers/bin.ts';

export const FIXTURES = join(import.meta.dirname, '../../fixtures/plugins');

export interface Project {
  readonly home: Home;
  readonly folder: string;
  /** The built bin in the practice Azure, its clock fast. */
  run(args: readonly string[], env?: Readonly<Record<string, string>>): ReturnType<Home['run']>;
  /** Everything that was written below the home folder, as one text: for what must be nowhere. */
  allFiles(except: (path: string) => boolean): Promise<string>;
}

const SECURE = {
  target: 'target: { plugin: aks-attach, computeName: aks-prod, clusterResourceGroup: rg-practice, clusterName: aks1 }',
  domain: 'domain: { kind: custom, fqdn: www.contoso.com }',
};

/** A folder with a profile file, plugins copied beside it; `profiles`: name → its dns section, or whole lines. */
export async function project(options: {
  readonly plugins: readonly string[];
  readonly install?: readonly string[];
  readonly certificate?: string;
  readonly dns: Readonly<Record<string, string>>;
}): Promise<Project> {
  const home = await freshHome();
  const { folder } = home;
  for (const name of options.install ?? []) await cp(join(FIXTURES, name), join(folder, 'node_modules', name), { recursive: true });
  await mkdir(folder, { recursive: true });
  const profiles = Object.entries(options.dns).map(
    ([name, dns]) =>
      `  ${name}:\n    environment: sandbox\n    ${SECURE.target}\n    ${SECURE.domain}\n    certificate: ${options.certificate ?? '{ plugin: self-signed }'}\n    dns: ${dns}\n`,
  );
  await writeFile(join(folder, 'amltls.config.yaml'), `version: 1\nplugins: ${JSON.stringify(options.plugins)}\nprofiles:\n${profiles.join('')}`, {
    mode: 0o600,
  });
  return {
    home,
    folder,
    run: (args, env = {}) => home.run([...args, '--speed', '2000'], { env }),
    async allFiles(except) {
      const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
      const paths = entries.map((entry) => join(entry.parentPath, entry.name)).filter((path) => !except(path));
      return (await Promise.all(paths.map((path) => readFile(path, 'latin1')))).join('\n');
    },
  };
}

import { keepCompiled } from './host/compile-cache.ts';
import { OLDEST_NODE, VERSION } from './host/version.ts';

// This file is read by any Node there is, however old: nothing newer than import() stands in it, and nothing else is loaded before it has decided.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const flags = process.argv.slice(2);
const end = flags.indexOf('--');

if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
  process.stderr.write(
    /^ja/i.test(process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'] || '')
      ? `amltls には Node.js ${OLDEST_NODE.join('.')} 以降が必要です。これは ${process.versions.node} です。\n`
      : `amltls needs Node.js ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}. Install a newer one from https://nodejs.org.\n`,
  );
  process.exitCode = 2;
} else if ((end === -1 ? flags : flags.slice(0, end)).includes('--version')) {
  process.stdout.write(`${VERSION}\n`);
} else {
  keepCompiled();
  const { start } = await import('./start.ts');
  const { builtIns } = await import('../plugins/index.ts');
  // src/ui/main.ts and dist/main.mjs lie at different depths of the package.
  await start(
    { builtIns, sandbox: () => import('../plugins/environments/sandbox/hosting.ts') },
    new URL(import.meta.url.endsWith('.ts') ? '../../' : '../', import.meta.url),
  );
}

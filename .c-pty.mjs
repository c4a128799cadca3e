import pty from '@lydell/node-pty';
import xterm from '@xterm/headless';
const [,, keys, ...args] = process.argv;
const t = new xterm.Terminal({ cols: 100, rows: 30, allowProposedApi: true });
const p = pty.spawn('/work/main/node_modules/.bin/node', ['/tmp/c-pkg/dist/main.mjs', ...args], { cols: 100, rows: 30, cwd: '/tmp/c-home', env: { ...process.env, TERM: 'xterm-256color', LANG: 'en_US.UTF-8' } });
let exit; p.onExit((e) => { exit = e; });
p.onData((d) => t.write(d));
const screen = () => Array.from({ length: 30 }, (_, i) => t.buffer.active.getLine(t.buffer.active.viewportY + i)?.translateToString(true)).join('\n').trimEnd();
const wait = (ms) => new Promise((r) => setTimeout(r, ms));
await wait(2500); console.log('--- first\n' + screen());
for (const k of JSON.parse(keys)) { p.write(k); await wait(1200); console.log('--- after ' + JSON.stringify(k) + '\n' + screen()); if (exit) break; }
await wait(500); console.log('exit', exit); if (!exit) p.kill();

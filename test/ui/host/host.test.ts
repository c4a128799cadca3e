import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createLog } from '../../../src/ui/host/log.ts';
import { createOutput } from '../../../src/ui/host/output.ts';
import { hasPerson, hasUnicode, wantsPlain } from '../../../src/ui/host/terminal.ts';
import { OLDEST_NODE, VERSION } from '../../../src/ui/host/version.ts';
import { freshHome } from '../../helpers/bin.ts';

const terminal = (more: object = {}) => Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24, ...more });
const seen = (env: Record<string, string>, stdout = terminal(), platform: NodeJS.Platform = 'linux') => ({ stdin: terminal(), stdout, env, platform });

describe('the version', () => {
  it('is that of package.json', async () => {
    const { version, engines } = JSON.parse(await readFile('package.json', 'utf8'));
    expect(VERSION).toBe(version);
    expect(engines.node).toBe(`>=${OLDEST_NODE.join('.')}`);
  });

  it.each([[], ['--version'], ['replay', 'contoso']])('of a node that is too old ends everything with 2: %j', async (...args) => {
    const old = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } })`;
    const ran = await (await freshHome()).run(args, { env: { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(old)}` } });
    expect(ran).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(`Node.js ${OLDEST_NODE.join('.')}`) });
  });
});

describe('output', () => {
  it('hides values of variables, also inside JSON, and keys', async () => {
    const stream = new PassThrough();
    const output = createOutput(stream, new Map([['AMLTLS_X', 'se"cret']]));
    output.line('a se"cret here');
    output.line(JSON.stringify({ x: 'se"cret' }));
    output.line('-----BEGIN PRIVATE KEY-----\nabc\n-----END PRIVATE KEY-----');
    await output.flushed();
    const written = String(stream.read());
    expect(written).toContain(`a \${env:AMLTLS_X} here`);
    expect(written).not.toContain('cret"');
    expect(written).not.toContain('abc');
  });

  it('goes on quietly when nobody reads any more', async () => {
    const gone = new Writable({ write: (_chunk, _encoding, done) => done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })) });
    const output = createOutput(gone, new Map());
    output.line('one');
    await output.flushed();
    output.line('two');
    await output.flushed();
    expect(gone.destroyed).toBe(true);
  });
});

describe('the log', () => {
  it('is redacted JSON lines up to its level, errors with their cause', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'amltls-log-'));
    try {
      const log = createLog(join(folder, 'a.log'), 'info', new Map([['AMLTLS_X', 'hidden-value']]), () => 0);
      log.write('debug', 'not this');
      log.write('error', 'failed with \u001b]52;', { cause: new Error('hidden-value', { cause: new Error('deeper') }) });
      const lines = (await readFile(join(folder, 'a.log'), 'utf8')).trimEnd().split('\n');
      expect(lines).toHaveLength(1);
      const entry = JSON.parse(lines[0] ?? '');
      expect(entry).toMatchObject({
        at: '1970-01-01T00:00:00.000Z',
        level: 'error',
        details: { cause: { message: `\${env:AMLTLS_X}`, cause: { message: 'deeper' } } },
      });
      expect(lines[0]).not.toContain('\u001b');
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('that cannot be written is a problem', () => {
    expect(() => createLog(tmpdir(), 'info', new Map(), () => 0)).toThrow('log-not-writable');
  });
});

describe('the terminal', () => {
  it('has a person only both ways', () => {
    expect(hasPerson(seen({}))).toBe(true);
    expect(hasPerson({ ...seen({}), stdin: new PassThrough() })).toBe(false);
    expect(hasPerson({ ...seen({}), stdout: new PassThrough() as ReturnType<typeof terminal> })).toBe(false);
  });

  it.each([
    [{}, false, false],
    [{}, true, true],
    [{ ACCESSIBLE: '1' }, false, true],
    [{ ACCESSIBLE: '0' }, false, false],
    [{ TERM: 'dumb' }, false, true],
  ])('%j with flag %s is plain: %s', (env, flag, plain) => expect(wantsPlain(seen(env), flag)).toBe(plain));

  it('is plain where it has no size', () => expect(wantsPlain(seen({}, terminal({ columns: 0 })), false)).toBe(true));

  it.each([
    [{ LANG: 'en_US.UTF-8' }, true],
    [{ LANG: 'C' }, false],
    [{ LC_ALL: 'C', LANG: 'en_US.UTF-8' }, false],
    [{ LANG: 'en_US.UTF-8', TERM: 'linux' }, false],
  ])('%j draws Unicode: %s', (env, unicode) => expect(hasUnicode(seen(env))).toBe(unicode));
});

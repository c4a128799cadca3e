import { existsSync } from 'node:fs';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { project } from './project.ts';

const LOUD = `import { writeFileSync } from 'node:fs';
writeFileSync(new URL('./it-ran', import.meta.url), '');
export default { api: 1, kind: 'dns', id: 'loud', title: 'Loud', summary: 'Leaves a trace.', questions: [], plan: async () => [] };
`;

async function validated(id: string) {
  const all = await project({ plugins: ['shelf-dns', './loud.js'], install: ['shelf-dns'], dns: { one: `{ plugin: ${id} }` } });
  await writeFile(join(all.folder, 'loud.js'), LOUD);
  return {
    ...all,
    async validate() {
      const { code, stdout } = await all.run(['profile', 'validate', '--format', 'json']);
      return { code, document: JSON.parse(stdout) };
    },
    trust: async (...specs: string[]) => {
      for (const spec of specs) expect((await all.run(['plugin', 'trust', spec, '--yes'])).code).toBe(0);
    },
  };
}

describe('profile validate where plugins are named', () => {
  it('says what it cannot judge, and runs nothing to find out', async () => {
    const { validate, run, folder } = await validated('loud');
    const { code, document } = await validate();
    expect(code).toBe(0);
    expect(document).toMatchObject({ valid: true, problems: [], findings: [{ code: 'plugin-not-judged', subject: 'profiles.one.dns.plugin' }] });
    expect(document.findings[0].next).toEqual([expect.stringContaining('amltls plugin trust shelf-dns'), expect.stringContaining('./loud.js')]);
    const { stderr, stdout } = await run(['profile', 'validate']);
    expect(stdout + stderr).toMatch(/as far as it could be judged[\s\S]*plugin-not-judged/);
    expect(existsSync(join(folder, 'it-ran'))).toBe(false);
  });

  it('knows the ids of trusted ones, and is sure of a wrong one when all are', async () => {
    const { validate, trust, folder } = await validated('loud');
    await trust('shelf-dns', './loud.js');
    expect(await validate()).toMatchObject({ code: 0, document: { valid: true, findings: [] } });
    const file = join(folder, 'amltls.config.yaml');
    await writeFile(file, (await readFile(file, 'utf8')).replace('plugin: loud', 'plugin: laud'), { mode: 0o600 });
    const wrong = await validate();
    expect(wrong).toMatchObject({ code: 2, document: { valid: false, findings: [] } });
    expect(wrong.document.problems).toMatchObject([{ key: 'profiles.one.dns.plugin', message: expect.stringContaining('loud?') }]);
  });

  it('cannot judge the id of one that has changed since', async () => {
    const { validate, trust, folder } = await validated('loud');
    await trust('shelf-dns', './loud.js');
    await appendFile(join(folder, 'loud.js'), '// more\n');
    const { document } = await validate();
    expect(document.findings).toMatchObject([{ message: expect.stringMatching(/\.\/loud\.js/), next: [expect.stringContaining('./loud.js')] }]);
    expect(document.findings[0].message).not.toContain('shelf-dns');
  });
});

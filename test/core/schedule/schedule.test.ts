import { execFile, spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { scheduleUnit } from '../../../src/core/schedule/schedule.ts';
import { SCHEDULERS, type ScheduleWish, timesOf } from '../../../src/core/schedule/unit.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';

const run = promisify(execFile);
const has = (program: string) => spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;

const wish: ScheduleWish = {
  profiles: ['contoso', 'contoso-ms'],
  node: '/opt/node 24/bin/node',
  bin: "/home/o'neil/100%/dist/amltls.mjs",
  profileFile: '/home/o\'neil/a $b "c"/amltls.config.yaml',
  relativeFile: 'deploy/amltls.config.yaml',
  version: '1.2.3',
};
const ARGUMENTS = ['renew', '--due', 'contoso', 'contoso-ms', '--no-wait', '--config', wish.profileFile];
const contentsOf = async (scheduler: (typeof SCHEDULERS)[number], given: ScheduleWish = wish) =>
  (await scheduleUnit(scheduler, given)).files.map(({ content }) => content);

describe('what a scheduler needs', () => {
  it('runs every six hours at a minute of its own, always the same', () => {
    const { minute, hours } = timesOf(wish);
    expect(timesOf(wish)).toEqual({ minute, hours });
    expect(hours.map((hour) => hour - (hours[0] ?? 0))).toEqual([0, 6, 12, 18]);
    expect(hours.at(-1)).toBeLessThan(24);
    const minutes = new Set(Array.from({ length: 200 }, (_, at) => timesOf({ profileFile: `/p/${at}` }).minute));
    expect(minutes.size).toBeGreaterThan(40);
    expect([...minutes].every((each) => each >= 0 && each < 60)).toBe(true);
  });

  it('renews what comes later, too, where no profile is named', async () => {
    expect((await contentsOf('cron', { ...wish, profiles: [] }))[0]).toContain('renew --due --no-wait');
    expect((await contentsOf('github', { ...wish, profiles: [] }))[0]).toContain('check --all');
  });

  it.each(SCHEDULERS)('%s: says where it goes and what to type', async (scheduler) => {
    const { files, commands, notes } = await scheduleUnit(scheduler, wish);
    expect(files.length).toBeGreaterThan(0);
    expect(commands.length).toBeGreaterThan(0);
    expect(notes.length).toBeGreaterThan(0);
  });

  it.runIf(has('systemd-analyze'))('systemd takes the units', async () => {
    const folder = await tempFolder();
    const { files } = await scheduleUnit('systemd', { ...wish, node: process.execPath });
    const paths = await Promise.all(
      files.map(async ({ path, content }) => {
        const to = join(folder, basename(path));
        await writeFile(to, content);
        return to;
      }),
    );
    const { stderr } = await run('systemd-analyze', ['--user', 'verify', ...paths], { env: { ...process.env, XDG_RUNTIME_DIR: folder } });
    expect(stderr).toBe('');
  });

  it('systemd: nothing in a path is read as a specifier or a variable', async () => {
    const [service = ''] = await contentsOf('systemd');
    const line = /^ExecStart=(.*)$/m.exec(service)?.[1] ?? '';
    const words = [...line.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, word = '']) => word.replace(/\\(.)/g, '$1').replaceAll('%%', '%').replaceAll('$$', '$'));
    expect(words).toEqual([wish.node, wish.bin, ...ARGUMENTS]);
    expect(line.replaceAll('%%', '').replaceAll('$$', '')).not.toMatch(/[%$]/);
  });

  it.runIf(has('sh'))('cron: a shell reads the words as they are', async () => {
    const [line = ''] = await contentsOf('cron');
    const [, command = ''] = /^\d+ [\d,]+ \* \* \* (.*)\n$/.exec(line) ?? [];
    const unescaped = command.replaceAll('\\%', '%');
    expect(command.replaceAll('\\%', '')).not.toContain('%');
    const { stdout } = await run('sh', ['-c', `printf '%s\\n' ${unescaped}`]);
    expect(stdout.trimEnd().split('\n')).toEqual([wish.node, wish.bin, ...ARGUMENTS]);
  });

  it('windows: well-formed, and the arguments come apart as they were', async () => {
    const given = {
      ...wish,
      node: 'C:\\Program Files\\nodejs\\node.exe',
      bin: 'C:\\a & b\\amltls.mjs',
      profileFile: 'C:\\Users\\O"N <x>\\p q\\amltls.config.yaml',
    };
    const [xml = ''] = await contentsOf('windows', given);
    expect(unbalanced(xml)).toEqual([]);
    const text = (tag: string) => unescaped(new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(xml)?.[1] ?? '');
    expect(text('Command')).toBe(given.node);
    expect(argvOf(text('Arguments'))).toEqual([given.bin, ...ARGUMENTS.slice(0, -1), given.profileFile]);
    expect(text('WorkingDirectory')).toBe('C:\\Users\\O"N <x>\\p q');
  });

  it('github: a workflow that may do no more than it needs and runs once at a time', async () => {
    const [text = ''] = await contentsOf('github');
    const workflow = parse(text);
    expect(workflow.permissions).toEqual({ contents: 'read', 'id-token': 'write' });
    expect(workflow.on.schedule[0].cron).toMatch(/^\d+ [\d,]+ \* \* \*$/);
    expect(workflow.concurrency['cancel-in-progress']).toBe(false);
    const runs = workflow.jobs.renew.steps.flatMap((step: { run?: string }) => step.run ?? []);
    expect(runs[0]).toBe('npx --yes amltls@1.2.3 renew --due contoso contoso-ms --no-wait --config deploy/amltls.config.yaml');
    expect(runs[1]).toContain('check contoso contoso-ms');
  });

  it('kubernetes: a volume and a job that never runs twice at once, without rights', async () => {
    const [text = ''] = await contentsOf('kubernetes');
    const [volume, job] = parseAllDocuments(text).map((each) => each.toJS());
    expect(volume).toMatchObject({ kind: 'PersistentVolumeClaim' });
    expect(job).toMatchObject({ apiVersion: 'batch/v1', kind: 'CronJob', spec: { concurrencyPolicy: 'Forbid' } });
    const { spec } = job.spec.jobTemplate.spec.template;
    expect(spec.containers[0].command.slice(0, 5)).toEqual(['npx', '--yes', 'amltls@1.2.3', 'renew', '--due']);
    expect(spec).toMatchObject({ restartPolicy: 'Never', securityContext: { runAsNonRoot: true } });
    expect(spec.volumes.map(({ name }: { name: string }) => name)).toEqual(spec.containers[0].volumeMounts.map(({ name }: { name: string }) => name));
  });
});

/** Tags that do not close in order, and ampersands that begin no entity. */
function unbalanced(xml: string): readonly string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  for (const [tag, end, name = ''] of xml.replace(/^<\?xml[^>]*\?>/, '').matchAll(/<(\/?)([\w:]+)[^<>]*>/g)) {
    if (end === '') open.push(name);
    else if (open.pop() !== name) wrong.push(tag);
  }
  return [...wrong, ...open, ...(xml.match(/&(?!amp;|lt;|gt;|quot;)/g) ?? [])];
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

/** As CommandLineToArgvW does it (Microsoft: "Parsing C command-line arguments"). */
function argvOf(line: string): readonly string[] {
  const words: string[] = [];
  let word: string | undefined;
  let quoted = false;
  for (let at = 0; at < line.length; ) {
    const slashes = /^\\*/.exec(line.slice(at))?.[0].length ?? 0;
    at += slashes;
    const next = line[at];
    if (next === '"') {
      word = (word ?? '') + '\\'.repeat(Math.floor(slashes / 2));
      if (slashes % 2 === 1) word += '"';
      else quoted = !quoted;
      at += 1;
    } else {
      if (slashes > 0) word = (word ?? '') + '\\'.repeat(slashes);
      if (next === ' ' && !quoted) {
        if (word !== undefined) words.push(word);
        word = undefined;
      } else if (next !== undefined) word = (word ?? '') + next;
      at += 1;
    }
  }
  return word === undefined ? words : [...words, word];
}

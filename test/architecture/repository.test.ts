import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './source.ts';

interface Package {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

describe('the repository', () => {
  it('gives a reason for every dependency', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Package;
    const reasons = read('docs/dependencies.md');
    expect([...Object.keys(dependencies), ...Object.keys(devDependencies)].filter((name) => !reasons.includes(`\`${name}\``))).toEqual([]);
  });

  it('names no registry host in the lock file', () => {
    expect(read('package-lock.json')).not.toMatch(/"resolved"|registry\./);
  });

  it('keeps no generated build', () => {
    const tracked = execFileSync('git', ['ls-files'], { cwd: ROOT, encoding: 'utf8' }).split('\n');
    expect(tracked.filter((path) => /^(dist|node_modules|coverage)\//.test(path))).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { exitCodeOf } from '../../../../src/core/problems/problem-error.ts';
import { fileProblem } from '../../../../src/plugins/shared/local/file-problems.ts';

const error = (code: string) => Object.assign(new Error(code), { code });

describe('what a person reads when the file system refuses', () => {
  it.each([
    ['ENOENT', 'read', 'file-missing'],
    ['EACCES', 'read', 'file-unreadable'],
    ['EISDIR', 'read', 'file-is-folder'],
    ['EMFILE', 'read', 'file-unreadable'],
    ['EIO', 'read', 'file-unreadable'],
    ['EACCES', 'write', 'file-not-writable'],
    ['EROFS', 'write', 'file-not-writable'],
    ['ENOTDIR', 'write', 'file-not-writable'],
    ['EEXIST', 'write', 'file-exists'],
    ['ENOSPC', 'write', 'disk-full'],
    ['EDQUOT', 'write', 'disk-full'],
    ['ENFILE', 'write', 'file-not-writable'],
  ] as const)('%s while going to %s: %s, with a next step', (code, doing, expected) => {
    const { problem } = fileProblem(error(code), '/somewhere', doing);
    expect(problem.code).toBe(expected);
    expect(problem.next.length).toBeGreaterThan(0);
  });

  it('ends with 2 where the person named a wrong file, with 1 where the machine gave out', () => {
    expect(exitCodeOf(fileProblem(error('ENOENT'), '/x', 'read').problem)).toBe(2);
    expect(exitCodeOf(fileProblem(error('ENOSPC'), '/x', 'write').problem)).toBe(1);
  });

  it('passes a problem on as it is', () => {
    const known = fileProblem(error('ENOENT'), '/x', 'read');
    expect(fileProblem(known, '/y', 'write')).toBe(known);
  });
});

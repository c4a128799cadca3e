import { describe, expect, it } from 'vitest';
import { type Import, type SourceFile, sourceFiles } from './source.ts';

const files = sourceFiles('src');

function offences(where: (file: SourceFile) => boolean, forbidden: (each: Import, file: SourceFile) => boolean): string[] {
  return files.filter(where).flatMap((file) => file.imports.filter((each) => forbidden(each, file)).map((each) => `${file.path} imports ${each.target}`));
}
const under = (folder: string) => (file: SourceFile) => file.path.startsWith(folder);
const isPackage = (name: string) => (target: string) => target === name || target.startsWith(`${name}/`);
const isVendor = (target: string) => target.startsWith('@azure/');
const isScreen = (target: string) => isPackage('ink')(target) || isPackage('react')(target);

describe('who may import whom', () => {
  it('finds the source', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(files.some((file) => file.imports.length > 3)).toBe(true);
  });

  it('core knows neither plugins nor screens nor vendors', () => {
    expect(
      offences(
        under('src/core/'),
        ({ target }) => target.startsWith('src/plugins') || target.startsWith('src/ui') || isVendor(target) || isScreen(target) || target === 'node:process',
      ),
    ).toEqual([]);
  });

  it('the contracts import only each other', () => {
    expect(offences(under('src/core/contracts/'), ({ target }) => !target.startsWith('src/core/contracts/'))).toEqual([]);
  });

  it('a plugin imports core, the shared folder and itself', () => {
    const own = (path: string) => path.split('/').slice(0, 4).join('/');
    expect(
      offences(
        (file) => /^src\/plugins\/(targets|certificates|dns|environments)\//.test(file.path),
        ({ target }, file) =>
          target.startsWith('src/') && !target.startsWith('src/core/') && !target.startsWith('src/plugins/shared/') && !target.startsWith(`${own(file.path)}/`),
      ),
    ).toEqual([]);
  });

  it('what plugins share knows no plugin and no screen', () => {
    expect(
      offences(
        under('src/plugins/shared/'),
        ({ target }) => target.startsWith('src/') && !target.startsWith('src/core/') && !target.startsWith('src/plugins/shared/'),
      ),
    ).toEqual([]);
  });

  it('the entry points of plugins join core, what plugins share, and the practice Azure', () => {
    const allowed = ['src/core/', 'src/plugins/shared/', 'src/api/', 'src/testing/'];
    const practice = (file: SourceFile) => (file.path.startsWith('src/testing/') ? ['src/plugins/environments/sandbox/'] : []);
    expect(
      offences(
        (file) => /^src\/(api|testing)\//.test(file.path),
        ({ target }, file) => target.startsWith('src/') && ![...allowed, ...practice(file)].some((folder) => target.startsWith(folder)),
      ),
    ).toEqual([]);
    expect(
      offences(
        (file) => !/^src\/(api|testing)\//.test(file.path),
        ({ target }) => /^src\/(api|testing)\//.test(target),
      ),
    ).toEqual([]);
  });

  it('the Kubernetes extension is written as a plugin of anybody: with amltls/plugin, its own files and Node', () => {
    expect(
      offences(
        under('src/plugins/targets/kubernetes-extension/'),
        ({ target }) => target !== 'amltls/plugin' && !target.startsWith('src/plugins/targets/kubernetes-extension/') && !target.startsWith('node:'),
      ),
    ).toEqual([]);
  });

  it('vendor SDKs are imported at first use only', () => {
    expect(offences(under('src/'), ({ target, lazy, typeOnly }) => isVendor(target) && !lazy && !typeOnly)).toEqual([]);
  });

  it('React and Ink live under src/ui/ink', () => {
    expect(
      offences(
        (file) => !file.path.startsWith('src/ui/ink/'),
        ({ target }) => isScreen(target),
      ),
    ).toEqual([]);
  });

  it('the screens are reached by dynamic import', () => {
    expect(
      offences(
        (file) => !file.path.startsWith('src/ui/ink/'),
        ({ target, lazy, typeOnly }) => target.startsWith('src/ui/ink/') && !lazy && !typeOnly,
      ),
    ).toEqual([]);
  });

  it('the drivers do not know one another', () => {
    const drivers = ['src/ui/ink/', 'src/ui/plain/', 'src/ui/headless/'];
    expect(
      offences(
        (file) => drivers.some((folder) => file.path.startsWith(folder)),
        ({ target }, file) => drivers.some((folder) => target.startsWith(folder) && !file.path.startsWith(folder)),
      ),
    ).toEqual([]);
  });

  it('lessons are known to nobody but those who show them: the wizard, the engine, the frame and the commands run as ever', () => {
    const lessons = /^src\/(core\/learn\/lessons|ui\/commands\/learn|ui\/ink\/screens\/(lesson|quiz))\/|^src\/ui\/(ink|plain)\/lesson\.ts$/;
    // The table of commands, what a shell is offered, the home screen's choice, the list of all screens, and the gallery of them.
    const doors = [
      'src/ui/commands/program.ts',
      'src/ui/commands/completion/values.ts',
      'src/ui/commands/home/home.ts',
      'src/ui/ink/screens/screen.ts',
      'src/ui/ink/gallery/learning.ts',
    ];
    expect(
      offences(
        ({ path }) => !lessons.test(path) && !doors.includes(path),
        ({ target }) => lessons.test(target),
      ),
    ).toEqual([]);
  });

  it('only the bin joins core and plugins', () => {
    expect(
      offences(
        (file) => file.path !== 'src/ui/main.ts',
        ({ target }) => target === 'src/plugins/index.ts',
      ),
    ).toEqual([]);
  });
});

describe('what core does without', () => {
  const words: readonly [string, RegExp][] = [
    ['process', /\bprocess\.\w/],
    ['console', /\bconsole\.\w/],
    ['the wall clock', /\bDate\.now\(\)|\bnew Date\(\)/],
    ['timers', /\bset(Timeout|Interval)\(/],
  ];
  it.each(words)('%s', (_, pattern) => {
    expect(
      files
        .filter(under('src/core/'))
        .filter((file) => pattern.test(file.text))
        .map((file) => file.path),
    ).toEqual([]);
  });
});

import type { ExitCode } from '../../core/contracts/index.ts';
import { fail } from '../../core/problems/problem-error.ts';
import { code, say, value } from '../../core/text/say.ts';
import { inkOptions } from './drivers.ts';
import { answer, type Session } from './session.ts';

/** Every screen with practice data, one after another: for those who draw, translate or take pictures. Without a terminal their names. */
export async function gallery(session: Session, name: string | undefined): Promise<ExitCode> {
  const { SCENE_NAMES, showScene } = await import('../ink/gallery/show.ts');
  if (name !== undefined && !SCENE_NAMES.includes(name)) return unknown(name);
  if (!session.person || session.plain) {
    for (const each of SCENE_NAMES) answer(session, each);
    return 0;
  }
  const options = await inkOptions(session, { title: say('Practice Azure', '練習用 Azure'), practice: true }, undefined);
  for (const each of name === undefined ? SCENE_NAMES : [name]) {
    if (await showScene(each, options)) return 130;
  }
  return 0;
}

function unknown(name: string): never {
  return fail({
    code: 'scene-unknown',
    owner: 'you',
    message: say('There is no screen {name}.', '{name} という画面はありません。', { name: value(name) }),
    next: [say('See their names: {command}', '名前の一覧: {command}', { command: code('amltls gallery --plain') })],
  });
}

import { resolve } from 'node:path';
import { findingsOfPair } from '../../../certificates/findings/findings-of-pair.ts';
import { readPair } from '../../../certificates/pair.ts';
import type { Answers } from '../../../contracts/index.ts';
import { ProblemError } from '../../../problems/problem-error.ts';
import { code, say } from '../../../text/say.ts';
import { filesWith } from '../files-below.ts';
import type { Glance } from '../world.ts';
import type { CheckOf } from './schema.ts';
import { type Seen, seen } from './seen.ts';

export async function checkProfile({ has }: CheckOf<'profile'>, { world }: Glance): Promise<Seen> {
  const wanted = say('Folder: a saved profile has {answers}', 'フォルダー: 保存したプロファイルに {answers} がある', {
    answers: code(
      Object.entries(has)
        .map(([key, is]) => `${key}=${is}`)
        .join(', '),
    ),
  });
  const profiles = [...(await world.profiles()).values()];
  const fits = (answers: Answers) => Object.entries(has).every(([key, is]) => answers[key] === is);
  return seen(wanted, profiles.some(fits) ? undefined : say('none does', '該当するものがありません'));
}

/** As every command judges them before it sends anything. */
export async function checkPair({ profile }: CheckOf<'pair'>, { world }: Glance): Promise<Seen> {
  const wanted = say(
    'Folder: certificate and key of profile {profile} are fit to be deployed',
    'フォルダー: プロファイル {profile} の証明書と鍵がデプロイできる状態',
    {
      profile: code(profile),
    },
  );
  const answers = (await world.profiles()).get(profile);
  const fqdn = answers?.['domain.fqdn'];
  const [cert, key] = [answers?.['certificate.certFile'], answers?.['certificate.keyFile']];
  if (typeof fqdn !== 'string' || typeof cert !== 'string' || typeof key !== 'string')
    return seen(wanted, say('the profile names no files', 'プロファイルにファイルの指定がありません'));
  try {
    const { env } = world;
    const pair = readPair(await env.files.read(resolve(world.folder, cert)), await env.files.read(resolve(world.folder, key)));
    // Named as in the profile: the folder is on the screen already.
    const judged = findingsOfPair(pair, {
      certFile: cert,
      keyFile: key,
      names: [fqdn],
      at: env.clock.now(),
      roots: await env.tls.roots(),
      selfSigned: 'error',
    });
    return seen(wanted, judged.find(({ severity }) => severity === 'error')?.message);
  } catch (thrown) {
    if (thrown instanceof ProblemError) return seen(wanted, thrown.problem.message);
    throw thrown;
  }
}

export async function checkFile({ path, contains }: CheckOf<'file'>, { world }: Glance): Promise<Seen> {
  const wanted = say('Folder: {path} holds {text}', 'フォルダー: {path} に {text} が含まれる', { path: code(path), text: code(contains) });
  const { files } = world.env;
  const full = resolve(world.folder, path);
  if ((await files.stat(full)) === undefined) return seen(wanted, say('there is no such file', 'そのファイルはありません'));
  return seen(wanted, (await filesWith(files, full, contains)).length > 0 ? undefined : say('it does not', '含まれていません'));
}

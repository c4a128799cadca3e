import type { ExitCode, JsonObject, Text } from '../../../core/contracts/index.ts';
import { Interrupted } from '../../../core/problems/interrupted.ts';
import { fail } from '../../../core/problems/problem-error.ts';
import { HOOK_EVENTS, type Hook, type Hooks } from '../../../core/profile/hooks.ts';
import { allow, asksFor, type Trusted, trustedBy } from '../../../core/profile/trust.ts';
import { lines } from '../../../core/text/join.ts';
import { code, say, value } from '../../../core/text/say.ts';
import { confirm } from '../confirm.ts';
import { writeDocument } from '../document.ts';
import { needBook } from '../profiles.ts';
import { answer, type Session } from '../session.ts';

/** Lets the profile file read the variables that it names beyond AMLTLS_*, run its hooks, and reach servers inside the network; these and no later ones. */
export async function trustProfile(session: Session): Promise<ExitCode> {
  const { files, host, options } = session;
  const book = await needBook(session);
  const { hooks } = book.parsed;
  const asked = await asksFor(files, book.parsed, book.path);
  const before = await trustedBy(files, host.folders.state, book.path);
  const addresses = asked.addresses ?? [];
  const fresh = {
    env: asked.env.filter((name) => !before.env.includes(name)),
    hooks: asked.hooks === before.hooks ? undefined : asked.hooks,
    addresses: addresses.filter((address) => before.addresses?.includes(address) !== true),
  } satisfies Trusted;
  if (fresh.env.length > 0 || fresh.hooks !== undefined || fresh.addresses.length > 0) {
    const wish = lines([
      ...(fresh.env.length === 0 ? [] : [mayRead(fresh.env)]),
      ...(fresh.addresses.length === 0 ? [] : [mayReach(fresh.addresses)]),
      ...(fresh.hooks === undefined ? [] : [say('It may run these hooks:', '次のフックを実行できるようになります:'), ...hookTexts(hooks)]),
    ]);
    if (!options.yes) {
      if (!session.person) return needsYes(wish);
      const question = say('{wish}\nAllow {file} to do this?', '{wish}\n{file} に許可しますか?', { wish, file: value(book.path) });
      if (!(await confirm(session, question))) throw new Interrupted();
    }
  }
  const same = asked.hooks === before.hooks && asked.env.join() === before.env.join() && addresses.join() === (before.addresses ?? []).join();
  if (!same) await allow(files, host.folders.state, book.path, asked);
  if (options.format !== 'text')
    writeDocument(session, 'profile-trust', { file: book.path, variables: asked.env, hooks: hooksJson(hooks), addresses, exitCode: 0 }, true);
  else if (asked.env.length === 0 && asked.hooks === undefined && addresses.length === 0)
    answer(session, say('{file} asks for nothing that needs trust.', '{file} には許可が必要な項目はありません。', { file: value(book.path) }));
  else {
    if (asked.env.length > 0) answer(session, mayRead(asked.env));
    if (addresses.length > 0) answer(session, mayReach(addresses));
    if (asked.hooks !== undefined) answer(session, lines([say('Its hooks may run:', '次のフックの実行が許可されています:'), ...hookTexts(hooks)]));
  }
  return 0;
}

function mayRead(names: readonly string[]): Text {
  return say('It may read these variables: {names}', '次の環境変数を読み取れます: {names}', { names: code(names.join(', ')) });
}

function mayReach(addresses: readonly string[]): Text {
  return say('It may have these servers asked or written to: {addresses}', '次のサーバーへの問い合わせと書き込みができます: {addresses}', {
    addresses: code(addresses.join(', ')),
  });
}

function hookTexts({ on }: Hooks): readonly Text[] {
  return HOOK_EVENTS.flatMap((event) =>
    on[event].map((hook) => say('  {event}: {what}', '  {event}: {what}', { event: code(event), what: code(JSON.stringify(hookJson(hook))) })),
  );
}

function hooksJson({ on }: Hooks): readonly JsonObject[] {
  return HOOK_EVENTS.flatMap((event) => on[event].map((hook) => ({ event, ...hookJson(hook) })));
}

function hookJson(hook: Hook): JsonObject {
  return hook.kind === 'command' ? { command: hook.argv } : { webhook: hook.url };
}

function needsYes(wish: Text): never {
  return fail({
    code: 'approval-needed',
    owner: 'you',
    message: say('Nobody is here to allow this. {wish}', '許可を対話的に確認できません。{wish}', { wish }),
    next: [say('If it is meant, add {flag}.', '意図したものであれば {flag} を付けてください。', { flag: code('--yes') })],
  });
}

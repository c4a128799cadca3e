import type { Text } from '../../../../core/contracts/index.ts';
import { date, say, value } from '../../../../core/text/say.ts';
import type { Found, Holds } from './state.ts';

export const NOTHING_THERE = say('Nothing lies there yet.', 'その場所にはまだ何もありません。');
export const UNREADABLE = say('It cannot be read.', '読み取れません。');
const folder = (entries: number) => say('A folder with {entries} entries.', 'フォルダー ({entries} 件)。', { entries });
const sizeOf = (bytes: number) => value(bytes < 1024 ? `${bytes} B` : `${(bytes / 1024).toFixed(1)} kB`);

const DAMAGED = say('A part of it is damaged.', '破損している部分があります。');
const NAMES_SHOWN = 3;

/** What a person is told about a path while typing it, a sentence each. `good`: there is something to use. */
export function describeFound(found: Found): { readonly good: boolean; readonly texts: readonly Text[] } {
  if (found.kind === 'nothing') return { good: false, texts: [NOTHING_THERE] };
  if (found.kind === 'unreadable') return { good: false, texts: [UNREADABLE] };
  if (found.kind === 'folder') return { good: false, texts: [folder(found.entries)] };
  const size = sizeOf(found.size);
  const { holds } = found;
  const held = holds === undefined ? undefined : describeHolds(holds, size);
  if (holds !== undefined && held === undefined && holds.damaged)
    return { good: false, texts: [say('A file whose content is damaged ({size}).', '内容が破損しているファイルです ({size})。', { size })] };
  if (holds === undefined || held === undefined)
    return { good: false, texts: [say('A file without certificates or keys ({size}).', '証明書も鍵も入っていないファイルです ({size})。', { size })] };
  return { good: true, texts: [held, ...namesOf(holds), ...(holds.certificates > 0 ? keyOf(holds) : []), ...(holds.damaged ? [DAMAGED] : [])] };
}

type Size = ReturnType<typeof value>;

function describeHolds(holds: Holds, size: Size): Text | undefined {
  if (holds.certificates > 0)
    return say('Certificates in this file: {count} ({size}).', 'このファイルの証明書: {count} 件 ({size})', { count: holds.certificates, size });
  if (holds.key === 'encrypted') return say('A private key, protected by a passphrase ({size}).', 'パスフレーズで保護された秘密鍵です ({size})。', { size });
  if (holds.key === 'plain')
    return holds.keyKind === undefined
      ? say('A private key ({size}).', '秘密鍵です ({size})。', { size })
      : say('A private key without a passphrase: {kind} ({size}).', 'パスフレーズなしの秘密鍵です: {kind} ({size})。', { kind: holds.keyKind, size });
  if (holds.locked) return say('A PFX, protected by a passphrase ({size}).', 'パスフレーズで保護された PFX です ({size})。', { size });
  return holds.request ? say('A certificate signing request ({size}).', '証明書署名要求です ({size})。', { size }) : undefined;
}

function namesOf({ names, notAfter }: Holds): readonly Text[] {
  if (names.length === 0) return [];
  const shown = value(names.slice(0, NAMES_SHOWN).join(', '));
  const more = names.length - NAMES_SHOWN;
  const list = more > 0 ? say('{names} and {more} more', '{names} ほか {more} 件', { names: shown, more }) : say('{names}', '{names}', { names: shown });
  return [
    notAfter === undefined
      ? say('For {list}.', '対象の名前: {list}', { list })
      : say('For {list}, until {end}.', '対象の名前: {list}、有効期限: {end}', { list, end: date(notAfter) }),
  ];
}

function keyOf({ key, keyKind }: Holds): readonly Text[] {
  if (key === 'encrypted') return [say('A private key is in it too, protected by a passphrase.', 'パスフレーズで保護された秘密鍵も入っています。')];
  if (key === 'none') return [];
  return keyKind === undefined
    ? [say('A private key is in it too.', '秘密鍵も入っています。')]
    : [say('A private key is in it too, without a passphrase: {kind}.', 'パスフレーズなしの秘密鍵も入っています: {kind}', { kind: keyKind })];
}

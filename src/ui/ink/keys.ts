import type { Text } from '../../core/contracts/index.ts';
import { say } from '../../core/text/say.ts';
import type { Symbols } from './symbols.ts';

export type KeyName =
  | 'enter'
  | 'escape'
  | 'tab'
  | 'backtab'
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'home'
  | 'end'
  | 'page-up'
  | 'page-down'
  | 'backspace'
  | 'delete'
  | 'word-left'
  | 'word-right'
  | 'word-backspace'
  | `ctrl-${string}`;

/** One key, typed text, or a whole paste: never more than one thing at a time. */
export type Press =
  | { readonly type: 'key'; readonly name: KeyName }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'paste'; readonly text: string };

interface Binding {
  /** Keys by name, letters as they are typed. */
  readonly presses: readonly string[];
  /** As the footer and docs/keys.md show it. */
  readonly shown: string;
  readonly does: Text;
}

/** Every key that the screens know, what it does, and how it is shown: the only such list. */
export const KEYS = {
  accept: { presses: ['enter'], shown: 'Enter', does: say('accept', '決定') },
  choose: { presses: ['enter'], shown: 'Enter', does: say('choose', '選択') },
  add: { presses: ['enter'], shown: 'Enter', does: say('add', '追加') },
  finish: { presses: ['enter'], shown: 'Enter', does: say('done', '完了') },
  change: { presses: ['enter'], shown: 'Enter', does: say('change', '変更') },
  open: { presses: ['enter'], shown: 'Enter', does: say('details', '詳細') },
  takeUp: { presses: ['enter'], shown: 'Enter', does: say('take up', '再開') },
  saveNow: { presses: ['enter'], shown: 'Enter', does: say('save', '保存') },
  back: { presses: ['escape'], shown: 'Esc', does: say('back', '戻る') },
  close: { presses: ['escape'], shown: 'Esc', does: say('close', '閉じる') },
  clear: { presses: ['escape'], shown: 'Esc', does: say('clear filter', '絞り込み解除') },
  why: { presses: ['?', 'ctrl-y'], shown: '?', does: say('why', '理由') },
  whyWhileTyping: { presses: ['ctrl-y'], shown: 'Ctrl-Y', does: say('why', '理由') },
  tools: { presses: ['e', 'ctrl-o'], shown: 'e', does: say('as code', 'コード表示') },
  toolsWhileTyping: { presses: ['ctrl-o'], shown: 'Ctrl-O', does: say('as code', 'コード表示') },
  later: { presses: ['t', 'ctrl-t'], shown: 't', does: say('time passes', '時間を進める') },
  moreAside: { presses: ['ctrl-n'], shown: 'Ctrl-N', does: say('hint', 'ヒント') },
  glossary: { presses: ['g', 'ctrl-g'], shown: 'g', does: say('glossary', '用語集') },
  glossaryWhileTyping: { presses: ['ctrl-g'], shown: 'Ctrl-G', does: say('glossary', '用語集') },
  move: { presses: ['up', 'down'], shown: 'Up/Down', does: say('move', '移動') },
  moveOrLetters: { presses: ['up', 'down', 'k', 'j'], shown: 'Up/Down j/k', does: say('move', '移動') },
  scroll: { presses: ['up', 'down', 'page-up', 'page-down'], shown: 'Up/Down', does: say('scroll', 'スクロール') },
  pages: { presses: ['page-up', 'page-down'], shown: 'PgUp/PgDn', does: say('page', 'ページ') },
  filter: { presses: ['/'], shown: '/', does: say('filter', '絞り込み') },
  typeToFilter: { presses: [], shown: 'a-z', does: say('filter', '絞り込み') },
  complete: { presses: ['tab'], shown: 'Tab', does: say('complete', '補完') },
  yes: { presses: ['y'], shown: 'y', does: say('yes', 'はい') },
  no: { presses: ['n'], shown: 'n', does: say('no', 'いいえ') },
  switch: { presses: ['left', 'right', 'tab'], shown: 'Left/Right', does: say('switch', '切り替え') },
  copy: { presses: ['c'], shown: 'c', does: say('copy', 'コピー') },
  explain: { presses: ['x'], shown: 'x', does: say('explain', '解説') },
  addHost: { presses: ['a'], shown: 'a', does: say('add a host', 'ホストを追加') },
  again: { presses: ['r'], shown: 'r', does: say('check again', '再確認') },
  certificate: { presses: ['v', 'ctrl-x'], shown: 'v', does: say('certificate', '証明書') },
  certificateWhileTyping: { presses: ['ctrl-x'], shown: 'Ctrl-X', does: say('certificate', '証明書') },
  rename: { presses: ['n'], shown: 'n', does: say('rename', '名前の変更') },
  remove: { presses: ['d', 'delete'], shown: 'd', does: say('remove', '削除') },
  save: { presses: ['s'], shown: 's', does: say('save', '保存') },
  requests: { presses: ['r'], shown: 'r', does: say('requests', '要求') },
  transcript: { presses: ['n'], shown: 'n', does: say('as nslookup', 'nslookup 表示') },
  leaveOpen: { presses: ['q'], shown: 'q', does: say('leave it waiting', '待機のまま終了') },
  leaveRunning: { presses: ['l'], shown: 'l', does: say('leave it running', '実行したまま終了') },
  goOn: { presses: ['w', 'escape'], shown: 'w', does: say('wait', '待つ') },
  suspend: { presses: ['ctrl-z'], shown: 'Ctrl-Z', does: say('back to the shell; fg returns', 'シェルに一時的に戻る (fg で復帰)') },
  leave: { presses: ['ctrl-c'], shown: 'Ctrl-C', does: say('leave', '終了') },
} as const satisfies Record<string, Binding>;

export type KeyId = keyof typeof KEYS;

/** Whether a press is one of a binding's. */
export function is(press: Press, id: KeyId): boolean {
  const binding: Binding = KEYS[id];
  return press.type === 'paste' ? false : binding.presses.includes(press.type === 'key' ? press.name : press.text);
}

/** `↑/↓ move`: how one binding is shown. */
export function shownKey(id: KeyId, symbols: Symbols): string {
  return KEYS[id].shown.replace('Up/Down', `${symbols.up}/${symbols.down}`).replace('Left/Right', symbols.up === '↑' ? '←/→' : 'Left/Right');
}

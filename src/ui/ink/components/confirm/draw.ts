import { say } from '../../../../core/text/say.ts';
import { type Drawn, piece } from '../../layout/rows.ts';
import type { Look } from '../../look.ts';
import type { Confirm } from './state.ts';

const YES = say('Yes', 'はい');
const NO = say('No', 'いいえ');

export function drawConfirm(confirm: Confirm, { look, active }: { readonly look: Look; readonly active: boolean }): Drawn {
  const choice = (wanted: boolean) => {
    const chosen = confirm.value === wanted;
    return [
      piece(chosen ? `${look.symbols.pointer} ` : '  ', active ? 'accent' : 'muted'),
      piece(look.words(wanted ? YES : NO), chosen && active ? 'accent' : 'plain'),
    ];
  };
  return { rows: [choice(true), choice(false)] };
}

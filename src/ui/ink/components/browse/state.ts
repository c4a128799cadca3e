import { is, type Press } from '../../keys.ts';
import { scrolled } from '../../screens/scroll.ts';

/** A list of which one entry is marked; what there is to say about it stands beside or below, or, when it is opened, alone. */
export interface Browse {
  readonly index: number;
  readonly open: boolean;
  /** Offset into what is said. */
  readonly scroll: number;
}

export const BROWSE: Browse = { index: 0, open: false, scroll: 0 };
const PAGE = 10;

/** The list after a press; the same object where the press is not for a list. @param count how many entries there are */
export function reduceBrowse<B extends Browse>(browse: B, count: number, press: Press): B {
  if (browse.open) {
    if (is(press, 'close')) return { ...browse, open: false, scroll: 0 };
    const scroll = scrolled(browse.scroll, press);
    return scroll === browse.scroll ? browse : { ...browse, scroll };
  }
  // A short list needs no paging: what is said about the marked entry may.
  if (count <= PAGE && is(press, 'pages')) return { ...browse, scroll: scrolled(browse.scroll, press) };
  const step = stepOf(press, count, browse.index);
  if (step === undefined || count === 0) return browse;
  const index = Math.max(0, Math.min(count - 1, step));
  return index === browse.index ? browse : { ...browse, index, scroll: 0 };
}

function stepOf(press: Press, count: number, index: number): number | undefined {
  if (press.type === 'paste') return undefined;
  if (is(press, 'moveOrLetters')) {
    const up = press.type === 'key' ? press.name === 'up' : press.text === 'k';
    if (up) return index === 0 ? count - 1 : index - 1;
    return index === count - 1 ? 0 : index + 1;
  }
  if (press.type !== 'key') return undefined;
  switch (press.name) {
    case 'home':
      return 0;
    case 'end':
      return count - 1;
    case 'page-up':
      return index - PAGE;
    case 'page-down':
      return index + PAGE;
    default:
      return undefined;
  }
}

import { truncate, widthOf } from '../../text/width.ts';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** What a reader sees as single characters. */
export function graphemes(text: string): readonly string[] {
  return Array.from(segmenter.segment(text), (part) => part.segment);
}

/** Cut in the middle: for paths and URLs, whose ends say the most. */
export function cutMiddle(text: string, width: number, ellipsis: string): string {
  if (widthOf(text) <= width) return text;
  const room = Math.floor((width - widthOf(ellipsis)) / 2);
  let tail = '';
  for (const unit of graphemes(text).toReversed()) {
    if (widthOf(unit + tail) > room) break;
    tail = unit + tail;
  }
  return truncate(text, width - widthOf(tail), ellipsis) + tail;
}

import type { Span, Text } from '../../../../core/contracts/index.ts';
import { say } from '../../../../core/text/say.ts';

export const GLOSSARY_TITLE = say('Glossary', '用語集');
export const SEARCH = say('Search', '検索');
export const NO_TERM = say('No term matches. Esc shows all again.', '一致する用語がありません。Esc ですべて表示します。');
export const USED_HERE = say('used here', 'この画面の用語');
export const SOURCE = (source: Span | Text): Text => say('Source: {source}', '出典: {source}', { source });
export const SEE = (terms: string): Text => say('See also: {terms}', '関連: {terms}', { terms: { value: terms } });
export const IN_GLOSSARY = (key: string, terms: string): Text =>
  say('In the glossary ({key}): {terms}', '用語集 ({key}): {terms}', { key: { code: key }, terms: { value: terms } });

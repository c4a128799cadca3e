import { say } from '../../../core/text/say.ts';

export const PRACTICE = say('PRACTICE', '練習環境');
export const profileName = (name: string) => say('profile {name}', 'プロファイル {name}', { name: { value: name } });
export const tooSmall = (columns: number, rows: number, least: { readonly columns: number; readonly rows: number }) =>
  say(
    'The terminal is {columns}×{rows}. amltls needs {leastColumns}×{leastRows}: make the window larger. Ctrl-C leaves.',
    '端末の大きさは {columns}×{rows} です。{leastColumns}×{leastRows} 以上に広げてください。Ctrl-C で終了します。',
    {
      columns,
      rows,
      leastColumns: least.columns,
      leastRows: least.rows,
    },
  );

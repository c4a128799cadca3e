import { definePlugin } from '../../../core/contracts/index.ts';
import { say } from '../../../core/text/say.ts';
import { openFromOptions } from './open.ts';

export default definePlugin({
  api: 1,
  kind: 'environment',
  id: 'sandbox',
  title: say('Practice Azure', '練習用 Azure'),
  summary: say('A stand-in on this computer: nothing outside it is touched.', 'このコンピューター内だけで動く模擬環境です。外部には一切影響しません。'),
  questions: [],
  practice: true,
  open: openFromOptions,
});

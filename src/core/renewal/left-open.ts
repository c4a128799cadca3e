import type { Outcome } from '../contracts/index.ts';
import { code, date, say } from '../text/say.ts';
import type { OpenWait } from '../wait/open-wait.ts';
import { EXPECTED_MS } from './schedule.ts';

/** How a renewal ends here that goes on in Azure: its wait stays on the disk. */
export function leftOpen(wait: OpenWait, { changed, exitCode }: { readonly changed: boolean; readonly exitCode: 0 | 3 }): Outcome {
  return {
    type: 'outcome',
    status: 'waiting',
    exitCode,
    changed,
    next: [
      say('Azure usually needs until {date}. Watch it: {command}', '通常は {date} ごろまでかかります。状況の確認: {command}', {
        date: date(wait.startedAt + EXPECTED_MS),
        command: code(wait.resume),
      }),
    ],
  };
}

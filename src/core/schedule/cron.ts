import { say } from '../text/say.ts';
import { shellWord } from '../text/shell-word.ts';
import { renewArguments, type ScheduleUnit, type ScheduleWish, timesOf } from './unit.ts';

/** One line for crontab. */
export function cronUnit(wish: ScheduleWish): ScheduleUnit {
  const { minute, hours } = timesOf(wish);
  const command = [wish.node, wish.bin, ...renewArguments(wish, wish.profileFile)].map(shellWord).join(' ');
  // crontab(5): a % ends the command, wherever it stands.
  const line = `${minute} ${hours.join(',')} * * * ${command.replaceAll('%', '\\%')}\n`;
  return {
    files: [{ path: 'crontab', content: line }],
    commands: ['crontab -e'],
    notes: [
      say('cron mails what it prints, if {variable} is set.', '{variable} を設定すると、出力が cron からメールで送信されます。', {
        variable: { code: 'MAILTO' },
      }),
    ],
  };
}

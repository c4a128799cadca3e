import { win32 } from 'node:path';
import { say } from '../text/say.ts';
import { renewArguments, type ScheduleUnit, type ScheduleWish, timesOf } from './unit.ts';

/** A task for the Windows Task Scheduler. */
export function windowsUnit(wish: ScheduleWish): ScheduleUnit {
  const { minute, hours } = timesOf(wish);
  const two = (number: number) => String(number).padStart(2, '0');
  const triggers = hours
    .map(
      (hour) => `    <CalendarTrigger>
      <StartBoundary>2026-01-01T${two(hour)}:${two(minute)}:00</StartBoundary>
      <RandomDelay>PT30M</RandomDelay>
      <ScheduleByDay><DaysInterval>1</DaysInterval></ScheduleByDay>
    </CalendarTrigger>`,
    )
    .join('\n');
  // No encoding in the declaration: Windows PowerShell and PowerShell 7 save what is piped into a file in different ones.
  const content = `<?xml version="1.0"?>
<Task version="1.4" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Description>Renews the certificates of Azure ML web services that are due</Description>
  </RegistrationInfo>
  <Triggers>
${triggers}
  </Triggers>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StartWhenAvailable>true</StartWhenAvailable>
    <RunOnlyIfNetworkAvailable>true</RunOnlyIfNetworkAvailable>
    <ExecutionTimeLimit>PT1H</ExecutionTimeLimit>
  </Settings>
  <Actions>
    <Exec>
      <Command>${escaped(wish.node)}</Command>
      <Arguments>${escaped([wish.bin, ...renewArguments(wish, wish.profileFile)].map(quoted).join(' '))}</Arguments>
      <WorkingDirectory>${escaped(win32.dirname(wish.profileFile))}</WorkingDirectory>
    </Exec>
  </Actions>
</Task>
`;
  return {
    files: [{ path: 'amltls-renew.xml', content }],
    commands: ['schtasks /Create /TN amltls-renew /XML amltls-renew.xml /RU "%USERDOMAIN%\\%USERNAME%" /RP *'],
    notes: [
      say(
        'Windows asks for your password, so that the task runs while you are signed out.',
        'サインアウト中も実行できるように、Windows がパスワードの入力を求めます。',
      ),
    ],
  };
}

// What CommandLineToArgvW takes apart again.
function quoted(word: string): string {
  if (word !== '' && !/[\s"]/.test(word)) return word;
  return `"${word.replace(/(\\*)"/g, '$1$1\\"').replace(/\\+$/, '$&$&')}"`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

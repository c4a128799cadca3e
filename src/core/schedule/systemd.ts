import { say } from '../text/say.ts';
import { renewArguments, type ScheduleUnit, type ScheduleWish, timesOf } from './unit.ts';

const FOLDER = '~/.config/systemd/user';

/** A service and its timer, for the user's own systemd. */
export function systemdUnit(wish: ScheduleWish): ScheduleUnit {
  const { minute, hours } = timesOf(wish);
  const command = [wish.node, wish.bin, ...renewArguments(wish, wish.profileFile)].map(quoted).join(' ');
  const service = `[Unit]
Description=Renew the certificates of Azure ML web services that are due

[Service]
Type=oneshot
ExecStart=${command}
TimeoutStartSec=1h
NoNewPrivileges=true
`;
  const timer = `[Unit]
Description=Renew the certificates of Azure ML web services every six hours

[Timer]
OnCalendar=*-*-* ${hours.map(two).join(',')}:${two(minute)}:00
RandomizedDelaySec=30min
Persistent=true

[Install]
WantedBy=timers.target
`;
  return {
    files: [
      { path: `${FOLDER}/amltls-renew.service`, content: service },
      { path: `${FOLDER}/amltls-renew.timer`, content: timer },
    ],
    commands: ['systemctl --user daemon-reload', 'systemctl --user enable --now amltls-renew.timer', 'loginctl enable-linger'],
    notes: [
      say('{linger} lets it run while you are not signed in.', '{linger} により、サインインしていない間も実行されます。', {
        linger: { code: 'enable-linger' },
      }),
    ],
  };
}

// systemd.service(5), "Command lines": specifiers and variables are read inside quotes, too.
function quoted(word: string): string {
  return `"${word.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('%', '%%').replaceAll('$', '$$$$')}"`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

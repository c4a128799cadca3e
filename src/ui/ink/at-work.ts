import { redactText } from '../../core/redact/redact.ts';
import { clipboard } from './clipboard.ts';
import type { Aside } from './frame/aside.ts';
import { is, type Press } from './keys.ts';
import { copied, inFlight, type RunScreen, withTranscript } from './screens/run/state.ts';
import type { Screen } from './screens/screen.ts';
import { scrolled } from './screens/scroll.ts';

export interface AtWorkOptions {
  readonly aside?: Aside;
  readonly stdout: Pick<NodeJS.WritableStream, 'write'>;
  /** Ctrl-C where no question is open. */
  interrupt(): void;
  /** The key that leaves a wait that lies on the disk. */
  leave?(): void;
}

/** What keys do while work is shown and nothing waits for an answer. */
export interface AtWork {
  press(screen: Screen, press: Press): void;
  /** What the service has begun goes on by itself: a person is told so once, a second Ctrl-C is not questioned. */
  leave(screen: Screen): void;
}

export function createAtWork(options: AtWorkOptions, show: (screen: Screen) => void): AtWork {
  const asked = ({ leaving: _leaving, ...rest }: RunScreen, press: Press): void => {
    if (is(press, 'leaveRunning')) options.interrupt();
    else if (is(press, 'goOn')) show(rest);
  };
  // What a redaction would change is not copied, whoever says it may be.
  const copy = (screen: RunScreen, text: string): void => {
    if (redactText(text) !== text) return;
    options.stdout.write(clipboard(text));
    show(copied(screen));
  };
  return {
    press(screen, press) {
      if (screen.type !== 'run') return;
      if (screen.leaving === true) asked(screen, press);
      else if (is(press, 'transcript') && screen.wait?.rows !== undefined) show(withTranscript(screen));
      else if (is(press, 'later') && options.aside?.later !== undefined) options.aside.later();
      else if (is(press, 'leaveOpen') && screen.wait?.resume !== undefined) options.leave?.();
      else if (is(press, 'copy') && screen.instruction?.copy !== undefined) copy(screen, screen.instruction.copy);
      else show({ ...screen, scroll: scrolled(screen.scroll, press) });
    },
    leave(screen) {
      if (screen.type === 'run' && screen.leaving === undefined && inFlight(screen)) show({ ...screen, leaving: true });
      else options.interrupt();
    },
  };
}

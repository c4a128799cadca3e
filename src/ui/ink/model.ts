import type { Text, WizardView } from '../../core/contracts/index.ts';
import type { AsideView } from './frame/aside.ts';
import type { Glossary } from './screens/glossary/state.ts';
import type { PanelScreen } from './screens/panel/screen.ts';
import type { Screen } from './screens/screen.ts';

export interface Badge {
  readonly title: Text;
  readonly practice: boolean;
}

/** Columns and rows of the terminal. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** Everything that is on the screen: what is drawn is a function of this and of nothing else. */
export interface Model {
  readonly size: Size;
  readonly environment: Badge;
  readonly profile?: string;
  /** The four steps, once they are known. */
  readonly steps: WizardView['steps'];
  readonly screen: Screen;
  /** Beside the screen, or below it where it is narrow: somebody else's words, and whether a key moves the clock. */
  readonly aside?: { readonly view: AsideView; readonly later: boolean };
  /** Over the screen, until it is closed. */
  readonly glossary?: Glossary;
  /** Over the screen, below the glossary. */
  readonly over?: PanelScreen;
  /** A key shows the certificate that the answers name. */
  readonly certificate?: boolean;
  /** ms of the environment's clock; moves only while something on the screen counts. */
  readonly now: number;
}

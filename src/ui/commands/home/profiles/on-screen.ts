import type { InkDriver } from '../../../ink/driver.ts';
import type { Session } from '../../session.ts';
import type { ProfileUi } from './profile-ui.ts';

const QUIT = { quit: { type: 'quit' } } as const;

export function profilesOnScreen(session: Session, driver: InkDriver): ProfileUi {
  return {
    driver,
    within: driver.within,
    async line(asked, first) {
      const { askLine, linePanel } = await import('../../../ink/screens/prompt/panel.ts');
      return await driver.panel(askLine(asked, first), linePanel, QUIT);
    },
    async yesNo(asked) {
      const { askYesNo, confirmPanel } = await import('../../../ink/screens/prompt/panel.ts');
      return await driver.panel(askYesNo(asked), confirmPanel, QUIT);
    },
    async answers({ profile, items, changed }, index) {
      const { answersPanel, createAnswers } = await import('../../../ink/screens/answers/panel.ts');
      return await driver.panel(createAnswers({ profile, items, changed, differences: changed.size }, index), answersPanel, QUIT);
    },
    async difference(of) {
      const { diffPanel } = await import('../../../ink/screens/answers/diff.ts');
      return await driver.panel({ ...of, scroll: 0 }, diffPanel, { quit: 'quit' });
    },
    async certificates(name) {
      const { showCertificates } = await import('../../certificates/of-profile.ts');
      return (await showCertificates(session, driver, name)).type;
    },
  };
}

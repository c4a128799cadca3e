import { isAbort } from '../../../core/problems/to-problem.ts';
import type { InkDriver } from '../../ink/driver.ts';
import type { CheckState } from '../../ink/screens/check/state.ts';
import { checkProfiles } from '../check/check-profiles.ts';
import { openEnvironments } from '../check/environments.ts';
import type { Looked } from '../check/looked.ts';
import { findBook } from '../profiles.ts';
import type { Session } from '../session.ts';
import { beside } from './beside.ts';
import type { HomeChoice } from './choose.ts';

type Update = (change: (state: CheckState) => CheckState) => void;

/** All profiles looked at side by side, what is found coming in while the screen is up. */
export async function showCheck(session: Session, driver: InkDriver): Promise<{ readonly choice?: HomeChoice }> {
  const { checkPanel } = await import('../../ink/screens/check/panel.ts');
  const { createCheck, receiveLook } = await import('../../ink/screens/check/state.ts');
  const book = await findBook(session);
  let state = createCheck(book?.names ?? []);
  const live = async (update: Update, left: AbortSignal): Promise<void> => {
    const names = state.rows.flatMap(({ name, seen }) => (seen === undefined ? [name] : []));
    if (names.length === 0) return;
    const receive = ({ endpoint, findings }: Looked) => update((now) => receiveLook(now, endpoint.profile ?? '', { endpoint, findings }));
    await look(beside(session, left), names, receive);
  };
  for (;;) {
    const result = await driver.panel(state, checkPanel, { quit: { type: 'quit' }, live });
    if (result.type === 'quit') return { choice: { type: 'quit', interrupted: true } };
    if (result.type === 'back') return {};
    state = result.state;
    if (result.type !== 'certificate') continue;
    const { showCertificates } = await import('../certificates/of-profile.ts');
    if ((await showCertificates(session, driver, result.name)).type === 'quit') return { choice: { type: 'quit', interrupted: true } };
  }
}

async function look(session: Session, names: readonly string[], receive: (looked: Looked) => void): Promise<void> {
  await using environments = openEnvironments(session);
  const report = { add: receive, end: () => undefined };
  try {
    await checkProfiles(session, environments, { names, all: false, look: { around: true }, report });
  } catch (thrown) {
    if (!isAbort(thrown, session.signal)) throw thrown;
  }
}

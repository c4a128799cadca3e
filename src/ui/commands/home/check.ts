import type { Text } from '../../../core/contracts/index.ts';
import { isAbort, toProblem } from '../../../core/problems/to-problem.ts';
import type { InkDriver } from '../../ink/driver.ts';
import type { CheckRow, CheckState } from '../../ink/screens/check/state.ts';
import type { Given } from '../../ink/screens/prompt/panel.ts';
import { checkHost } from '../check/check.ts';
import { checkProfiles } from '../check/check-profiles.ts';
import { openEnvironments } from '../check/environments.ts';
import { parseHostPort } from '../check/host-port.ts';
import { type Looked, unseenFor } from '../check/looked.ts';
import { findBook } from '../profiles.ts';
import type { Session } from '../session.ts';
import { beside } from './beside.ts';
import { INTERRUPTED, type Left } from './left.ts';

type Update = (change: (state: CheckState) => CheckState) => void;

/** All profiles looked at side by side, and hosts that are named; what is found comes in while the screen is up. */
export async function showCheck(session: Session, driver: InkDriver): Promise<Left> {
  const { checkPanel } = await import('../../ink/screens/check/panel.ts');
  const { createCheck, receiveLook, withHost } = await import('../../ink/screens/check/state.ts');
  const book = await findBook(session);
  let state = createCheck(book?.names ?? []);
  const live = async (update: Update, left: AbortSignal): Promise<void> => {
    const rows = state.rows.filter(({ seen }) => seen === undefined);
    const receive = (name: string, { endpoint, findings }: Looked) => update((now) => receiveLook(now, name, { endpoint, findings }));
    if (rows.length > 0) await look(beside(session, left), rows, receive);
  };
  for (;;) {
    const result = await driver.panel(state, checkPanel, { quit: { type: 'quit' }, live });
    if (result.type === 'quit') return INTERRUPTED;
    if (result.type === 'back') return {};
    state = result.state;
    if (result.type === 'add') {
      const host = await askHost(driver);
      if (host.type === 'quit') return INTERRUPTED;
      if (host.type === 'given') state = withHost(state, host.value);
    }
    if (result.type === 'certificate') {
      const { showCertificates } = await import('../certificates/of-profile.ts');
      if ((await showCertificates(session, driver, result.name)).type === 'quit') return INTERRUPTED;
    }
  }
}

async function askHost(driver: InkDriver): Promise<Given<string>> {
  const { askLine, linePanel } = await import('../../ink/screens/prompt/panel.ts');
  const { ADD, ADD_HELP } = await import('../../ink/screens/check/messages.ts');
  return await driver.panel(askLine({ title: ADD, help: ADD_HELP, check: refusal }), linePanel, { quit: { type: 'quit' } });
}

/** Why this is no host; undefined where it is one. */
function refusal(text: string): Text | undefined {
  try {
    parseHostPort(text);
    return undefined;
  } catch (thrown) {
    return toProblem(thrown).message;
  }
}

async function look(session: Session, rows: readonly CheckRow[], receive: (name: string, looked: Looked) => void): Promise<void> {
  await using environments = openEnvironments(session);
  const names = rows.flatMap(({ name, host }) => (host === true ? [] : [name]));
  const hosts = rows.flatMap(({ name, host }) => (host === true ? [name] : []));
  const profiles = async () => {
    if (names.length === 0) return;
    const report = { add: (looked: Looked) => receive(looked.endpoint.profile ?? '', looked), end: () => undefined };
    await checkProfiles(session, environments, { names, all: false, look: { around: true }, report });
  };
  const one = async (text: string) => {
    const report = { add: (looked: Looked) => receive(text, looked), end: () => undefined };
    try {
      await checkHost(session, environments, { text, look: { around: true }, report });
    } catch (thrown) {
      if (isAbort(thrown, session.signal)) throw thrown;
      receive(text, unseenFor(toProblem(thrown), undefined, text));
    }
  };
  try {
    await Promise.all([profiles(), ...hosts.map(one)]);
  } catch (thrown) {
    if (!isAbort(thrown, session.signal)) throw thrown;
  }
}

import type { Text } from '../../../../core/contracts/index.ts';
import { code, say, value } from '../../../../core/text/say.ts';
import { plainAnswers } from '../../../plain/answers.ts';
import { plainProfiles } from '../../../plain/profiles.ts';
import { diffLines } from '../../../text/diff-lines.ts';
import { confirm } from '../../confirm.ts';
import { plainDriver } from '../../drivers.ts';
import type { Session } from '../../session.ts';
import { act } from './act.ts';
import type { ProfileUi } from './profile-ui.ts';
import { profilesOf } from './show.ts';

const NEW = say('Type it, or {back} to go back:', '入力してください (戻る場合は {back}):', { back: code('<') });
const TAKE = say('Save this?', '保存しますか?');

/** The profiles line by line, until the person goes back. */
export async function profilesInLines(session: Session): Promise<void> {
  const { writer, signal } = session;
  const ui = await linesUi(session);
  for (;;) {
    const { about, wrong } = await profilesOf(session);
    if (wrong !== undefined) session.lines().say(session.words(wrong.text));
    const profiles = about.profiles.map(({ name, answers }) => ({
      name,
      detail: [answers['target.plugin'], answers['domain.fqdn'] ?? answers['domain.leafDomainLabel'] ?? answers['domain.kind']]
        .filter((part) => part !== undefined)
        .join(', '),
    }));
    const chosen = await plainProfiles({ file: about.file, profiles }, session.lines(), writer, signal);
    if (chosen === undefined) return;
    const acted = await act(session, ui, chosen.action, chosen.name);
    if (acted === 'interrupted') continue;
    if (acted !== undefined) session.lines().say(`${acted.severity === 'error' ? writer.symbols.failed : writer.symbols.done} ${session.words(acted.text)}`);
  }
}

async function linesUi(session: Session): Promise<ProfileUi> {
  const { signal, writer } = session;
  const { words, symbols } = writer;
  const note = (text: Text): void => session.lines().say(words(text));
  return {
    driver: await plainDriver(session),
    within: (_environment, work) => work(),
    async line({ title, check }, first) {
      note(title);
      for (;;) {
        const typed = (await session.lines().read(words(say('{ask} ({first})', '{ask} ({first})', { ask: NEW, first: value(first) })), signal)).trim();
        if (typed === '<' || typed === 'q!') return { type: 'back' };
        const line = typed === '' ? first : typed;
        const refused = check(line);
        if (refused === undefined) return { type: 'given', value: line };
        note(refused);
      }
    },
    async yesNo({ title, help }) {
      note(help);
      return { type: 'given', value: await confirm(session, title) };
    },
    async answers({ profile, items, changed }, index) {
      const chosen = await plainAnswers({ profile, items, changed }, session.lines(), writer, signal);
      if (chosen === undefined) return { type: 'back', index };
      return chosen === 'save' ? { type: 'save', index } : { type: 'change', key: chosen.key, index };
    },
    async difference({ before, after, file }) {
      note(say('What would be saved in {file}:', '{file} に保存される内容:', { file: value(file) }));
      for (const line of diffLines(before, after, symbols)) session.lines().say(`  ${line}`);
      return (await confirm(session, TAKE)) ? 'save' : 'back';
    },
    async certificates(name) {
      const { certificatesOf } = await import('../../certificates/of-profile.ts');
      const { sourceLines } = await import('../../certificates/source-lines.ts');
      await certificatesOf(session, name, (source) => {
        for (const line of sourceLines(source, writer)) session.lines().say(line);
      });
      return 'back';
    },
  };
}

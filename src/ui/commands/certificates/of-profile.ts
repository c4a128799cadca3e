import { domainOf } from '../../../core/domain/domain-of.ts';
import { toProblem } from '../../../core/problems/to-problem.ts';
import { pathsIn } from '../../../core/profile/own-folder.ts';
import { say } from '../../../core/text/say.ts';
import type { InkDriver } from '../../ink/driver.ts';
import type { CertificateSource, CertificatesResult, CertificatesState } from '../../ink/screens/certificates/state.ts';
import { openEnvironment } from '../environment.ts';
import { badgeOf } from '../home/badge-of.ts';
import { beside } from '../home/beside.ts';
import { needBook, useProfile } from '../profiles.ts';
import type { Session } from '../session.ts';
import { certificateOfAnswers } from './of-files.ts';
import { certificateOfService } from './of-service.ts';

const NONE = say('This profile brings no certificate of its own.', 'このプロファイルには独自の証明書がありません。');

/** A profile's certificates on the screen: those that are served, and those of its files. */
export async function showCertificates(session: Session, driver: InkDriver, name: string): Promise<CertificatesResult> {
  const { certificatesPanel } = await import('../../ink/screens/certificates/panel.ts');
  const { createCertificates, receiveSource } = await import('../../ink/screens/certificates/state.ts');
  const shown = (): Promise<CertificatesResult> =>
    driver.panel(createCertificates(name, ['served', 'files']), certificatesPanel, {
      quit: { type: 'quit' },
      live: async (update, left) => {
        const receive = (source: CertificateSource) => update((state: CertificatesState) => receiveSource(state, source));
        try {
          await certificatesOf(beside(session, left), name, receive);
        } catch (thrown) {
          const note = toProblem(thrown).message;
          for (const id of ['served', 'files'] as const) receive({ id, links: [], findings: [], note });
        }
      },
    });
  const badge = await badgeOf(session, name).catch(() => undefined);
  return badge === undefined ? await shown() : await driver.within(badge, shown);
}

/** Those that are served, and those of the profile's files, each as soon as it is known. */
export async function certificatesOf(session: Session, name: string, receive: (source: CertificateSource) => void): Promise<void> {
  const used = await useProfile(session, await needBook(session), name);
  await using env = await openEnvironment(session, used.answers);
  const context = { env, answers: { ...env.defaults, ...used.answers }, signal: session.signal, profile: name, paths: pathsIn(env, used.paths) };
  const domain = domainOf(context.answers);
  const files = async () =>
    domain.kind === 'custom' ? await certificateOfAnswers(session, context, domain.fqdn) : ({ id: 'files', links: [], findings: [], note: NONE } as const);
  await Promise.all([certificateOfService(session, context, domain).then(receive), files().then(receive)]);
}

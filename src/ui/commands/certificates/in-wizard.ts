import type { Context } from '../../../core/contracts/index.ts';
import { domainOf } from '../../../core/domain/domain-of.ts';
import { toProblem } from '../../../core/problems/to-problem.ts';
import type { ShowOverlay } from '../../ink/over.ts';
import type { CertificateSource } from '../../ink/screens/certificates/state.ts';
import { beside } from '../home/beside.ts';
import type { Session } from '../session.ts';

/** The certificate that the answers so far name, over the question that is on the screen. */
export async function certificateOverlay(session: Session, context: Context, show: ShowOverlay): Promise<void> {
  const { certificatesPanel } = await import('../../ink/screens/certificates/panel.ts');
  const { createCertificates, receiveSource } = await import('../../ink/screens/certificates/state.ts');
  show({
    first: createCertificates(String(context.answers['domain.fqdn'] ?? ''), ['files'], true),
    panel: certificatesPanel,
    live: async (update, closed) => {
      const source = await lookAt(beside(session, closed), { ...context, signal: AbortSignal.any([context.signal, closed]) });
      update((state) => receiveSource(state, source));
    },
  });
}

async function lookAt(session: Session, context: Context): Promise<CertificateSource> {
  const { certificateOfAnswers } = await import('./of-files.ts');
  try {
    const domain = domainOf(context.answers);
    if (domain.kind === 'custom') return await certificateOfAnswers(session, context, domain.fqdn);
    return { id: 'files', links: [], findings: [] };
  } catch (thrown) {
    return { id: 'files', links: [], findings: [], note: toProblem(thrown).message };
  }
}

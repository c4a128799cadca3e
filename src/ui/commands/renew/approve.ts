import { Interrupted } from '../../../core/problems/interrupted.ts';
import type { Renewal } from '../../../core/renewal/renewal.ts';
import { say, value } from '../../../core/text/say.ts';
import { confirm } from '../confirm.ts';
import { showPlan } from '../plan.ts';
import { type Session, tell } from '../session.ts';
import type { RenewOptions } from './renew-profile.ts';

/**
 * Whether to go on. Asked once, and only where a person is and something would be sent; too early without anybody to insist is no.
 * @throws Interrupted where a person said no
 */
export async function approveRenewal(session: Session, renewal: Renewal, options: RenewOptions): Promise<'go' | 'too-early'> {
  const { review, early } = renewal;
  const asks = session.person && !session.options.yes;
  if (renewal.underWay) {
    tell(session, say('A renewal is under way: it is gone on with, nothing is sent again.', '更新は既に進行中です。続きから再開し、再送信はしません。'));
    return 'go';
  }
  if ((asks && renewal.pendingChanges > 0 && !review.blocked) || options.showEquivalents === true)
    showPlan(session, renewal, { equivalents: options.showEquivalents ?? false });
  if (early !== undefined && options.evenIfEarly !== true) {
    if (!asks) return 'too-early';
    return (await confirm(session, say('Ask Azure for it all the same?', 'それでも Azure に更新を要求しますか?'))) ? 'go' : 'too-early';
  }
  if (!asks || renewal.pendingChanges === 0 || review.blocked) return 'go';
  const { environment, profile } = review;
  const approved = await confirm(
    session,
    profile === undefined
      ? say('Renew the certificate in {environment}?', '{environment} で証明書を更新しますか?', { environment: environment.title })
      : say('Renew the certificate of {profile} in {environment}?', '{environment} で {profile} の証明書を更新しますか?', {
          profile: value(profile),
          environment: environment.title,
        }),
  );
  if (!approved) throw new Interrupted();
  return 'go';
}

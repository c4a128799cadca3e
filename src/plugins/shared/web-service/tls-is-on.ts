import { ProblemError } from '../../../core/problems/problem-error.ts';
import { type Met, profileCommand } from '../../../core/profile/profile-command.ts';
import { code, say, value } from '../../../core/text/say.ts';

/** Switching TLS off is a decision of its own. @param prefix of the problem's code: the target's */
export function tlsIsOn(prefix: 'aks' | 'aci', name: string, met: Met): ProblemError {
  return new ProblemError({
    code: `${prefix}-tls-is-on`,
    owner: 'you',
    message: say('TLS is on for {name}; it is not switched off in passing.', '{name} の TLS はオンです。ここではオフにしません。', { name: value(name) }),
    next: [
      say('Switch it off with {command}, which says what that means.', '{command} でオフにできます。影響も表示されます。', {
        command: code(profileCommand('disable', met)),
      }),
      say('Or keep TLS: choose another {key}.', 'TLS を維持する場合は {key} を変更してください。', { key: code('domain.kind') }),
    ],
  });
}

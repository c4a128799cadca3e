import type { Problem, Review, RunEvent, Text } from '../contracts/index.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { type Met, profileCommand } from '../profile/profile-command.ts';
import { code, say } from '../text/say.ts';

/** What is wished for beyond renewing. */
export interface RenewalWishes {
  /** Renew although it is not due: what can be had anew is. */
  readonly evenIfEarly: boolean;
  /** Push a certificate that is older than the served one. */
  readonly allowOlder: boolean;
  /** Push the pair that was deployed before the present one. */
  readonly rollback: boolean;
}

/** How one run of it goes. */
export interface RenewalRun {
  /** false: leave what takes long to the next run, or to `watch`. */
  readonly wait: boolean;
  /** ms of the environment's clock for all waits together; what is not over by then is left open. */
  readonly timeoutMs?: number;
  /** Aborted when the person who watches leaves; the wait stays open. */
  readonly leave?: AbortSignal;
}

/** Azure will very likely do nothing before this date. */
export interface Early {
  /** ms since the epoch */
  readonly from: number;
  readonly text: Text;
}

/** A renewal that was looked into and not begun, whichever kind of certificate it is. */
export interface Renewal {
  readonly review: Review;
  /** Changes that would do something. */
  readonly pendingChanges: number;
  readonly early?: Early;
  /** It was asked for before and is not over: running it goes on with it, and sends nothing that was sent. */
  readonly underWay: boolean;
  /** Does it. The last event is the outcome. */
  run(options: RenewalRun): AsyncGenerator<RunEvent, void, void>;
  /** Ends it as too early: nothing is sent. */
  decline(): AsyncGenerator<RunEvent, void, void>;
}

export function nothingToRenew(met: Met): ProblemError {
  return new ProblemError({
    code: 'renew-tls-off',
    owner: 'you',
    message: say('TLS is off in this profile: there is no certificate to renew.', 'このプロファイルでは TLS がオフのため、更新する証明書はありません。'),
    next: [
      say('Set {key} and switch TLS on: {command}', '{key} を設定し、TLS をオンにしてください: {command}', {
        key: code('domain.kind'),
        command: code(profileCommand('replay', met)),
      }),
    ],
  });
}

export function noRollback(): ProblemError {
  return new ProblemError({
    code: 'rollback-microsoft',
    owner: 'you',
    message: say('A Microsoft certificate has no earlier pair that could be pushed.', 'Microsoft 証明書には、元に戻すための以前の証明書がありません。'),
    next: [say('Leave {flag} out.', '{flag} を外してください。', { flag: code('--rollback') })],
  });
}

export function notMicrosoft(): ProblemError {
  return new ProblemError({
    code: 'renew-not-microsoft',
    owner: 'you',
    message: say('Only on AKS does Microsoft issue the certificate.', 'Microsoft が証明書を発行するのは AKS の場合だけです。'),
    next: [say('Bring a certificate of your own: set {key}.', '独自の証明書を使うように {key} を設定してください。', { key: code('domain.kind: custom') })],
  });
}

// The documentation's own sample does both and breaks the host name (facts.md section 0, 2).
export function overwriting(): ProblemError {
  const problem: Problem = {
    code: 'renew-overwrite',
    owner: 'you',
    message: say(
      'Renewing and overwriting the domain at once would give the service another host name and cut off every client.',
      '更新とドメインの上書きを同時に行うとホスト名が変わり、すべてのクライアントが接続できなくなります。',
    ),
    next: [say('Set {key} and renew again.', '{key} に設定してから、もう一度更新してください。', { key: code('domain.overwriteExistingDomain: false') })],
  };
  return new ProblemError(problem);
}

import type { Environment } from '../../../core/contracts/index.ts';
import { fail } from '../../../core/problems/problem-error.ts';
import { code, say } from '../../../core/text/say.ts';
import { isLoopback } from '../../shared/net/is-loopback.ts';
import { outsideClosed } from '../../shared/net/outside.ts';

/** @throws ProblemError `environment-closed` where the environment stays on this machine and the authority does not */
export function refuseOutside(url: string, env: Pick<Environment, 'closed'>): void {
  if (env.closed === true && !isLoopback(url)) fail(outsideAuthority(url));
}

export function outsideAuthority(url: string) {
  return outsideClosed(
    URL.parse(url)?.host ?? url,
    say(
      'Take the authority of this environment ({own}), or name one on this machine as {custom}.',
      'この環境の証明機関 ({own}) を使用するか、このコンピューター上の証明機関を {custom} で指定してください。',
      { own: code('--set certificate.authority=environment'), custom: code('certificate.authority=custom') },
    ),
  );
}

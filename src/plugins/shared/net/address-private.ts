import type { Problem } from '../../../core/contracts/index.ts';
import { code, say, value } from '../../../core/text/say.ts';

/** A profile that is not the user's own names an address inside some network: nothing is sent there unasked. */
export function addressPrivate(name: string): Problem {
  return {
    code: 'dns-address-private',
    owner: 'you',
    message: say(
      'The profile file names {name}, which is no address of the public Internet; nothing is sent there.',
      'プロファイル ファイルで指定されている {name} はパブリックなインターネットのアドレスではないため、送信しません。',
      { name: value(name) },
    ),
    next: [
      say('Look at the file; if the address is meant, allow it: {command}', 'ファイルを確認し、意図したアドレスであれば許可してください: {command}', {
        command: code('amltls profile trust'),
      }),
      say('Or give it on the command line: {command}', 'または、コマンド ラインで指定してください: {command}', {
        command: code(`--set dns.resolvers=${name}`),
      }),
    ],
  };
}

import type { Problem } from '../../../core/contracts/index.ts';
import { code, say, value } from '../../../core/text/say.ts';

export function secretPlace(): Problem {
  return {
    code: 'rfc2136-secret',
    owner: 'you',
    message: say('The TSIG key is referred to, never written into the profile.', 'TSIG キーはプロファイルに書き込まず、保存場所を指定します。'),
    next: [
      say('Give its place: {examples}', '保存場所を指定してください: {examples}', { examples: code('env:AMLTLS_TSIG, file:./tsig.key, keyvault:https://…') }),
    ],
  };
}

export function keyUnreadable(place: string): Problem {
  return {
    code: 'rfc2136-key',
    owner: 'you',
    message: say('{place} holds no TSIG key that can be used.', '{place} に使用できる TSIG キーがありません。', { place: value(place) }),
    next: [
      say(
        'It has to hold the secret in Base64 (then set {name} too), or a key file as {tool} writes it.',
        'Base64 のシークレット (この場合は {name} も指定) または {tool} が出力するキー ファイルを保存してください。',
        { name: code('dns.keyName'), tool: code('tsig-keygen') },
      ),
    ],
  };
}

export function serverInvalid(text: string): Problem {
  return {
    code: 'rfc2136-server',
    owner: 'you',
    message: say('{text} is not a server that takes updates.', '{text} は更新を受け付けるサーバーとして指定できません。', { text: value(text) }),
    next: [
      say('Give the primary server of the zone: {examples}', 'ゾーンのプライマリ サーバーを指定してください: {examples}', {
        examples: code('ns1.contoso.com, 10.0.0.53:5353'),
      }),
    ],
  };
}

export function noZone(name: string, server: string): Problem {
  return {
    code: 'rfc2136-no-zone',
    owner: 'you',
    message: say('The server {server} holds no zone for {name}.', 'サーバー {server} に {name} のゾーンがありません。', {
      server: value(server),
      name: value(name),
    }),
    next: [say('Name the primary server of the zone with {key}.', 'ゾーンのプライマリ サーバーを {key} で指定してください。', { key: code('dns.server') })],
  };
}

export function silent(server: string, cause: unknown): Problem {
  const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'timeout';
  return {
    code: 'rfc2136-silent',
    owner: 'service',
    message: say('The server {server} did not answer the update ({reason}).', 'サーバー {server} から更新への応答がありません ({reason})。', {
      server: value(server),
      reason: value(reason),
    }),
    next: [
      say(
        'Check that TCP port 53 of the server is open from here, then run the command again: it looks first.',
        'サーバーの TCP ポート 53 に接続できるか確認し、もう一度実行してください。最初に現在の状態を確認します。',
      ),
    ],
    cause,
  };
}

export function answerUnsigned(server: string): Problem {
  return {
    code: 'rfc2136-unsigned',
    owner: 'service',
    message: say(
      'The answer of {server} is not signed with the key: nobody knows whether it is true.',
      '{server} の応答がキーで署名されていないため、信頼できません。',
      {
        server: value(server),
      },
    ),
    next: [say('Check that both sides have the same key, and what stands between.', '双方のキーが一致しているか、経路上の機器を確認してください。')],
  };
}

// RFC 8945 5.2: what the server says of the signature.
const SIGNATURE: Readonly<Record<number, Problem['message']>> = {
  16: say('the signature does not fit: another secret or algorithm', '署名が一致しません (シークレットまたはアルゴリズムが異なります)'),
  17: say('it does not know the key', 'キーが登録されていません'),
  18: say('the clocks differ by more than five minutes', '時計が 5 分以上ずれています'),
};

const CODES: Readonly<Record<string, Problem['message']>> = {
  REFUSED: say('the key or this address may not update the zone', 'キーまたはこのアドレスにゾーンの更新が許可されていません'),
  NOTAUTH: say('it is not the primary server of the zone, or does not accept the key', 'ゾーンのプライマリではないか、キーが受け入れられません'),
  NOTZONE: say('the name is not in the zone', '名前がゾーンに含まれていません'),
  NOTIMP: say('it takes no dynamic updates', '動的更新に対応していません'),
  SERVFAIL: say('it failed to write the zone', 'ゾーンへの書き込みに失敗しました'),
};

export function refused(server: string, rcode: string, signatureError: number): Problem {
  if (rcode === 'YXRRSET' || rcode === 'NXRRSET' || rcode === 'YXDOMAIN' || rcode === 'NXDOMAIN') return changed(server);
  const why = SIGNATURE[signatureError] ?? CODES[rcode] ?? say('no reason given', '理由は示されていません');
  return {
    code: 'rfc2136-refused',
    owner: 'you',
    exit: rcode === 'REFUSED' || rcode === 'NOTAUTH' ? 4 : 1,
    message: say('The server {server} refuses the update ({rcode}): {why}.', 'サーバー {server} が更新を拒否しました ({rcode}): {why}。', {
      server: value(server),
      rcode: code(rcode),
      why,
    }),
    next: [
      say(
        'Check {keys}, the update policy of the zone, and the clock of this machine.',
        '{keys}、ゾーンの更新ポリシー、このコンピューターの時計を確認してください。',
        {
          keys: code('dns.server, dns.keyName, dns.keyAlgorithm, dns.keySecret'),
        },
      ),
    ],
  };
}

function changed(server: string): Problem {
  return {
    code: 'rfc2136-changed',
    owner: 'you',
    exit: 1,
    message: say(
      'Somebody changed the records on {server} since they were looked at; nothing was written.',
      '確認後に {server} のレコードが変更されたため、何も書き込みませんでした。',
      {
        server: value(server),
      },
    ),
    next: [say('Run the command again: it shows what is there now.', 'コマンドをもう一度実行すると、現在の内容が表示されます。')],
  };
}

export function notHeld(server: string, held: readonly string[]): Problem {
  return {
    code: 'rfc2136-not-held',
    owner: 'service',
    message: say('The server {server} took the update and shows {held}.', 'サーバー {server} は更新を受け付けましたが、内容が {held} になっています。', {
      server: value(server),
      held: value(held.join(', ') || '-'),
    }),
    next: [
      say(
        'Look into its log; it may write the zone from elsewhere.',
        'サーバーのログを確認してください。ゾーンが別の場所から書き込まれている可能性があります。',
      ),
    ],
  };
}

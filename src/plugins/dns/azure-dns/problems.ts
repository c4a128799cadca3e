import type { Problem } from '../../../core/contracts/index.ts';
import { code, say, value } from '../../../core/text/say.ts';
import type { HeldZone } from './zones.ts';

const names = (zones: readonly HeldZone[]) => value([...new Set(zones.map(({ zone }) => zone))].join(', '));

export function noZone(name: string, zones: readonly HeldZone[]): Problem {
  return {
    code: 'azure-dns-no-zone',
    owner: 'you',
    message:
      zones.length === 0
        ? say('The subscription has no public DNS zone.', 'サブスクリプションにパブリック DNS ゾーンがありません。')
        : say('The subscription has no zone for {name}; it has: {zones}.', 'サブスクリプションに {name} のゾーンがありません。存在するゾーン: {zones}', {
            name: value(name),
            zones: names(zones),
          }),
    next: [
      say('If the zone is in another subscription, name that: {key}.', 'ゾーンが別のサブスクリプションにある場合は {key} で指定してください。', {
        key: code('dns.subscriptionId'),
      }),
      say('If another host has the zone, set {key} to {manual}.', '別の事業者がゾーンをホストしている場合は {key} を {manual} に設定してください。', {
        key: code('dns.plugin'),
        manual: code('manual'),
      }),
    ],
  };
}

export function ambiguous(name: string, zones: readonly HeldZone[]): Problem {
  return {
    code: 'azure-dns-ambiguous',
    owner: 'you',
    message: say(
      'Several zones of the subscription could hold {name}, and the delegation leads to none of them alone: {ids}.',
      '{name} を保持できるゾーンがサブスクリプションに複数あり、委任からも判別できません: {ids}',
      { name: value(name), ids: value(zones.map(({ id }) => id).join(', ')) },
    ),
    next: [
      say(
        'Enter the name servers of the right one at the registrar, or delete the others.',
        '正しいゾーンのネーム サーバーをレジストラーに登録するか、他のゾーンを削除してください。',
      ),
    ],
  };
}

/** The record set follows a resource of Azure: it is not overwritten. */
export function followsResource(name: string, type: string, target: string): Problem {
  return {
    code: 'azure-dns-alias',
    owner: 'you',
    message: say(
      'The record set {type} {name} is an alias of the resource {target}; it is left as it is.',
      'レコード セット {type} {name} はリソース {target} のエイリアスであるため、変更しません。',
      { name: value(name), type: code(type), target: value(target) },
    ),
    next: [
      say(
        'If the service shall have the name, delete the alias record set in the portal, then run the command again.',
        'この名前をサービスで使用する場合は、ポータルでエイリアス レコード セットを削除してから、もう一度実行してください。',
      ),
    ],
  };
}

/** Somebody else was faster: nothing of theirs is overwritten. */
export function changedMeanwhile(name: string, type: string): Problem {
  return {
    code: 'azure-dns-changed',
    owner: 'you',
    exit: 1,
    message: say(
      'Somebody changed the record set {type} {name} since it was looked at; nothing was written.',
      '確認後に別の変更が行われたため、レコード セット {type} {name} には書き込みませんでした。',
      {
        name: value(name),
        type: code(type),
      },
    ),
    next: [say('Run the command again: it shows what is there now.', 'コマンドをもう一度実行すると、現在の内容が表示されます。')],
  };
}

export function notHeld(name: string, type: string, held: readonly string[]): Problem {
  return {
    code: 'azure-dns-not-held',
    owner: 'service',
    message: say('After the change Azure DNS holds {held} at {type} {name}.', '変更後の Azure DNS の {type} {name} の内容が {held} になっています。', {
      name: value(name),
      type: code(type),
      held: value(held.join(', ') || '-'),
    }),
    next: [say('Somebody else changed it at the same time; run the command again.', '同時に別の変更が行われました。もう一度実行してください。')],
  };
}

export function typeUnknown(type: string): Problem {
  return {
    code: 'azure-dns-type',
    owner: 'amltls',
    message: say('Records of type {type} are not written here.', '種類 {type} のレコードの書き込みには対応していません。', { type: code(type) }),
    next: [say('Set the record by hand.', 'レコードを手動で設定してください。')],
  };
}

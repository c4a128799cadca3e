import { code, say } from '../../text/say.ts';
import type { Explanations } from './explanation.ts';

const ZONES = 'az network dns zone list --output table';
const RECORDS = 'az network dns record-set list --zone-name contoso.com --resource-group GROUP --output table';
const UPDATE = 'nsupdate -k key.conf';
const SHOW = 'amltls profile show PROFILE';
const LOOK = say('Look at the record; replay when it is as you want it.', 'レコードを確認し、問題なければ再実行してください。');

/** Plugins that write records. */
export const DNS_WRITER_CODES: Explanations = {
  'azure-dns-no-zone': {
    means: say('No Azure DNS zone that you can see holds the name.', '名前を含む Azure DNS ゾーンが見つかりません。'),
    arises: say(
      'The zone is in another subscription, is hosted elsewhere, or a role is missing.',
      'ゾーンが別のサブスクリプションや別の事業者にあるか、権限が不足しています。',
    ),
    see: [ZONES, 'dig contoso.com NS'],
    mend: say('Name group and zone in the profile, or write the record by hand.', 'プロファイルにグループとゾーンを指定するか、手動で設定してください。'),
  },
  'azure-dns-ambiguous': {
    means: say('Several zones of that name exist.', '同じ名前のゾーンが複数あります。'),
    arises: say('Copies in other groups; only one is delegated to.', '別のグループにコピーがあり、委任されているのは 1 つだけです。'),
    see: [ZONES, 'dig contoso.com NS'],
    mend: say('Name the resource group of the right one.', '正しいゾーンのリソース グループを指定してください。'),
  },
  'azure-dns-changed': {
    means: say('Somebody changed the record since it was looked at.', '確認後に誰かがレコードを変更しました。'),
    arises: say('Its ETag is another; nothing was overwritten.', 'ETag が異なります。上書きはしていません。'),
    see: [RECORDS],
    mend: LOOK,
  },
  'azure-dns-not-held': {
    means: say('The record written is not the one read back.', '書き込んだレコードと読み戻したレコードが異なります。'),
    arises: say('Another program keeps its own value there.', '別のプログラムが値を書き換えています。'),
    see: [RECORDS],
    mend: LOOK,
  },
  'azure-dns-type': {
    means: say('This kind of record cannot be written there.', 'この種類のレコードは書き込めません。'),
    arises: say('Azure DNS sets NS and SOA itself.', 'NS と SOA は Azure DNS が管理します。'),
    see: [RECORDS],
    mend: say('Write it by hand, where it is really needed.', '必要な場合は手動で設定してください。'),
  },
  'azure-dns-alias': {
    means: say('The record set is an alias of an Azure resource; it is left alone.', 'レコード セットは Azure リソースのエイリアスのため、変更しません。'),
    arises: say('An alias follows its resource by itself.', 'エイリアスはリソースに自動的に追従します。'),
    see: [RECORDS],
    mend: say('Point the alias to the right resource, or delete it.', 'エイリアスの対象を修正するか、削除してください。'),
  },
  'rfc2136-refused': {
    means: say('The name server refuses the update.', 'ネーム サーバーが更新を拒否しました。'),
    arises: say('The key may not write that name, or the server takes no updates.', '鍵にその名前の権限がないか、サーバーが更新を受け付けません。'),
    see: [UPDATE],
    mend: say('Allow the key on the server.', 'サーバー側で鍵に権限を付与してください。'),
  },
  'rfc2136-key': {
    means: say('The name server does not know the TSIG key.', 'ネーム サーバーが TSIG キーを認識しません。'),
    arises: say(
      'Name, algorithm or secret differ, or the clocks are more than five minutes apart.',
      '名前、アルゴリズム、シークレットの不一致、または 5 分を超える時計のずれです。',
    ),
    see: [UPDATE, 'date -u'],
    mend: say('Compare the three with the server’s configuration.', 'サーバーの設定と 3 つの値を照合してください。'),
  },
  'rfc2136-secret': {
    means: say('The TSIG secret cannot be used.', 'TSIG シークレットを使用できません。'),
    arises: say('It has to be base64, in a file or a variable.', 'base64 で、ファイルまたは環境変数に置く必要があります。'),
    see: [SHOW],
    mend: say('Make one with {command}.', '{command} で作成できます。', { command: code('tsig-keygen') }),
  },
  'rfc2136-server': {
    means: say('The name server of the profile is no address.', 'プロファイルのネーム サーバーの指定が正しくありません。'),
    arises: say('It is a host or an address, with a port where it is not 53.', 'ホストまたはアドレスで、53 以外はポートも指定します。'),
    see: [SHOW],
    mend: say('Correct it.', '修正してください。'),
  },
  'rfc2136-silent': {
    means: say('The name server does not answer.', 'ネーム サーバーが応答しません。'),
    arises: say('A firewall, or another server is meant.', 'ファイアウォール、またはサーバーの指定誤りです。'),
    see: ['dig @ns1.contoso.com contoso.com SOA'],
    mend: say('Check address and port.', 'アドレスとポートを確認してください。'),
  },
  'rfc2136-unsigned': {
    means: say('The answer is not signed with the key.', '応答が鍵で署名されていません。'),
    arises: say('Somebody else answered, or the server does not know the key.', '別の相手が応答したか、サーバーが鍵を認識していません。'),
    see: [UPDATE],
    mend: say('Do not trust it; look at the server.', '信用せず、サーバーを確認してください。'),
  },
  'rfc2136-no-zone': {
    means: say('The name server holds no zone for the name.', 'ネーム サーバーに名前のゾーンがありません。'),
    arises: say('Another server is the primary.', 'プライマリは別のサーバーです。'),
    see: ['dig contoso.com SOA'],
    mend: say('Name the primary: the SOA record says which.', 'SOA レコードが示すプライマリを指定してください。'),
  },
  'rfc2136-changed': {
    means: say('Somebody changed the record since it was looked at.', '確認後に誰かがレコードを変更しました。'),
    arises: say('The update carried what had been seen as its condition.', '更新には、確認時の値を条件として付けています。'),
    see: ['dig @ns1.contoso.com www.contoso.com A'],
    mend: LOOK,
  },
  'rfc2136-not-held': {
    means: say('The record written is not the one read back.', '書き込んだレコードと読み戻したレコードが異なります。'),
    arises: say('Another program keeps its own value there.', '別のプログラムが値を書き換えています。'),
    see: ['dig @ns1.contoso.com www.contoso.com A'],
    mend: LOOK,
  },
  'practice-no-registrar': {
    means: say('The practice registrar exists in the practice Azure alone.', '練習用レジストラーは練習用 Azure でのみ使えます。'),
    arises: say('A profile of the sandbox is used for real.', '練習用のプロファイルを実環境で使っています。'),
    see: [SHOW],
    mend: say('Choose another DNS plugin, for example manual.', 'manual などの別の DNS プラグインを選んでください。'),
  },
  'practice-not-held': {
    means: say('The practice registrar holds something else than was written.', '練習用レジストラーの値が書き込んだものと異なります。'),
    arises: say('Another program of yours changed it.', '別のプログラムが変更しました。'),
    see: ['amltls watch dns PROFILE'],
    mend: say('Replay the profile.', 'プロファイルを再実行してください。'),
  },
};

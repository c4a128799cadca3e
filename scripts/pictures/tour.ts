import type { Recorder } from './recorder.ts';
import { KEYS } from './recorder.ts';
import type { Body } from './svg.ts';

const { enter, down } = KEYS;

/** What is on the screen when it is time for the next key. */
export interface Words {
  readonly home: string;
  readonly name: string;
  readonly fqdn: string;
  readonly source: string;
  readonly more: string;
  readonly subscription: string;
  readonly group: string;
  readonly workspace: string;
  readonly where: string;
  readonly compute: string;
  readonly cluster: string;
  readonly record: string;
  readonly review: string;
  readonly waiting: string;
  readonly save: string;
}

export const WORDS: Readonly<Record<'en' | 'ja', Words>> = {
  en: {
    home: 'Secure a service',
    name: 'Which name do clients call?',
    fqdn: 'fully qualified domain name?',
    source: 'Where does the certificate come from?',
    more: 'Set more options',
    subscription: 'Which subscription?',
    group: 'Which resource group?',
    workspace: 'Which workspace?',
    where: 'Where does the web service run?',
    compute: 'What is the compute called',
    cluster: 'Which AKS cluster',
    record: 'Who writes the DNS record?',
    review: 'nothing has been sent yet',
    waiting: 'InProgress',
    save: 'Save these answers',
  },
  ja: {
    home: 'サービスを保護',
    name: 'どの名前',
    fqdn: '完全修飾ドメイン名を入力',
    source: '証明書はどこ',
    more: '詳細オプション',
    subscription: 'どのサブスクリプション',
    group: 'どのリソース グループ',
    workspace: 'どのワークスペース',
    where: 'どこで動いて',
    compute: 'コンピューティングの名前は',
    cluster: 'どの AKS クラスター',
    record: 'DNS レコードは誰',
    review: 'まだ何も送信',
    waiting: 'InProgress',
    save: '回答をプロファイル',
  },
};

/** The wizard from the home screen to the end, pictured at each stop; by name where a page shows it alone. */
export async function tour(screen: Recorder, words: Words): Promise<ReadonlyMap<string, Body>> {
  const shots = new Map<string, Body>();
  const stop = async (name: string, wanted: string, ...keys: readonly string[]): Promise<void> => {
    await screen.until(wanted);
    shots.set(name, screen.picture());
    screen.press(...keys);
  };
  await stop('home', words.home, enter);
  await stop('domain', words.name, enter);
  await screen.until(words.fqdn);
  screen.press('www.contoso.com');
  await stop('name', 'www.contoso.com', enter);
  await stop('certificate', words.source, enter);
  await stop('more-1', words.more, enter);
  await stop('subscription', words.subscription, enter);
  await stop('group', words.group, enter);
  await stop('workspace', words.workspace, enter);
  await stop('target', words.where, down, enter);
  await stop('compute', words.compute, enter);
  await stop('cluster', words.cluster, enter);
  await stop('more-2', words.more, enter);
  await stop('record', words.record, enter);
  await stop('more-3', words.more, enter);
  await stop('review', words.review, enter);
  // A running operation draws all the time.
  await screen.until(words.waiting, false);
  shots.set('run', screen.picture());
  await stop('done', words.save);
  return shots;
}

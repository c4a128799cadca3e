import type { CertificatePlugin, ChoiceQuestion, Context, DnsPlugin, DomainKind, Option, Problem, TargetPlugin, Text } from '../contracts/index.ts';
import { hosterOf } from '../dns/hosters/index.ts';
import { isAbort, toProblem } from '../problems/to-problem.ts';
import { code, say } from '../text/say.ts';
import type { BrokenPlugin, Catalogue } from './catalogue.ts';

/** Which plugin does a step: one choice each, plugins that cannot work here stay visible with their reason. */
export function targetQuestion(catalogue: Catalogue): ChoiceQuestion {
  return {
    kind: 'choice',
    key: 'target.plugin',
    label: say('Where does the web service run?', 'Web サービスはどこで動いていますか?'),
    learn: say(
      'On AKS, TLS belongs to the cluster and covers every service on it, those made in the designer too; on ACI it belongs to the one service. AKS computes and ACI are Azure ML v1: support of the Python SDK v1 ended on {ended}, existing services go on running and still need a valid certificate. Their successor is the Kubernetes extension of v2; {migrate} prints its profile for one that exists.',
      'AKS では TLS はクラスターの設定で、デザイナーで作成したものも含めクラスター上のすべてのサービスに適用されます。ACI ではサービスごとの設定です。AKS コンピューティングと ACI は Azure ML v1 です。Python SDK v1 のサポートは {ended} に終了しましたが、既存のサービスは引き続き動作し、有効な証明書を必要とします。後継は v2 の Kubernetes 拡張機能です。既存のプロファイルに対応する内容は {migrate} で表示できます。',
      { ended: { value: '2026-06-30' }, migrate: code('amltls plan --migrate PROFILE') },
    ),
    options: async (context) => [
      ...(await optionsOf([...catalogue.targets.values()], context, (plugin) => unfit(plugin, context))),
      ...brokenOptions(catalogue, 'target'),
    ],
  };
}

export function certificateQuestion(catalogue: Catalogue): ChoiceQuestion {
  return {
    kind: 'choice',
    key: 'certificate.plugin',
    label: say('Where does the certificate come from?', '証明書はどこから入手しますか?'),
    learn: say(
      'Clients trust the service when its certificate names the host they call and was issued by an authority they trust. Microsoft issues none for your own domain name, so you bring one.',
      'クライアントは、呼び出すホスト名が証明書に含まれ、信頼する証明機関が発行したものである場合にサービスを信頼します。独自のドメイン名には Microsoft は証明書を発行しないため、用意する必要があります。',
    ),
    options: async (context) => {
      const options = await optionsOf([...catalogue.certificates.values()], context);
      return [...marking(context.env.suggests?.['certificate.plugin'], options), ...brokenOptions(catalogue, 'certificate')];
    },
  };
}

export function dnsQuestion(catalogue: Catalogue): ChoiceQuestion {
  return {
    kind: 'choice',
    key: 'dns.plugin',
    label: say('Who writes the DNS record?', 'DNS レコードは誰が作成しますか?'),
    learn: say(
      'The name in the certificate has to lead to the address of the service: an A record at whoever hosts the zone of your domain.',
      '証明書の名前がサービスのアドレスに解決される必要があります。ドメインのゾーンをホストしている事業者に A レコードを作成します。',
    ),
    async options(context) {
      const [options, suited] = await Promise.all([optionsOf([...catalogue.dns.values()], context), suitedToHost(context)]);
      return [...marking(suited ?? context.env.suggests?.['dns.plugin'], options), ...brokenOptions(catalogue, 'dns')];
    },
  };
}

const marking = (value: string | undefined, options: readonly Option[]): readonly Option[] =>
  options.map((option) => (option.value === value && option.problem === undefined ? { ...option, suggested: true } : option));

const LOOK_MS = 3_000;

/** The plugin that can write where the zone of the name is hosted; undefined where that cannot be seen in a moment. */
async function suitedToHost({ env, answers, signal }: Context): Promise<string | undefined> {
  const name = answers['domain.fqdn'];
  if (typeof name !== 'string') return undefined;
  const within = AbortSignal.any([signal, AbortSignal.timeout(LOOK_MS)]);
  const zone = await env.dns.zoneOf(name, within).catch(() => undefined);
  signal.throwIfAborted();
  return zone === undefined ? undefined : hosterOf(zone.servers)?.plugin;
}

type Choosable = TargetPlugin | CertificatePlugin | DnsPlugin;

async function optionsOf<P extends Choosable>(plugins: readonly P[], context: Context, also?: (plugin: P) => Problem | undefined): Promise<readonly Option[]> {
  return await Promise.all(
    plugins.map(async (plugin): Promise<Option> => {
      const problem = also?.(plugin) ?? (await readyProblem(plugin, context));
      const option = { value: plugin.id, label: plugin.title, detail: plugin.summary };
      return problem === undefined ? option : { ...option, problem };
    }),
  );
}

// A plugin whose own look fails cannot work here, and the others can.
async function readyProblem(plugin: Choosable, context: Context): Promise<Problem | undefined> {
  try {
    return await plugin.ready?.(context);
  } catch (thrown) {
    if (isAbort(thrown, context.signal)) throw thrown;
    return toProblem(thrown);
  }
}

function brokenOptions({ broken = [] }: Catalogue, kind: BrokenPlugin['kind']): readonly Option[] {
  return broken.filter((plugin) => plugin.kind === kind).map(({ id, problem }) => ({ value: id, label: id, problem }));
}

const KIND_WORDS: Readonly<Record<DomainKind, Text>> = {
  custom: say('a name of your own', '独自の名前'),
  microsoft: say('a Microsoft certificate', 'Microsoft の証明書'),
  none: say('TLS switched off', 'TLS オフ'),
};

function unfit(plugin: TargetPlugin, context: Context): Problem | undefined {
  const kind = plugin.domains.find((each) => each === context.answers['domain.kind']);
  const wanted = context.answers['domain.kind'];
  if (kind !== undefined || typeof wanted !== 'string' || !Object.hasOwn(KIND_WORDS, wanted)) return undefined;
  return {
    code: 'target-unfit',
    owner: 'you',
    message: say('{target} does not offer {kind}.', '{target} では{kind}を利用できません。', { target: plugin.title, kind: KIND_WORDS[wanted as DomainKind] }),
    next: [
      say('Choose another target, or go back and change {key}.', '別のターゲットを選ぶか、戻って {key} を変更してください。', { key: code('domain.kind') }),
    ],
  };
}

import { definePlugin, fail, say, textAnswer } from 'amltls/plugin';
import { change } from './change.ts';
import { missing, readService } from './service.ts';

/** Sets TLS on something that runs. As it stands: on an AKS compute of the workspace, by the resource manager. Put your service in its place. */
export default definePlugin({
  api: 1,
  kind: 'target',
  id: '__ID__',
  title: '__ID__',
  summary: say('Sets a certificate of your own on a service that exists.', '既存のサービスに独自の証明書を設定します。'),
  domains: ['custom'],
  questions: [
    {
      kind: 'text',
      key: 'target.computeName',
      label: say('Which compute?', 'どのコンピューティングですか?'),
      dependsOn: ['azure.workspace'],
    },
  ],
  async plan(input, context) {
    if (input.domain.kind !== 'custom') return { changes: [], findings: [], notes: [] };
    const service = (await readService(context)) ?? fail(missing(context));
    return { changes: [await change(service, { ...input, domain: input.domain }, context)], findings: [], notes: [] };
  },
  async endpoints(domain, context) {
    const service = await readService(context);
    if (service === undefined) return undefined;
    const host = domain.kind === 'custom' ? { host: domain.fqdn } : {};
    return {
      ...host,
      scoringUris: [],
      addresses: service.addresses,
      port: 443,
      internal: false,
      // What public DNS has to show: amltls asks the DNS plugin for it and waits until the world sees it.
      records: domain.kind === 'custom' ? service.addresses.map((data) => ({ name: domain.fqdn, type: 'A', data })) : [],
      ...(service.addresses.length > 0 ? {} : { waiting: say('It has no address yet.', 'アドレスがまだありません。') }),
      ...(service.modifiedOn === undefined ? {} : { modifiedOn: service.modifiedOn }),
      state: service.state,
    };
  },
  equivalents: (_operation, _domain, context) => [
    {
      tool: 'az',
      title: say('See it with az', 'az で表示'),
      code: `az ml compute show --name ${textAnswer(context.answers, 'target.computeName') ?? ''}`,
      notes: [],
    },
  ],
});

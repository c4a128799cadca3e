import { type Change, type Context, fail, say, type TargetPlan, value } from 'amltls/plugin';
import { applyExtension, updateBody, viewOf, type Work } from './apply.ts';
import { readCluster } from './cluster.ts';
import { API_VERSION, extensionPath, getExtension, isTrue } from './extension.ts';
import { stillNeeded } from './protected.ts';
import { missing, warningsOf } from './rules.ts';

/** Allows insecure connections and takes certificate and key away; other protected settings are sent again, or they would be deleted. */
export async function planDisable(context: Context): Promise<TargetPlan> {
  const cluster = await readCluster(context);
  const found = (await getExtension(context)) ?? fail(missing(context));
  const work: Work = { domain: { kind: 'none' }, cluster };
  const about: Pick<Change, 'id' | 'step' | 'title' | 'apply'> = {
    id: `disable:extension/${found.name}`,
    step: 'deploy',
    title: say('Switch TLS off on the Azure ML extension {name}', 'Azure ML 拡張機能 {name} の TLS をオフにする', { name: value(found.name) }),
    apply: (applied, pending) => applyExtension(work, applied, pending),
  };
  if (isTrue(found.settings['allowInsecureConnections'])) {
    return { changes: [{ ...about, effect: 'none', why: say('TLS is off.', 'TLS はオフです。') }], findings: [], notes: [] };
  }
  const secrets = Object.fromEntries(stillNeeded(found).map((name) => [name, '(secret)']));
  const change: Change = {
    ...about,
    effect: 'update',
    before: viewOf(found.settings),
    after: { allowInsecureConnections: 'True' },
    requests: [{ method: 'PATCH', path: `${extensionPath(context.answers)}?api-version=${API_VERSION}`, body: updateBody(work, found, context, secrets) }],
  };
  return { changes: [change], findings: warningsOf(found, { allowInsecureConnections: 'True' }), notes: [] };
}

import type { Change, Context, TargetPlan } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { redactJson } from '../../../core/redact/redact.ts';
import { code, say } from '../../../core/text/say.ts';
import { applyTlsChange, named, previewOfTlsChange, SWITCH_OFF, type TlsChange } from './change-tls.ts';
import { type AksCompute, tlsView } from './compute.ts';
import { proveCompute } from './proof.ts';
import { computeRequest, getCompute } from './resource.ts';

const OFF = { status: 'Disabled' };

/** Switches TLS off for every service of the cluster (facts.md 1.5, first case). @throws ProblemError `aks-missing` */
export async function planSwitchOff(context: Context): Promise<TargetPlan> {
  const { name } = computeRequest(context.answers);
  const compute = await getCompute(context);
  if (compute === undefined) throw missing(name);
  return {
    findings: [],
    notes: [
      say(
        'It covers every service on the cluster, those made in the designer too.',
        'デザイナーで作成したものを含め、クラスター上のすべてのサービスが対象です。',
      ),
    ],
    changes: [changeOf(compute, context)],
  };
}

function changeOf(compute: AksCompute, context: Context): Change {
  const change: TlsChange = {
    what: SWITCH_OFF,
    ssl: () => OFF,
    isThere: isOff,
    prove: (found) => (found !== undefined && isOff(found) ? proveCompute(found, { domain: { kind: 'none' } }, context) : stillThere(found, context)),
  };
  const base = {
    id: `disable:compute/${compute.name}`,
    step: 'deploy',
    title: say('Switch TLS off on the AKS compute {name}', 'AKS コンピューティング {name} の TLS をオフにする', named(compute.name)),
    apply: (applied: Context, pending?: Parameters<Change['apply']>[1]) => applyTlsChange(change, applied, pending),
  } as const;
  if (isOff(compute)) return { ...base, effect: 'none', why: say('TLS is off.', 'TLS はオフです。') };
  const preview = previewOfTlsChange(change, compute, context);
  return {
    ...base,
    effect: 'update',
    before: { sslConfiguration: tlsView(compute.tls) },
    after: { sslConfiguration: OFF },
    requests: [{ ...preview, body: redactJson(preview.body) }],
  };
}

function isOff(compute: AksCompute): boolean {
  return compute.tls.status === 'Disabled';
}

// Before the request TLS is on, and that is no fault.
function stillThere(compute: AksCompute | undefined, context: Context): AksCompute {
  if (compute === undefined) throw missing(computeRequest(context.answers).name);
  return compute;
}

function missing(name: string): ProblemError {
  return new ProblemError({
    code: 'aks-missing',
    owner: 'you',
    message: say('There is no compute {name} in the workspace.', 'ワークスペースにコンピューティング {name} はありません。', named(name)),
    next: [say('Check {key}.', '{key} を確認してください。', { key: code('target.computeName') })],
  });
}

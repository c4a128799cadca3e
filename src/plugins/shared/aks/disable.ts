import type { Change, Context, TargetPlan } from '../../../core/contracts/index.ts';
import { redactJson } from '../../../core/redact/redact.ts';
import { say } from '../../../core/text/say.ts';
import { applyTlsChange, named, previewOfTlsChange, SWITCH_OFF, type TlsChange } from './change-tls.ts';
import { type AksCompute, inProgress, tlsView } from './compute.ts';
import type { AksKind } from './kind.ts';
import { present } from './present.ts';
import { proveCompute } from './proof.ts';
import { getCompute } from './resource.ts';

const OFF = { status: 'Disabled' };

/** Switches TLS off for every service of the cluster (facts.md 1.5, first case). @throws ProblemError `aks-missing` and those of the kind */
export async function planSwitchOff(kind: AksKind, context: Context): Promise<TargetPlan> {
  const compute = present(await getCompute(context), kind, context);
  return {
    findings: [],
    notes: [
      say(
        'It covers every service on the cluster, those made in the designer too.',
        'デザイナーで作成したものを含め、クラスター上のすべてのサービスが対象です。',
      ),
    ],
    changes: [changeOf(compute, kind, context)],
  };
}

function changeOf(compute: AksCompute, kind: AksKind, context: Context): Change {
  const change: TlsChange = {
    what: SWITCH_OFF,
    ssl: () => OFF,
    isThere: isOff,
    refuse: (found) => present(found, kind, context),
    prove: (found) => proveCompute(found, { domain: { kind: 'none' } }, context),
  };
  const base = {
    id: `disable:compute/${compute.name}`,
    step: 'deploy',
    title: say('Switch TLS off on the AKS compute {name}', 'AKS コンピューティング {name} の TLS をオフにする', named(compute.name)),
    apply: (applied: Context, pending?: Parameters<Change['apply']>[1]) => applyTlsChange(change, applied, pending),
  } as const;
  // What another process began may bring it about, or undo it: that is waited for first.
  if (isOff(compute) && !inProgress(compute)) return { ...base, effect: 'none', why: say('TLS is off.', 'TLS はオフです。') };
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

import type { Applying, ArmRequest, Change, Context, Pending, TargetPlan } from '../../../core/contracts/index.ts';
import { say, value } from '../../../core/text/say.ts';
import { follow } from './apply.ts';
import { offPatch } from './bodies.ts';
import { proveService } from './proof.ts';
import { noService } from './rules.ts';
import { type AciService, getService, placeOf, receiptOf, type ServicePlace, tlsView } from './service.ts';
import { healthyService, inTransition, settledService } from './settled.ts';

/** Switches TLS off for the one service. @throws ProblemError `aci-no-service` */
export async function planSwitchOff(context: Context): Promise<TargetPlan> {
  const place = await placeOf(context);
  const service = await getService(context);
  if (service === undefined) throw noService(place.name);
  return { findings: [], notes: [], changes: [changeOf(service, place)] };
}

function changeOf(service: AciService, place: ServicePlace): Change {
  const base = {
    id: `disable:service/${place.name}`,
    step: 'deploy',
    title: say('Switch TLS off on the web service {name}', 'Web サービス {name} の TLS をオフにする', { name: value(place.name) }),
    apply: (context: Context, pending?: Pending) => applySwitchOff(context, pending),
  } as const;
  // What another process began may bring it about, or undo it: that is waited for first.
  if (!service.sslEnabled && !inTransition(service)) return { ...base, effect: 'none', why: say('TLS is off.', 'TLS はオフです。') };
  const { method, path, body = null } = requestOf(place);
  return { ...base, effect: 'update', before: tlsView(service), after: { sslEnabled: false }, requests: [{ method, path, body }] };
}

async function* applySwitchOff(context: Context, pending: Pending | undefined): Applying {
  const place = await placeOf(context);
  if (pending?.operation !== undefined) yield* follow(place, context, { pending });
  else {
    const before = yield* settledService(context);
    if (before === undefined) throw noService(place.name);
    if (before.sslEnabled) yield* follow(place, context, { reply: await context.env.arm.send(requestOf(place), context.signal) });
  }
  return receiptOf(proveService(yield* healthyService(context), place, { kind: 'none' }));
}

function requestOf(place: ServicePlace): ArmRequest {
  return { method: 'PATCH', path: place.url, contentType: 'application/json-patch+json', body: offPatch() };
}

import type { ExitCode, JsonObject } from '../../core/contracts/index.ts';
import { type Prepared, prepare } from '../../core/engine/prepare.ts';
import { stepJson, toJson } from '../text/json.ts';
import { equivalentLines, planLines, requestLines } from '../text/plan-lines.ts';
import { chooseProfiles } from './choose-profiles.ts';
import { writeDocument, writeEvent, writeOutcome } from './document.ts';
import { type AllEnded, eachProfile } from './each-profile.ts';
import { openEnvironment } from './environment.ts';
import { partsOf } from './parts-of.ts';
import { needBook, type UsableProfile, useProfile } from './profiles.ts';
import type { Session } from './session.ts';

export interface PlanFlags {
  readonly showEquivalents?: boolean;
  readonly all?: boolean;
  readonly migrate?: boolean;
}

/** What replay would change; looks at everything, changes nothing. Exit 3 where findings would stop it. */
export async function plan(session: Session, names: readonly string[], flags: PlanFlags): Promise<ExitCode> {
  if (flags.migrate === true) return await (await import('./migrate.ts')).migrate(session, names, flags.all ?? false);
  const book = await needBook(session);
  const shown: JsonObject[] = [];
  const codes = await eachProfile(session, 'plan', chooseProfiles(book, names, flags.all ?? false), async (name) => {
    const used = await useProfile(session, book, name);
    const { blocked, view } = await planned(session, used, flags);
    shown.push(view);
    if (session.options.format === 'ndjson') writePlanned(session, view);
    return { status: 'unchanged', exitCode: blocked ? 3 : 0, changed: false };
  });
  endPlan(session, shown, codes);
  return codes.exitCode;
}

/** One profile's plan as it is known, for `--format ndjson`. */
export function writePlanned(session: Session, { profile, ...view }: JsonObject): void {
  writeEvent(session, Date.now(), typeof profile === 'string' ? profile : null, 'plan', view);
}

/** What ends `plan`: the document of all profiles, or the outcome. */
export function endPlan(session: Session, shown: readonly JsonObject[], ended: AllEnded): void {
  const { format } = session.options;
  if (format === 'json') writeDocument(session, 'plan', { profiles: [...shown, ...ended.problems], exitCode: ended.exitCode });
  if (format === 'ndjson') writeOutcome(session, ended);
}

async function planned(session: Session, used: UsableProfile, flags: PlanFlags): Promise<{ blocked: boolean; view: JsonObject }> {
  await using env = await openEnvironment(session, used.answers);
  const prepared = await prepare({ ...(await partsOf(session, env, used)), redeploy: false });
  const { target, domain, context } = prepared;
  const later = (['renew', 'disable'] as const).flatMap((operation) => target.equivalents(operation, domain, context));
  const whole: Prepared = { ...prepared, review: { ...prepared.review, equivalents: [...prepared.review.equivalents, ...later] } };
  if (session.options.format === 'text') showPlan(session, whole, { requests: true, equivalents: flags.showEquivalents ?? false });
  return { blocked: prepared.blocked, view: planView(session, whole, used.name, flags.showEquivalents ?? false) };
}

export interface Shown {
  /** What goes over the wire, too. */
  readonly requests?: boolean;
  readonly equivalents?: boolean;
}

export function showPlan({ writer, out }: Session, { review }: Pick<Prepared, 'review'>, { requests = false, equivalents = false }: Shown = {}): void {
  const lines = [
    ...planLines(review, writer),
    ...(requests ? requestLines(review, writer) : []),
    ...(equivalents ? equivalentLines(review.equivalents, writer) : []),
  ];
  for (const line of lines) out.line(line);
}

function planView({ language }: Session, prepared: Prepared, profile: string | undefined, equivalents: boolean): JsonObject {
  return {
    profile: profile ?? null,
    environment: prepared.review.environment.id,
    blocked: prepared.blocked,
    pendingChanges: prepared.pendingChanges,
    steps: prepared.steps.map((step) => stepJson(step, language)),
    ...(equivalents ? { equivalents: toJson(prepared.review.equivalents, language) } : {}),
  };
}

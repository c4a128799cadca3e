import type { Finding, Operation, Review, StepPlan } from '../contracts/index.ts';
import { trailOf } from '../wizard/trail.ts';
import type { Parts } from './parts.ts';

/** True where nothing may be sent. */
export function hasError(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.severity === 'error');
}

/** What a person sees before anything is sent, whatever the work is. */
export async function reviewOf({ context, path, target, domain }: Parts, operation: Operation, steps: readonly StepPlan[]): Promise<Review> {
  const { env, profile } = context;
  return {
    profile,
    environment: { id: env.id, title: env.title, practice: env.practice },
    trail: await trailOf(path.stops, path.answers, context),
    steps,
    equivalents: target.equivalents(operation, domain, context),
    blocked: steps.some((step) => hasError(step.findings)),
  };
}

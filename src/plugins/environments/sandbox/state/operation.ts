import * as z from 'zod';
import { practiceMs, serviceError } from './values.ts';

/** A long-running operation; whether it has ended follows from the clock. */
export const operation = z.object({
  id: z.string(),
  subscriptionId: z.string(),
  location: z.string(),
  /** `compute`: polled at the resource manager. `service`: at the model-management data plane; `extension`: below the extension itself. */
  plane: z.enum(['compute', 'service', 'extension']),
  kind: z.enum(['create', 'attach', 'update', 'detach', 'delete']),
  /** ARM id of what it works on. */
  resourceId: z.string(),
  startedAt: practiceMs,
  endsAt: practiceMs,
  error: serviceError.optional(),
});
export type Operation = z.infer<typeof operation>;

import { answerFrom, failure } from './authoritative-answer.ts';
import { type Listening, listen } from './listen.ts';
import { respond } from './respond.ts';
import type { Faults, ZoneData } from './zone-data.ts';

export interface AuthoritativeOptions {
  /** Read for every question, so that a change is served at once. */
  zones(): readonly ZoneData[];
  readonly faults?: Faults;
  readonly port?: number;
}

/** The practice zones' name server: a real one, over UDP and TCP on loopback. */
export async function startAuthoritative(options: AuthoritativeOptions): Promise<Listening> {
  return await listen(
    (bytes, transport) =>
      respond(bytes, transport, false, (name, type) => {
        const fault = options.faults?.(name, type);
        return fault === undefined ? answerFrom(options.zones(), name, type) : failure(fault, fault === 'NXDOMAIN');
      }),
    options.port,
  );
}

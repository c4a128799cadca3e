import type { AcmeProblem } from '../state/acme.ts';

/** What an authority refuses, as RFC 8555 6.7 has it; the words are for the client's person. */
export class AcmeError extends Error {
  readonly problem: AcmeProblem;
  /** More members of the document. */
  readonly also: Readonly<Record<string, unknown>>;

  /** @param type without the common beginning: `malformed` */
  constructor(type: string, detail: string, status = 400, also: Readonly<Record<string, unknown>> = {}) {
    super(detail);
    this.problem = { type: `urn:ietf:params:acme:error:${type}`, detail, status };
    this.also = also;
  }
}

export const malformed = (detail: string): AcmeError => new AcmeError('malformed', detail);
export const notFound = (what: string): AcmeError => new AcmeError('malformed', `There is no such ${what}.`, 404);
export const unauthorized = (detail: string): AcmeError => new AcmeError('unauthorized', detail, 403);

import type { ServiceError } from '../state/values.ts';

/** A refusal as Azure words it; the servers turn it into their own envelope. Foreign text to amltls: it travels over the wire. */
export class AzureError extends Error {
  override readonly name = 'AzureError';
  readonly status: number;
  readonly code: string;
  readonly details: readonly ServiceError[];

  constructor(status: number, code: string, message: string, details: readonly ServiceError[] = []) {
    super(message);
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

export const badRequest = (message: string, details: readonly ServiceError[] = []): AzureError => new AzureError(400, 'BadRequest', message, details);

/** Another change of the same resource is still going on (facts.md 7 #19). */
export const busy = (resource: string): AzureError =>
  new AzureError(409, 'AnotherOperationInProgress', `Another operation on ${resource} is in progress. Wait for it to finish and try again.`);

/** @param resource as ARM names it: `Microsoft.X/type/name` */
export const notFound = (resource: string, resourceGroup: string): AzureError =>
  new AzureError(404, 'ResourceNotFound', `The Resource '${resource}' under resource group '${resourceGroup}' was not found.`);

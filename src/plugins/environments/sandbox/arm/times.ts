/** A time as the workspace service writes it: seven digits and an offset. @param ms since the epoch */
export const azureTime = (ms: number): string => new Date(ms).toISOString().replace(/Z$/, '0000+00:00');

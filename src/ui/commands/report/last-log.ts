/** Below the user's state folder: what the last run that did not end well would have logged. */
export const LAST_LOG = 'last-log.ndjson';

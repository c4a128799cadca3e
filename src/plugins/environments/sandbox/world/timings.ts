const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/**
 * How long Azure takes, ms of practice time. ATTACH-v1 and TLS-v1-new are the documents of facts.md;
 * guess: no source says, chosen so that the wait is seen.
 */
export const TAKES = {
  createCompute: 10 * MINUTE, // ATTACH-v1
  attachCompute: 5 * MINUTE, // ATTACH-v1
  updateCompute: 2 * MINUTE, // guess
  detachCompute: 1 * MINUTE, // guess
  deleteCompute: 5 * MINUTE, // guess
  renewal: 5 * HOUR, // TLS-v1-new: "about 5 hours to take effect"; the operation itself ends like an update (guess)
  createAci: 3 * MINUTE, // guess
  updateAci: 1 * MINUTE, // guess
  createAksService: 2 * MINUTE, // guess
  createExtension: 6 * MINUTE, // guess
  updateExtension: 3 * MINUTE, // guess
  deleteExtension: 2 * MINUTE, // guess
  updateAksService: 1 * MINUTE, // guess
} as const;

export const MICROSOFT_CERTIFICATE = {
  lifetime: 180 * DAY, // guess
  /** A renewal earlier than this before the end changes nothing (azure-docs#56352). */
  renewableBefore: 70 * DAY,
} as const;

/** The minimum of ATTACH-v1 for the cluster purpose FastProd. */
export const FAST_PROD_NODES = 3;

/** What the service asks clients to wait between two looks at an operation, s (facts.md 1.7: the SDK polls every 5 s). */
export const RETRY_AFTER_S = 5;

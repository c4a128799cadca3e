import { afterAll, describe, it } from 'vitest';

/** vitest, as the contract suites want it. */
export const runner = { describe, it, after: afterAll };

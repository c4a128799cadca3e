import { describe, expect, it } from 'vitest';
import { retryAfterMs } from '../../../../src/plugins/shared/arm/retry-after.ts';

const now = Date.parse('2026-11-24T00:00:00Z');

describe('Retry-After', () => {
  it.each([
    [{ 'retry-after': '17' }, 17_000],
    [{ 'retry-after': '0' }, 1_000],
    [{ 'retry-after': '999999' }, 3_600_000],
    [{ 'retry-after-ms': '2500', 'retry-after': '9' }, 2_500],
    [{ 'x-ms-retry-after-ms': '1500' }, 1_500],
    [{ 'retry-after': 'Tue, 24 Nov 2026 00:00:30 GMT' }, 30_000],
    [{ 'retry-after': 'Mon, 23 Nov 2026 00:00:00 GMT' }, 1_000],
    // A clock that is an hour wrong changes nothing: the service's own date counts.
    [{ 'retry-after': 'Tue, 24 Nov 2026 01:00:10 GMT', date: 'Tue, 24 Nov 2026 01:00:00 GMT' }, 10_000],
    [{ 'retry-after': 'soon' }, undefined],
    [{ 'retry-after': '-5' }, undefined],
    [{}, undefined],
  ])('%o: %s ms', (headers, expected) => expect(retryAfterMs(headers as Record<string, string>, now)).toBe(expected));
});

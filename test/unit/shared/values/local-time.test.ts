import { expect, it } from 'vitest';
import { localMinute, localSecond } from '#shared/values/local-time.ts';

it('shows the time of this machine, whatever its zone', () => {
  const at = new Date(2026, 0, 2, 3, 4, 5);
  expect(localMinute(at.toISOString())).toBe('2026-01-02 03:04');
  expect(localSecond(at)).toBe('2026-01-02 03:04:05');
});

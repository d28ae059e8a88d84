// A look that was just changed is written when its screen is left, not lost with the pause that it waits for.
import { afterAll, beforeAll, expect, it, vi } from 'vitest';

const written: unknown[] = [];
const cleanups: (() => void)[] = [];
let useViewState: typeof import('#renderer/api/records.ts').useViewState;

beforeAll(async () => {
  vi.resetModules();
  vi.useFakeTimers();
  // As much of React as one drawing of a screen needs.
  vi.doMock('react', async (actual) => ({
    ...(await actual<typeof import('react')>()),
    useMemo: (make: () => unknown) => make(),
    useCallback: (work: unknown) => work,
    useRef: (current: unknown) => ({ current }),
    useEffect: (work: () => undefined | (() => void)) => {
      const cleanup = work();
      if (cleanup) cleanups.push(cleanup);
    },
  }));
  vi.doMock('@tanstack/react-query', () => ({ useQuery: () => ({ data: { value: null } }) }));
  vi.doMock('#renderer/session.ts', () => ({
    useSession: () => ({
      call: (_method: string, args: unknown) => Promise.resolve(written.push(args)),
      queries: { cancelQueries: () => Promise.resolve(), setQueryData: () => undefined },
    }),
  }));
  ({ useViewState } = await import('#renderer/api/records.ts'));
});

afterAll(() => {
  for (const name of ['react', '@tanstack/react-query', '#renderer/session.ts']) vi.doUnmock(name);
  vi.useRealTimers();
  vi.resetModules();
});

it('is written after a pause, the last one only, and at once when the screen is left', () => {
  const { value, remember } = useViewState('grid', { width: 1 });
  expect(value).toEqual({ width: 1 });
  remember({ width: 2 });
  remember({ width: 3 });
  expect(written).toEqual([]);
  vi.advanceTimersByTime(10_000);
  expect(written).toEqual([{ key: 'grid', value: { width: 3 } }]);
  remember({ width: 4 });
  for (const cleanup of cleanups) cleanup();
  expect(written.slice(1)).toEqual([{ key: 'grid', value: { width: 4 } }]);
  vi.advanceTimersByTime(10_000);
  expect(written).toHaveLength(2);
});

// The certain repairs, and making them.
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Fix } from '#shared/checks/fixes.ts';
import { KEYS } from '../../api/queries.ts';
import { useSession } from '../../session.ts';

const NONE: readonly Fix[] = [];

export function useFixes(): readonly Fix[] {
  const { call } = useSession();
  const query = useQuery({
    queryKey: [...KEYS.checks, 'fixes'],
    queryFn: () => call('checks.fixes', {}),
    placeholderData: (before) => before,
  });
  return query.data?.fixes ?? NONE;
}

/** Makes repairs and says so, with the way back. */
export function useMakeFixes(): (ids: readonly string[]) => Promise<void> {
  const session = useSession();
  return useCallback(
    async (ids) => {
      const done = await session.attempt('正在修正', () => session.write('checks.fix', { ids: [...ids] }));
      if (!done) return;
      session.messenger.current.success(`已修正 ${done.made} 处。`, {
        label: '撤销',
        run: () => void session.attempt('正在撤销', () => session.write('history.undo', {})),
      });
    },
    [session],
  );
}

// The log in parts of a hundred, newest first; the next part is fetched on demand. Stale after each change.
import { useInfiniteQuery } from '@tanstack/react-query';
import { KEYS } from '../../api/queries.ts';
import { useSession } from '../../session.ts';

const PART = 100;

export function useLog() {
  const { call } = useSession();
  return useInfiniteQuery({
    queryKey: [...KEYS.history, 'log'],
    initialPageParam: null as number | null,
    queryFn: ({ pageParam }) => call('history.list', { before: pageParam, limit: PART }),
    getNextPageParam: ({ changeSets }) => (changeSets.length < PART ? undefined : changeSets.at(-1)?.id),
  });
}

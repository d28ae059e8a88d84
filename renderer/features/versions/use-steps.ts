// The steps of the log that a list can be compared with, newest first.
import { useQuery } from '@tanstack/react-query';
import { localMinute } from '#shared/values/local-time.ts';
import { KEYS } from '../../api/queries.ts';
import { useSession } from '../../session.ts';

/** As many as a person looks through. */
const SHOWN = 200;

export function useSteps(): { value: number; label: string }[] {
  const { call } = useSession();
  const { data } = useQuery({
    queryKey: [...KEYS.history, 'steps'],
    queryFn: () => call('history.list', { limit: SHOWN }),
  });
  return (data?.changeSets ?? []).map(({ id, at, label }) => ({
    value: id,
    label: `第 ${id} 步 ${localMinute(at)} ${label}`,
  }));
}

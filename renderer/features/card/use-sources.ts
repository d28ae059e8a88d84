// Where the values of a project came from, fetched once for the whole card.
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ValueSource } from '#shared/contract/methods.ts';
import { KEYS } from '../../api/queries.ts';
import { useSession } from '../../session.ts';

export function useSources(projectId: string) {
  const { call } = useSession();
  // What is said of a value now changes with each edit.
  return useQuery({
    queryKey: [...KEYS.history, 'sources', projectId],
    queryFn: () => call('projects.sources', { id: projectId }),
    staleTime: 0,
    placeholderData: (before) => before,
  });
}

/** The newest source of each column. */
export function useSourceIndex(projectId: string): ReadonlyMap<string, ValueSource> {
  const { data } = useSources(projectId);
  return useMemo(() => {
    const index = new Map<string, ValueSource>();
    for (const source of data?.sources ?? []) {
      if (source.column !== null && !index.has(source.column)) index.set(source.column, source);
    }
    return index;
  }, [data]);
}

/** 来源 of one value in a sentence, for a hover. */
export function originText({ file, sheet, cell, raw, isChanged }: ValueSource): string {
  return `来源：${file}“${sheet}”${cell}，原文“${raw}”${isChanged ? '；导入后改过' : ''}`;
}

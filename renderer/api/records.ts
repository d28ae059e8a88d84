// Records and view states in the window.
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { RecordKind, RecordValue } from '#shared/records/kinds.ts';
import { type Session, useSession } from '../session.ts';
import { KEYS } from './queries.ts';

/** The records of a kind by id; empty until they are there. */
export function useRecords<K extends RecordKind>(kind: K): ReadonlyMap<string, RecordValue<K>> {
  const { call } = useSession();
  const { data } = useQuery({
    queryKey: [...KEYS.records, kind],
    queryFn: () => call('records.list', { kinds: [kind] }),
  });
  return useMemo(() => new Map((data?.records ?? []).map(({ id, value }) => [id, value as RecordValue<K>])), [data]);
}

/** Saves one record (null deletes it) as one undo step; a refusal is shown. True where it was saved. */
export async function saveRecord<K extends RecordKind>(
  session: Session,
  kind: K,
  id: string,
  value: RecordValue<K> | null,
): Promise<boolean> {
  const done = await session.attempt('正在保存', () =>
    session.write('records.save', { changes: [{ kind, id, value }] }),
  );
  return done !== undefined;
}

/** So long a screen waits before its look is written into the workbook: a column is dragged over many widths. */
const REST_MS = 600;

/**
 * What this screen of the workbook looked like when it was left, and how to remember a new look. `initial` until it is
 * known, and for a workbook that never showed it; `isKnown` tells the two apart.
 */
export function useViewState<T extends object>(
  key: string,
  initial: T,
): { value: T; isKnown: boolean; remember: (value: T) => void } {
  const { call, queries } = useSession();
  const queryKey = useMemo(() => [...KEYS.view, key], [key]);
  const { data } = useQuery({ queryKey, queryFn: () => call('view.get', { key }) });
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; write: () => void } | null>(null);
  const flush = useCallback(() => {
    if (!waiting.current) return;
    clearTimeout(waiting.current.timer);
    waiting.current.write();
    waiting.current = null;
  }, []);
  useEffect(() => flush, [flush]);
  const remember = useCallback(
    (value: T) => {
      // An answer still on its way would bring the look from before back.
      void queries.cancelQueries({ queryKey }, { revert: false });
      queries.setQueryData(queryKey, { value });
      if (waiting.current) clearTimeout(waiting.current.timer);
      // A look that could not be kept is no failure that anybody should be told of.
      const write = () => void call('view.set', { key, value }).catch(() => undefined);
      waiting.current = { timer: setTimeout(flush, REST_MS), write };
    },
    [call, queries, queryKey, key, flush],
  );
  const stored = data?.value;
  const value = useMemo(
    () => (typeof stored === 'object' && stored !== null ? { ...initial, ...(stored as Partial<T>) } : initial),
    [stored, initial],
  );
  return { value, isKnown: data !== undefined, remember };
}

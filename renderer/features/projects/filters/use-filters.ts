// The filters and the sorting of the 项目表 while the program runs; both begin empty, so that nothing is ever missing
// unexpectedly.
import { useCallback, useMemo, useState } from 'react';
import { useSession } from '../../../session.ts';
import { useStore } from '../../../ui/store.ts';
import { type Filters, NO_FILTERS } from './filter.ts';
import type { Asked } from './match.ts';
import type { Sorting } from './sorting.ts';

const NOT_SORTED: Sorting = [];

export function useFilters() {
  const { nav } = useSession();
  const [filters, setFilters] = useState<Filters>(NO_FILTERS);
  const [sorting, setSorting] = useState<Sorting>(NOT_SORTED);
  const search = useStore(nav, (state) => state.search);
  const onlyIds = useStore(nav, (state) => state.only?.ids ?? null);
  const asked = useMemo<Asked>(() => ({ filters, search, only: onlyIds }), [filters, search, onlyIds]);
  const unsort = useCallback(() => setSorting(NOT_SORTED), []);
  return { asked, setFilters, sorting, setSorting, unsort };
}

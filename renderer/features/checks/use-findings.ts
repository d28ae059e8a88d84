// The findings as the page shows them.

import { useDeferredValue, useMemo } from 'react';
import { makePlaceOf } from '#shared/checks/finding-groups.ts';
import { useChecks, useProjectIndex, useReference } from '../../api/queries.ts';
import { useSession } from '../../session.ts';
import { useStore } from '../../ui/store.ts';
import { type Arranged, arrangeFindings } from './finding-arrange.ts';

const NOTHING: Arranged = { rows: [], findings: [] };

export function useFindings() {
  const { findingView } = useSession();
  const view = useStore(findingView, (state) => state);
  const checks = useChecks(view.published);
  const projects = useProjectIndex();
  const reference = useReference().data?.reference;
  // Typing into the search field goes before drawing its result.
  const text = useDeferredValue(view.text);
  const { level, rule, state, groupBy, collapsed } = view;
  const data = checks.data;
  const arranged = useMemo(() => {
    if (!data || !reference) return NOTHING;
    const wanted = { level, rule, state, text, groupBy, collapsed };
    return arrangeFindings(data.findings, wanted, makePlaceOf(projects, reference));
  }, [data, reference, projects, level, rule, state, text, groupBy, collapsed]);
  const current = useMemo(
    () => arranged.findings.find((finding) => finding.key === view.current) ?? null,
    [arranged, view.current],
  );
  return { checks, view, arranged, current };
}

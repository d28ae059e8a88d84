// The open findings by row of the 项目表: those of projects, and those about the subtotal of a heading.
import { useMemo } from 'react';
import { isOpen } from '#shared/checks/explanation.ts';
import type { Finding } from '#shared/checks/finding.ts';
import { useChecks, useFindingIndex } from '../../api/queries.ts';
import { headingId } from '../../state/heading-id.ts';

export function useRowFindings(): ReadonlyMap<string, Finding[]> {
  const ofProjects = useFindingIndex();
  const findings = useChecks().data?.findings;
  return useMemo(() => {
    const rows = new Map(ofProjects);
    for (const finding of findings ?? []) {
      if (finding.categoryId === undefined || finding.projectId !== undefined || !isOpen(finding)) continue;
      const id = headingId(finding.categoryId);
      rows.set(id, [...(rows.get(id) ?? []), finding]);
    }
    return rows;
  }, [ofProjects, findings]);
}

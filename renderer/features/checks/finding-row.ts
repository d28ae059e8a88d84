// The row of the 项目表 that a finding is about.
import type { Finding } from '#shared/checks/finding.ts';
import { headingId } from '../projects/rows.ts';

/** A project's row or a heading's; null where the finding is about neither. */
export function rowOf({ projectId, categoryId }: Pick<Finding, 'projectId' | 'categoryId'>): string | null {
  if (projectId !== undefined) return projectId;
  return categoryId === undefined ? null : headingId(categoryId);
}

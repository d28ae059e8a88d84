// 批量填写: one value for a column of many projects, and how many of them it changes.
import type { CellEdit } from '#shared/contract/methods.ts';
import type { Project } from '#shared/domain/project.ts';
import type { CellReader } from '../cell-text.ts';
import type { GridColumn } from '../grid-columns.ts';

export interface FillPlan {
  edits: CellEdit[];
  /** Of those, cells that hold something else now. */
  overwritten: number;
  /** Cells that hold the value already. */
  same: number;
  /** Cells left alone because they are filled. */
  kept: number;
}

/** The edits that put `text` (for a category its id) into a column; with `blanksOnly` filled cells are left alone. */
export function planFillColumn(
  projects: readonly Project[],
  column: GridColumn,
  text: string,
  blanksOnly: boolean,
  reader: CellReader,
): FillPlan {
  const plan: FillPlan = { edits: [], overwritten: 0, same: 0, kept: 0 };
  const wanted = text.trim();
  for (const project of projects) {
    const now =
      column.kind === 'category'
        ? (project.categoryId ?? '')
        : reader.plain({ kind: 'project', id: project.id, number: 0, project }, column);
    if (now === wanted) plan.same += 1;
    else if (now !== '' && blanksOnly) plan.kept += 1;
    else {
      plan.edits.push({ id: project.id, column: column.key, text: wanted });
      if (now !== '') plan.overwritten += 1;
    }
  }
  return plan;
}

// The rows of the annex (附表) in the plan's order: 合计, headings with their subtotals, projects with 序号.
// Spreadsheet, print and template filling all take their rows from here.
import { type CategoryNode, categoryTree, flattenCategories } from '../domain/categories.ts';
import { annexColumns, type Column, columnsOf } from '../domain/fields.ts';
import type { Project } from '../domain/project.ts';
import { type Rollup, rollUp } from '../domain/rollup.ts';
import { usedKeys } from '../domain/used-columns.ts';
import type { PlanData } from '../records/plan-data.ts';
import { makeTreeSums } from '../sums/tree-sums.ts';
import { type Fen, ZERO } from '../values/money.ts';
import { makeContentReader } from './cell-content.ts';

export interface AnnexOptions {
  /** Where 合计 stands; 'none': the headings alone carry subtotals (标题行即小计). */
  totalPosition: 'first' | 'last' | 'none';
  /** 序号 restarts under each heading, or runs through the whole list. */
  numbering: 'restart' | 'continuous';
}

export interface TotalRow {
  kind: 'total';
  rollup: Rollup;
}

export interface HeadingRow {
  kind: 'heading';
  /** null: the heading of projects without a category. */
  categoryId: string | null;
  /** As printed in the 序号 column: '一', '（一）' or ''. */
  ordinal: string;
  name: string;
  depth: number;
  rollup: Rollup;
}

export interface ProjectRow {
  kind: 'project';
  number: number;
  project: Project;
}

export type AnnexRow = TotalRow | HeadingRow | ProjectRow;

/** The heading over projects that have no category, or one that the plan's scheme does not know. */
export const UNCATEGORISED = '未分类';

/** All rows of the annex. Categories without projects are left out, as in print. */
export function annexRows(data: PlanData, options: AnnexOptions): AnnexRow[] {
  const rows: AnnexRow[] = [];
  const tree = categoryTree(data.reference, data.plan.scheme);
  const nodes = flattenCategories(tree).map(({ category }) => category);
  const known = new Set(nodes.map(({ id }) => id));
  const byCategory = Map.groupBy(data.projects, ({ categoryId }) =>
    categoryId !== null && known.has(categoryId) ? categoryId : null,
  );
  const own = new Map([...byCategory].map(([id, projects]) => [id, rollUp(projects, data.reference)]));
  const { byId, total } = makeTreeSums(nodes)(own);
  let number = 0;
  const addProjects = (projects: readonly Project[]): void => {
    if (options.numbering === 'restart') number = 0;
    for (const project of projects) rows.push({ kind: 'project', number: ++number, project });
  };
  const addNode = (node: CategoryNode): void => {
    const { category, depth } = node;
    const rollup = byId.get(category.id);
    if (!rollup || rollup.count === 0) return;
    rows.push({
      kind: 'heading',
      categoryId: category.id,
      ordinal: category.ordinal,
      name: category.name,
      depth,
      rollup,
    });
    addProjects(byCategory.get(category.id) ?? []);
    node.children.forEach(addNode);
  };
  tree.forEach(addNode);

  const rest = byCategory.get(null) ?? [];
  const restRollup = byId.get(null);
  if (restRollup && rest.length < data.projects.length)
    rows.push({ kind: 'heading', categoryId: null, ordinal: '', name: UNCATEGORISED, depth: 0, rollup: restRollup });
  addProjects(rest);

  const totalRow: TotalRow = { kind: 'total', rollup: total };
  if (options.totalPosition === 'first') rows.unshift(totalRow);
  if (options.totalPosition === 'last') rows.push(totalRow);
  return rows;
}

/** The subtotal of a column in a 合计 or heading row; undefined where the column has none (words, 户, 人). */
export function subtotalFen(rollup: Rollup, column: Column): Fen | undefined {
  if (column.kind !== 'amount') return undefined;
  if (column.source !== undefined) return rollup.bySource[column.source] ?? ZERO;
  if (column.year !== undefined) return rollup.byYear[column.year] ?? ZERO;
  return rollup.total;
}

/**
 * The columns of the annex after 序号. With 'used', fields that the printed annex has no column for
 * (项目编号, 责任人, 绩效目标 ...) follow 备注 where at least one project has a value. The category is not repeated:
 * the heading rows carry it.
 */
export function annexLayout(data: PlanData, extraColumns: 'none' | 'used'): Column[] {
  const layout = annexColumns(data.plan, data.reference, usedKeys(data.projects, data.reference));
  if (extraColumns === 'none') return layout;
  const read = makeContentReader(data.reference);
  const extra = columnsOf(data.plan, data.reference).filter(
    (column) =>
      (!column.field.annex || column.unprinted) &&
      column.field.id !== 'categoryId' &&
      data.projects.some((project) => read(project, column).kind !== 'blank'),
  );
  return [...layout, ...extra];
}

// The rows of the annex (附表) in the plan's order: 合计, headings with their subtotals, projects with 序号.
// Spreadsheet, print and template filling all take their rows from here.
import { type CategoryNode, categoryTree } from '../domain/categories.ts';
import { annexColumns, type Column, columnsOf } from '../domain/fields.ts';
import type { Project } from '../domain/project.ts';
import { type Rollup, rollUp } from '../domain/rollup.ts';
import { usedKeys } from '../domain/used-columns.ts';
import type { PlanData } from '../records/plan-data.ts';
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
  const byCategory = Map.groupBy(data.projects, (project) => project.categoryId);
  let number = 0;
  const addProjects = (projects: readonly Project[]): void => {
    if (options.numbering === 'restart') number = 0;
    for (const project of projects) rows.push({ kind: 'project', number: ++number, project });
  };
  const addNode = (node: CategoryNode): void => {
    const { category, depth } = node;
    const projects = projectsUnder(node, byCategory);
    if (projects.length === 0) return;
    const rollup = rollUp(projects, data.reference);
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
  const tree = categoryTree(data.reference, data.plan.scheme);
  tree.forEach(addNode);

  const filed = new Set(tree.flatMap((node) => projectsUnder(node, byCategory)));
  const rest = data.projects.filter((project) => !filed.has(project));
  if (rest.length > 0 && filed.size > 0) {
    const rollup = rollUp(rest, data.reference);
    rows.push({ kind: 'heading', categoryId: null, ordinal: '', name: UNCATEGORISED, depth: 0, rollup });
  }
  addProjects(rest);

  const total: TotalRow = { kind: 'total', rollup: rollUp(data.projects, data.reference) };
  if (options.totalPosition === 'first') rows.unshift(total);
  if (options.totalPosition === 'last') rows.push(total);
  return rows;
}

function projectsUnder(node: CategoryNode, byCategory: Map<string | null, Project[]>): Project[] {
  return [
    ...(byCategory.get(node.category.id) ?? []),
    ...node.children.flatMap((child) => projectsUnder(child, byCategory)),
  ];
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
      !column.field.annex &&
      column.field.id !== 'categoryId' &&
      data.projects.some((project) => read(project, column).kind !== 'blank'),
  );
  return [...layout, ...extra];
}

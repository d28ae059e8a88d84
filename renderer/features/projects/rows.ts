// The rows of the 项目表 as the grid shows them: 合计, a heading per category with its subtotal, the projects beneath.

import { type CategoryNode, categoryHeading, flattenCategories } from '#shared/domain/categories.ts';
import type { Project } from '#shared/domain/project.ts';
import type { Rollup } from '#shared/domain/rollup.ts';
import { headingId } from '../../state/heading-id.ts';
import type { SortMode } from './filters/sorting.ts';
import type { Totals } from './totals.ts';

export interface TotalRow {
  kind: 'total';
  id: string;
  title: string;
  rollup: Rollup;
  /** Projects of the whole list where a filter hides some; null where all are counted. */
  of: number | null;
}

export interface HeadingRow {
  kind: 'heading';
  id: string;
  categoryId: string | null;
  depth: number;
  title: string;
  rollup: Rollup;
  of: number | null;
  collapsed: boolean;
}

export interface ProjectRow {
  kind: 'project';
  id: string;
  /** 序号: its place under its heading in the plan, whatever is filtered or sorted. */
  number: number;
  project: Project;
}

export type GridRow = TotalRow | HeadingRow | ProjectRow;

export interface RowInput {
  tree: readonly CategoryNode[];
  /** All projects. */
  all: Totals;
  /** The shown projects; the same object as `all` where nothing is filtered. */
  shown: Totals;
  collapsed: ReadonlySet<string>;
  showEmpty: boolean;
  /** Sorts the projects: as one list without headings, or within each heading. null: the plan's order. */
  sorted: { mode: SortMode; sort: (projects: readonly Project[]) => readonly Project[] } | null;
}

export interface Rows {
  total: TotalRow;
  rows: (HeadingRow | ProjectRow)[];
}

export const UNCLASSIFIED = '未分类';

/** Builds the rows; those that did not change are the same objects as in `before`, so the grid leaves them alone. */
export function buildRows(input: RowInput, before: Rows | null): Rows {
  const known = new Map<string, GridRow>((before?.rows ?? []).map((row) => [row.id, row]));
  const isFiltered = input.shown !== input.all;
  const rows: (HeadingRow | ProjectRow)[] = [];
  const { sorted } = input;
  const numbers = isFiltered || sorted ? planNumbers(input.all) : null;
  const addProjects = (projects: readonly Project[]): void => {
    projects.forEach((project, index) => {
      const number = numbers?.get(project.id) ?? index + 1;
      rows.push(keep(known, { kind: 'project', id: project.id, number, project }));
    });
  };
  const inOrder = (projects: readonly Project[]): readonly Project[] => (sorted ? sorted.sort(projects) : projects);
  const addHeading = (categoryId: string | null, title: string, depth: number): boolean => {
    const rollup = input.shown.byCategory.get(categoryId);
    if (!rollup || (rollup.count === 0 && (isFiltered || !input.showEmpty))) return false;
    const id = headingId(categoryId);
    const collapsed = input.collapsed.has(id);
    const of = isFiltered ? (input.all.byCategory.get(categoryId)?.count ?? 0) : null;
    rows.push(keep(known, { kind: 'heading', id, categoryId, depth, title, rollup, of, collapsed }));
    return !collapsed;
  };
  const visit = (node: CategoryNode): void => {
    if (!addHeading(node.category.id, categoryHeading(node.category), node.depth)) return;
    addProjects(inOrder(input.shown.direct.get(node.category.id) ?? []));
    node.children.forEach(visit);
  };

  if (sorted?.mode === 'whole') {
    addProjects(inOrder(inPlanOrder(input)));
  } else {
    input.tree.forEach(visit);
    const loose = input.shown.direct.get(null) ?? [];
    if (loose.length > 0 && addHeading(null, UNCLASSIFIED, 0)) addProjects(inOrder(loose));
  }
  const total: TotalRow = {
    kind: 'total',
    id: 'total',
    title: isFiltered ? '合计（筛选后）' : '合计',
    rollup: input.shown.total,
    of: isFiltered ? input.all.total.count : null,
  };
  return { total: before && isSameRow(before.total, total) ? before.total : total, rows };
}

/** The shown projects as the plan orders them. */
function inPlanOrder({ tree, shown }: RowInput): Project[] {
  const ids = [...flattenCategories(tree).map(({ category }) => category.id), null];
  return ids.flatMap((id) => shown.direct.get(id) ?? []);
}

/** 序号 of each project: its place under its heading. */
function planNumbers(all: Totals): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const projects of all.direct.values()) {
    projects.forEach((project, index) => {
      numbers.set(project.id, index + 1);
    });
  }
  return numbers;
}

function keep<R extends HeadingRow | ProjectRow>(known: ReadonlyMap<string, GridRow>, row: R): R {
  const before = known.get(row.id);
  return before && isSameRow(before, row) ? (before as R) : row;
}

/** Whether two rows show the same: compared by their fields, which hold strings, numbers and shared objects. */
function isSameRow(a: GridRow, b: GridRow): boolean {
  const left = Object.entries(a);
  const right = b as unknown as Record<string, unknown>;
  return a.kind === b.kind && left.every(([key, value]) => value === right[key]);
}

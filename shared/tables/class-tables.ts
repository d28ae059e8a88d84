// 表4 (all classes) and 表4-1, 表4-2 ... (one class each): counts and total investment by category.
import { type CategoryNode, categoryHeading, categoryTree, flattenCategories } from '#shared/domain/categories.ts';
import type { PlanData } from '#shared/domain/plan-data.ts';
import { emptyRollup } from '#shared/domain/rollup.ts';
import {
  amountCell,
  amountChart,
  COUNT_COLUMN,
  countCell,
  countChart,
  nameColumn,
  TOTAL_COLUMN,
  textCell,
} from './building.ts';
import { type PlanSums, planSums, UNASSIGNED } from './plan-sums.ts';
import { isCityPlan, type TableOptions, type TableSpec } from './spec.ts';
import type { TableResult, TableRow } from './table.ts';

const COLUMNS = [nameColumn('项目类别及名称'), COUNT_COLUMN, TOTAL_COLUMN];

function categoryRow(sums: PlanSums, node: CategoryNode, role: TableRow['role'], depth: number): TableRow {
  const { count, total } = sums.byCategory.get(node.category.id) ?? emptyRollup();
  return {
    key: `category:${node.category.id}`,
    role,
    depth,
    cells: [textCell(categoryHeading(node.category)), countCell(count), amountCell(total)],
  };
}

/** Row of projects without a category; undefined where there are none. */
function unassignedRow(sums: PlanSums, label = '未分类'): TableRow | undefined {
  const rest = sums.byCategory.get(UNASSIGNED) ?? emptyRollup();
  if (rest.count === 0) return undefined;
  return {
    key: `category:${UNASSIGNED}`,
    role: 'item',
    depth: 0,
    cells: [textCell(label), countCell(rest.count), amountCell(rest.total)],
  };
}

function buildOverview(data: PlanData): TableResult {
  const sums = planSums(data);
  const tops = categoryTree(data.reference, data.plan.scheme);
  const rest = unassignedRow(sums);
  const rows: TableRow[] = [
    {
      key: 'total',
      role: 'total',
      depth: 0,
      cells: [textCell('合计'), countCell(sums.all.count), amountCell(sums.all.total)],
    },
    ...tops.map((node) => categoryRow(sums, node, 'item', 0)),
    ...(rest ? [rest] : []),
  ];
  const points = tops.map(({ category }) => {
    const { count, total } = sums.byCategory.get(category.id) ?? emptyRollup();
    return { label: category.name, count, fen: total };
  });
  return {
    id: '表4',
    title: `表4 ${data.plan.regionName}各类项目个数和投资`,
    unit: '万元',
    columns: COLUMNS,
    rows,
    notes: [],
    charts: [countChart('图4-1', '各类项目个数', points), amountChart('图5-1', '各类项目投资', 'bar', points)],
  };
}

export const OVERVIEW_TABLE: TableSpec = {
  id: '表4',
  summary: '各类项目的个数和总投资（图4-1、图5-1）',
  applies: () => true,
  build: buildOverview,
};

function buildClassTable(data: PlanData, position: number, options: TableOptions): TableResult {
  const top = categoryTree(data.reference, data.plan.scheme)[position];
  if (!top) throw new RangeError(`no class ${position} in scheme ${data.plan.scheme}`);
  const sums = planSums(data);
  const below = flattenCategories(top.children).filter(
    ({ category }) => options.emptyRows || (sums.byCategory.get(category.id)?.count ?? 0) > 0,
  );
  const rows = [
    categoryRow(sums, top, 'heading', 0),
    ...below.map((node) => categoryRow(sums, node, node.children.length > 0 ? 'heading' : 'item', node.depth)),
  ];
  // Projects filed right under the class, without a sub-class, still belong to its sum.
  const direct = rollUpDirect(sums, top);
  if (direct) rows.push(direct);
  const id = `表4-${position + 1}`;
  const points = top.children.map(({ category }) => ({
    label: category.name,
    fen: (sums.byCategory.get(category.id) ?? emptyRollup()).total,
  }));
  return {
    id,
    title: `${id} ${top.category.name}项目个数和投资`,
    unit: '万元',
    columns: COLUMNS,
    rows,
    notes: [],
    charts: [amountChart(`图4-${position + 2}`, `${top.category.name}投资构成`, 'pie', points)],
  };
}

function rollUpDirect(sums: PlanSums, top: CategoryNode): TableRow | undefined {
  if (top.children.length === 0) return undefined;
  const all = sums.byCategory.get(top.category.id) ?? emptyRollup();
  let count = all.count;
  let total: number = all.total;
  for (const { category } of top.children) {
    const child = sums.byCategory.get(category.id) ?? emptyRollup();
    count -= child.count;
    total -= child.total;
  }
  if (count === 0) return undefined;
  return {
    key: `direct:${top.category.id}`,
    role: 'item',
    depth: 1,
    cells: [textCell('未细分'), countCell(count), amountCell(total as typeof all.total)],
  };
}

/** 表4-n of the class at a position of the scheme, from 0. */
export function classTable(position: number): TableSpec {
  return {
    id: `表4-${position + 1}`,
    summary: `第${position + 1}类项目按小类的个数和总投资（图4-${position + 2}）`,
    applies: (data) => !isCityPlan(data) && categoryTree(data.reference, data.plan.scheme)[position] !== undefined,
    build: (data, options) => buildClassTable(data, position, options),
  };
}

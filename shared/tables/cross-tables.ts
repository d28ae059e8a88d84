// 分类资金表 (category × fund source) and 地区分类表 (town × top class).
import { type CategoryNode, categoryHeading, categoryTree, flattenCategories } from '#shared/domain/categories.ts';
import { addFen, subtractFen, wanNumber, ZERO } from '#shared/domain/money.ts';
import type { PlanData } from '#shared/domain/plan-data.ts';
import { topSources } from '#shared/domain/reference.ts';
import { emptyRollup, type Rollup } from '#shared/domain/rollup.ts';
import {
  amountCell,
  COUNT_COLUMN,
  countCell,
  dropIfEmpty,
  nameColumn,
  sourceColumns,
  TOTAL_COLUMN,
  textCell,
  UNSPLIT_SOURCE_KEY,
} from './building.ts';
import { type PlaceSums, planSums, UNASSIGNED } from './plan-sums.ts';
import { isCityPlan, type TableOptions, type TableSpec } from './spec.ts';
import type { TableColumn, TableResult, TableRow } from './table.ts';

function buildFundTable(data: PlanData, options: TableOptions): TableResult {
  const sums = planSums(data);
  const sources = topSources(data.reference);
  const tops = categoryTree(data.reference, data.plan.scheme);
  const toRow = (key: string, label: string, role: TableRow['role'], depth: number, rollup: Rollup): TableRow => {
    const amounts = sources.map(({ id }) => rollup.bySource[id] ?? ZERO);
    return {
      key,
      role,
      depth,
      cells: [
        textCell(label),
        countCell(rollup.count),
        amountCell(rollup.total),
        ...amounts.map(amountCell),
        amountCell(subtractFen(rollup.total, addFen(...amounts))),
      ],
    };
  };
  const rollupOf = (id: string): Rollup => sums.byCategory.get(id) ?? emptyRollup();
  const categoryRow = ({ category, depth, children }: CategoryNode): TableRow =>
    toRow(
      `category:${category.id}`,
      categoryHeading(category),
      depth === 0 || children.length > 0 ? 'heading' : 'item',
      depth,
      rollupOf(category.id),
    );
  const unassigned = rollupOf(UNASSIGNED);
  const rows = [
    toRow('total', '合计', 'total', 0, sums.all),
    ...flattenCategories(tops)
      .filter(({ category, depth }) => options.emptyRows || depth === 0 || rollupOf(category.id).count > 0)
      .map(categoryRow),
    ...(unassigned.count > 0 ? [toRow(`category:${UNASSIGNED}`, '未分类', 'item', 0, unassigned)] : []),
  ];
  const columns: TableColumn[] = [
    nameColumn('项目类别'),
    COUNT_COLUMN,
    TOTAL_COLUMN,
    ...sourceColumns(data.reference),
    { key: UNSPLIT_SOURCE_KEY, label: '未分解来源', group: '资金来源', kind: 'amount' },
  ];
  return {
    id: '分类资金表',
    title: '分类资金表 各类项目的资金来源',
    unit: '万元',
    ...dropIfEmpty(columns, rows, UNSPLIT_SOURCE_KEY),
    notes: [],
    charts: [
      {
        id: '图 分类资金',
        title: '各类项目的资金来源',
        kind: 'stacked-bar',
        unit: '万元',
        labels: tops.map(({ category }) => category.name),
        series: sources.map(({ id, name }) => ({
          name,
          values: tops.map(({ category }) => wanNumber(rollupOf(category.id).bySource[id] ?? ZERO)),
        })),
      },
    ],
  };
}

export const FUND_TABLE: TableSpec = {
  id: '分类资金表',
  summary: '各类项目按资金来源的投资',
  applies: () => true,
  build: buildFundTable,
};

/** Towns in the order of the reference data, then others as met, then projects without a town. */
function orderedTowns(data: PlanData, byTown: ReadonlyMap<string, PlaceSums>): string[] {
  const known = data.reference.regions.filter(({ level }) => level === 'town').map(({ name }) => name);
  const found = [...byTown.keys()].filter((town) => town !== UNASSIGNED);
  const listed = known.filter((town, index) => byTown.has(town) && known.indexOf(town) === index);
  const others = found.filter((town) => !listed.includes(town));
  return [...listed, ...others, ...(byTown.has(UNASSIGNED) ? [UNASSIGNED] : [])];
}

function buildTownTable(data: PlanData): TableResult {
  const sums = planSums(data);
  const tops = categoryTree(data.reference, data.plan.scheme);
  const keys = [...tops.map(({ category }) => category.id), UNASSIGNED];
  const towns = orderedTowns(data, sums.byTown);
  const totalOf = (key: string) => (sums.byCategory.get(key) ?? emptyRollup()).total;
  const rows: TableRow[] = [
    {
      key: 'total',
      role: 'total',
      depth: 0,
      cells: [
        textCell('合计'),
        countCell(sums.all.count),
        amountCell(sums.all.total),
        ...keys.map((key) => amountCell(totalOf(key))),
      ],
    },
    ...towns.map((town): TableRow => {
      const place = sums.byTown.get(town);
      return {
        key: `town:${town}`,
        role: 'item',
        depth: 0,
        cells: [
          textCell(town === UNASSIGNED ? '未填地点' : town),
          countCell(place?.count ?? 0),
          amountCell(place?.total ?? ZERO),
          ...keys.map((key) => amountCell(place?.byTop.get(key)?.total ?? ZERO)),
        ],
      };
    }),
  ];
  const columns: TableColumn[] = [
    nameColumn('乡镇（街道）'),
    COUNT_COLUMN,
    TOTAL_COLUMN,
    ...tops.map(
      ({ category }): TableColumn => ({
        key: `category:${category.id}`,
        label: category.name,
        group: '其中',
        kind: 'amount',
      }),
    ),
    { key: `category:${UNASSIGNED}`, label: '未分类', group: '其中', kind: 'amount' },
  ];
  return {
    id: '地区分类表',
    title: '地区分类表 各乡镇（街道）各类项目的投资',
    unit: '万元',
    ...dropIfEmpty(columns, rows, `category:${UNASSIGNED}`),
    notes: [],
    charts: [
      {
        id: '图 地区分类',
        title: '各乡镇（街道）的投资',
        kind: 'stacked-bar',
        unit: '万元',
        labels: towns.map((town) => (town === UNASSIGNED ? '未填地点' : town)),
        series: tops.map(({ category }) => ({
          name: category.name,
          values: towns.map((town) => wanNumber(sums.byTown.get(town)?.byTop.get(category.id)?.total ?? ZERO)),
        })),
      },
    ],
  };
}

export const TOWN_TABLE: TableSpec = {
  id: '地区分类表',
  summary: '各乡镇（街道）按类别的投资',
  applies: (data) => !isCityPlan(data),
  build: buildTownTable,
};

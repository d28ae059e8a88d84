// A city's 表2 (class × county) and 表3 (county × fund source), through the mapping of the counties' classes.
import { categoryTree } from '#shared/domain/categories.ts';
import { addFen, subtractFen, wanNumber, ZERO } from '#shared/domain/money.ts';
import type { PlanData } from '#shared/domain/plan-data.ts';
import { topSources } from '#shared/domain/reference.ts';
import { emptyRollup, type Rollup } from '#shared/domain/rollup.ts';
import {
  amountCell,
  amountChart,
  COUNT_COLUMN,
  countCell,
  dropIfEmpty,
  nameColumn,
  sourceColumns,
  TOTAL_COLUMN,
  textCell,
  UNSPLIT_SOURCE_KEY,
} from './building.ts';
import { shortRegionName } from './crosswalk.ts';
import { planSums, UNASSIGNED } from './plan-sums.ts';
import { isCityPlan, type TableSpec } from './spec.ts';
import type { TableColumn, TableResult, TableRow } from './table.ts';

interface County {
  key: string;
  label: string;
}

/** The city's counties in printed order, then a place for projects of no known county. */
function countiesOf({ reference, plan }: PlanData): County[] {
  return [
    ...reference.regions
      .filter(({ level, parent }) => level === 'county' && parent === plan.regionCode)
      .map((region) => ({ key: region.code, label: shortRegionName(region) })),
    { key: UNASSIGNED, label: '未分解地区' },
  ];
}

function buildClassByCounty(data: PlanData): TableResult {
  const sums = planSums(data);
  const counties = countiesOf(data);
  const tops = categoryTree(data.reference, data.plan.scheme).map(({ category }) => category);
  const classes = [...tops.map(({ id, name }) => ({ key: id, label: name })), { key: UNASSIGNED, label: '未分类' }];
  const classRow = ({ key, label }: County): TableRow => ({
    key: `category:${key}`,
    role: 'item',
    depth: 0,
    cells: [
      textCell(label),
      amountCell((sums.byCategory.get(key) ?? emptyRollup()).total),
      ...counties.map((county) => amountCell(sums.byRegion.get(county.key)?.sums.byTop.get(key)?.total ?? ZERO)),
    ],
  });
  const rows: TableRow[] = [
    ...classes.filter(({ key }) => key !== UNASSIGNED || (sums.byCategory.get(key)?.count ?? 0) > 0).map(classRow),
    {
      key: 'total',
      role: 'total',
      depth: 0,
      cells: [
        textCell('分县总投资'),
        amountCell(sums.all.total),
        ...counties.map((county) => amountCell(sums.byRegion.get(county.key)?.sums.total ?? ZERO)),
      ],
    },
  ];
  const columns: TableColumn[] = [
    nameColumn('工程类别'),
    { ...TOTAL_COLUMN, label: '总计' },
    ...counties.map(({ key, label }): TableColumn => ({ key: `region:${key}`, label, kind: 'amount' })),
  ];
  return {
    id: '表2',
    title: `表2 ${data.plan.regionName}各类工程分县投资`,
    unit: '万元',
    ...dropIfEmpty(columns, rows, `region:${UNASSIGNED}`),
    notes: [],
    charts: [
      {
        id: '图 分县投资',
        title: '各类工程分县投资',
        kind: 'stacked-bar',
        unit: '万元',
        labels: counties.filter(({ key }) => sums.byRegion.has(key)).map(({ label }) => label),
        series: tops.map(({ id, name }) => ({
          name,
          values: counties
            .filter(({ key }) => sums.byRegion.has(key))
            .map(({ key }) => wanNumber(sums.byRegion.get(key)?.sums.byTop.get(id)?.total ?? ZERO)),
        })),
      },
    ],
  };
}

export const CLASS_BY_COUNTY_TABLE: TableSpec = {
  id: '表2',
  summary: '市级：八大工程按县（市、区）的投资',
  applies: isCityPlan,
  build: buildClassByCounty,
};

function buildCountyBySource(data: PlanData): TableResult {
  const sums = planSums(data);
  const sources = topSources(data.reference);
  const counties = countiesOf(data);
  const toRow = (key: string, label: string, role: TableRow['role'], rollup: Rollup): TableRow => {
    const amounts = sources.map(({ id }) => rollup.bySource[id] ?? ZERO);
    return {
      key,
      role,
      depth: 0,
      cells: [
        textCell(label),
        countCell(rollup.count),
        amountCell(rollup.total),
        ...amounts.map(amountCell),
        amountCell(subtractFen(rollup.total, addFen(...amounts))),
      ],
    };
  };
  const rows = [
    ...counties
      .filter(({ key }) => key !== UNASSIGNED || sums.byRegion.has(key))
      .map(({ key, label }) => toRow(`region:${key}`, label, 'item', sums.byRegion.get(key)?.rollup ?? emptyRollup())),
    toRow('total', '总计', 'total', sums.all),
  ];
  const columns: TableColumn[] = [
    nameColumn('县（市、区）'),
    COUNT_COLUMN,
    TOTAL_COLUMN,
    ...sourceColumns(data.reference, '其中'),
    { key: UNSPLIT_SOURCE_KEY, label: '未分解来源', group: '其中', kind: 'amount' },
  ];
  return {
    id: '表3',
    title: `表3 ${data.plan.regionName}分县项目个数和资金来源`,
    unit: '万元',
    ...dropIfEmpty(columns, rows, UNSPLIT_SOURCE_KEY),
    notes: [],
    charts: [
      amountChart(
        '图 资金来源',
        '资金来源构成',
        'pie',
        sources.map(({ id, name }) => ({ label: name, fen: sums.all.bySource[id] ?? ZERO })),
      ),
    ],
  };
}

export const COUNTY_BY_SOURCE_TABLE: TableSpec = {
  id: '表3',
  summary: '市级：各县（市、区）项目个数、总投资和资金来源',
  applies: isCityPlan,
  build: buildCountyBySource,
};

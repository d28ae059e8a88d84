// 表5-1: counts and money by year, split by fund source. Rows and columns always add up: what is not broken down
// stands in a row and a column of its own, shown only where there is any.
import { addFen, type Fen, subtractFen, wanNumber, ZERO } from '#shared/domain/money.ts';
import type { PlanData } from '#shared/domain/plan-data.ts';
import { cellKey } from '#shared/domain/project.ts';
import { planYears, topSources } from '#shared/domain/reference.ts';
import {
  amountCell,
  amountChart,
  COUNT_COLUMN,
  countCell,
  countChart,
  dropIfEmpty,
  nameColumn,
  sourceColumns,
  TOTAL_COLUMN,
  textCell,
  UNSPLIT_SOURCE_KEY,
} from './building.ts';
import { planSums } from './plan-sums.ts';
import type { TableSpec } from './spec.ts';
import type { TableColumn, TableResult, TableRow } from './table.ts';

/** Key of the row of money and projects that have no year of the plan. */
export const UNSPLIT_YEAR_KEY = 'year:?';

interface Line {
  key: string;
  label: string;
  role: TableRow['role'];
  count: number;
  total: Fen;
  sources: Fen[];
}

function toRow(line: Line): TableRow {
  return {
    key: line.key,
    role: line.role,
    depth: 0,
    cells: [
      textCell(line.label),
      countCell(line.count),
      amountCell(line.total),
      ...line.sources.map(amountCell),
      amountCell(subtractFen(line.total, addFen(...line.sources))),
    ],
  };
}

/** '2021-2025年' */
export function periodLabel({ firstYear, lastYear }: PlanData['plan']): string {
  return firstYear === lastYear ? `${firstYear}年` : `${firstYear}-${lastYear}年`;
}

/** What the total has over the years: no year stated, or a year outside the plan. */
function restLine(total: Line, years: readonly Line[]): Line {
  return {
    key: UNSPLIT_YEAR_KEY,
    label: '未分解年度',
    role: 'item',
    count: total.count - years.reduce((sum, { count }) => sum + count, 0),
    total: subtractFen(total.total, addFen(...years.map((line) => line.total))),
    sources: total.sources.map((fen, index) =>
      subtractFen(fen, addFen(...years.map((line) => line.sources[index] ?? ZERO))),
    ),
  };
}

function isEmpty(line: Line): boolean {
  return line.count === 0 && line.total === 0 && line.sources.every((fen) => fen === 0);
}

function buildYearTable(data: PlanData): TableResult {
  const { all } = planSums(data);
  const sources = topSources(data.reference);
  const total: Line = {
    key: 'total',
    label: periodLabel(data.plan),
    role: 'total',
    count: all.count,
    total: all.total,
    sources: sources.map(({ id }) => all.bySource[id] ?? ZERO),
  };
  const years = planYears(data.plan).map(
    (year): Line => ({
      key: `year:${year}`,
      label: `${year}年`,
      role: 'item',
      count: all.countByYear[year] ?? 0,
      total: all.byYear[year] ?? ZERO,
      sources: sources.map(({ id }) => all.cells[cellKey(year, id)] ?? ZERO),
    }),
  );
  const rest = restLine(total, years);
  const lines = isEmpty(rest) ? [total, ...years] : [total, ...years, rest];
  const columns: TableColumn[] = [
    nameColumn('年份'),
    COUNT_COLUMN,
    TOTAL_COLUMN,
    ...sourceColumns(data.reference),
    { key: UNSPLIT_SOURCE_KEY, label: '未分解来源', group: '资金来源', kind: 'amount' },
  ];
  const shown = dropIfEmpty(columns, lines.map(toRow), UNSPLIT_SOURCE_KEY);
  return {
    id: '表5-1',
    title: '表5-1 各年度项目个数、投资和资金来源',
    unit: '万元',
    ...shown,
    notes: notesFor(rest, shown.columns),
    charts: [
      countChart('图5-2', '各年度项目个数', years),
      amountChart(
        '图5-3',
        '各年度投资',
        'bar',
        years.map(({ label, total: fen }) => ({ label, fen })),
      ),
      amountChart(
        '图5-4',
        '资金来源构成',
        'pie',
        sources.map(({ name }, index) => ({ label: name, fen: total.sources[index] ?? ZERO })),
      ),
      {
        id: '图5-4（分年度）',
        title: '各年度资金来源',
        kind: 'stacked-bar',
        unit: '万元',
        labels: years.map(({ label }) => label),
        series: sources.map(({ name }, index) => ({
          name,
          values: years.map((line) => wanNumber(line.sources[index] ?? ZERO)),
        })),
      },
    ],
  };
}

/** Says under the table what its extra row and column hold. */
function notesFor(rest: Line, columns: readonly TableColumn[]): string[] {
  const notes: string[] = [];
  if (!isEmpty(rest))
    notes.push('“未分解年度”为没有填分年度投资、年度在规划期外，或年度与来源的对应关系没有填的部分。');
  if (columns.some(({ key }) => key === UNSPLIT_SOURCE_KEY)) {
    notes.push(
      '“未分解来源”为没有填资金来源的部分；同一项目跨几个年度又有几种来源时，在项目卡片里填明各年各来源即可分开。',
    );
  }
  return notes;
}

export const YEAR_TABLE: TableSpec = {
  id: '表5-1',
  summary: '各年度项目个数、总投资和资金来源（图5-2、图5-3、图5-4）',
  applies: () => true,
  build: buildYearTable,
};

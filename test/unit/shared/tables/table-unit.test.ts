// The plan's tables in another unit, rounded so that they still add up.
import { describe, expect, it } from 'vitest';
import { tableCellText } from '#shared/format/table-text.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { computeTables } from '#shared/tables/compute.ts';
import { findSums } from '#shared/tables/find-sums.ts';
import type { TableResult } from '#shared/tables/table.ts';
import { tableJson } from '#shared/tables/table-json.ts';
import { showTable } from '#shared/tables/table-unit.ts';
import { parseScaled, wan } from '#shared/values/money.ts';
import { makeProject, planWith, samplePlan } from '../../seeds/sample-plan.ts';

const sample = samplePlan();
const city = planWith(
  [
    makeProject('a', { total: '10.4', bySource: { fiscal: '10.4' } }, { categoryId: 'county.service.collective' }),
    makeProject('b', { total: '5.4', bySource: { sector: '5.4' } }, { categoryId: 'county.service.health' }),
    makeProject('c', { total: '4.3' }, { regionCode: '530426', categoryId: 'city.collective' }),
  ],
  '530400',
);

function tableOf(data: PlanData, id: string): TableResult {
  const table = computeTables(data).find((candidate) => candidate.id === id);
  if (!table) throw new Error(`no ${id}`);
  return table;
}

/** Checks every sum of the exact table against the digits that are shown. */
function expectShownSums(exact: TableResult, shown: TableResult): void {
  const { rowSums, columnSums, columns } = findSums(exact);
  const value = (row: number, column: number): number => {
    const cell = shown.rows[row]?.cells[columns[column] ?? -1];
    return cell?.kind === 'amount' ? (parseScaled(cell.shown?.digits ?? '', 6) ?? Number.NaN) : 0;
  };
  for (const { total, parts } of rowSums) {
    columns.forEach((_, column) => {
      expect(parts.reduce((sum, row) => sum + value(row, column), 0)).toBe(value(total, column));
    });
  }
  for (const { total, parts } of columnSums) {
    shown.rows.forEach((_, row) => {
      expect(parts.reduce((sum, column) => sum + value(row, column), 0)).toBe(value(row, total));
    });
  }
}

describe('tables in another unit', () => {
  it('finds the sums of all tables of a county and a city', () => {
    const found = [sample, city].flatMap((data) =>
      computeTables(data).map((table) => {
        const { rowSums, columnSums } = findSums(table);
        return `${table.id} ${rowSums.length} ${columnSums.length}`;
      }),
    );
    // Every table but that of indicators has a total or a heading; those with columns of parts have one of their sum.
    expect(found).toEqual([
      ...['indicators 0 0', 'classes 1 0'],
      ...['industry', 'employment', 'relocation', 'ecology', 'infrastructure', 'service'].map(
        (name) => `class:county.${name} 1 0`,
      ),
      ...['years 1 1', 'categories-by-source 7 1', 'categories-by-year 7 1'],
      ...['towns-by-class 1 1', 'towns-by-year 1 1', 'units-by-source 1 1'],
      ...['indicators 0 0', 'classes-by-county 1 1', 'counties-by-source 1 1', 'classes 1 0', 'years 1 1'],
      ...['categories-by-source 1 1', 'categories-by-year 1 1', 'units-by-source 1 1'],
    ]);
  });

  it('adds up in 亿元 with any number of decimals', () => {
    for (const data of [sample, city]) {
      for (const table of computeTables(data)) {
        for (const decimals of [0, 1, 2]) {
          expectShownSums(table, showTable(table, { unit: '亿元', decimals, balance: true }));
          expectShownSums(table, showTable(table, { unit: '万元', decimals, balance: true }));
        }
      }
    }
  });

  it('does not add up by ordinary rounding, and says what 舍位平衡 moved', () => {
    const exact = tableOf(sample, 'categories-by-source');
    const plain = showTable(exact, { unit: '亿元', decimals: 2, balance: false });
    expect(() => expectShownSums(exact, plain)).toThrow();
    const balanced = showTable(exact, { unit: '亿元', decimals: 2, balance: true });
    expect(balanced.unit).toBe('亿元');
    expect(tableCellText(balanced.rows[0]?.cells[2])).toBe('66.46');
    expect(balanced.notes.at(-1)).toMatch(/^为使各行各列相加等于合计，有 \d+ 个数没有按四舍五入取（舍位平衡）：/);
    const moved = balanced.rows.flatMap(({ cells }) =>
      cells.flatMap((cell) => (cell.kind === 'amount' && cell.shown?.ordinary ? [cell.shown] : [])),
    );
    expect(moved.length).toBeGreaterThan(0);
    for (const { digits, ordinary } of moved) expect(digits).not.toBe(ordinary);
  });

  it('tells of rows whose exact figures do not add up', () => {
    const data = planWith([
      makeProject('a', { total: '10.004', bySource: { fiscal: '10.004' } }, { town: '研和街道' }),
      makeProject('b', { total: '7.3', bySource: { fiscal: '7.1', sector: '0.2' } }, { town: '大营街街道' }),
    ]);
    const exact = tableOf(data, 'categories-by-source');
    const wrong = {
      ...exact,
      rows: exact.rows.map((row, index) =>
        index === 0 ? { ...row, cells: row.cells.with(2, { kind: 'amount' as const, fen: wan('99') }) } : row,
      ),
    };
    const shown = showTable(wrong, { unit: '万元', decimals: 1, balance: true });
    expect(shown.notes.at(-1)).toBe('合计 1 行的“总投资”与分列之和在取整前就不相等，舍位平衡没有改动，请先核对原数。');
    expect(showTable(wrong, { unit: '万元', decimals: 1, balance: true })).toBe(shown);
  });

  it('shows exact figures in another unit where no decimals are asked for', () => {
    const shown = showTable(tableOf(sample, 'classes'), { unit: '元', decimals: null, balance: false });
    expect(tableJson(shown).rows[0]).toEqual(['合计', 514, '6645993800']);
    expect(tableCellText(shown.rows[0]?.cells[2])).toBe('6,645,993,800');
    const [, chart] = shown.charts;
    expect(chart).toMatchObject({ id: 'classes-total', unit: '元', decimals: null });
    expect(chart?.series[0]?.values[0]).toBe(1376404700);
  });

  it('takes the charts along, rounded as the table is; charts of counts stay', () => {
    const exact = tableOf(sample, 'years');
    const shown = showTable(exact, { unit: '亿元', decimals: 1, balance: true });
    const values = (id: string) => shown.charts.find((chart) => chart.id === id)?.series[0]?.values;
    expect(values('years-total')).toEqual([9.2, 21.3, 12.4, 22.3, 1.3]);
    expect(values('years-count')).toEqual([165, 162, 83, 56, 48]);
    expect(values('sources')?.reduce((sum, value) => sum + Math.round(value * 10), 0)).toBe(665);
  });
});

// The sample's tables against those that the district printed: equal where the print is right, different exactly where
// handbook chapter 1 says that it is wrong.
import { describe, expect, it } from 'vitest';
import { HONGTA_CLASSES, HONGTA_YEARS } from '#seeds/published-hongta.ts';
import type { PublishedFigure, PublishedNode } from '#shared/domain/published-table.ts';
import { nodeLabel } from '#shared/domain/published-table.ts';
import { computeTables } from '#shared/tables/compute.ts';
import type { TableResult } from '#shared/tables/table.ts';
import { tableJson } from '#shared/tables/table-json.ts';
import { toFen, wanText } from '#shared/values/money.ts';
import { samplePlan } from '../../seeds/sample-plan.ts';

const tables = computeTables(samplePlan());

function byNumber(number: string | null): TableResult {
  const table = tables.find((candidate) => candidate.number === number);
  if (!table) throw new Error(`no ${number}`);
  return table;
}

type Line = [table: string, row: string, column: string, printed: string, computed: string];

const printedText = (figure: PublishedFigure, isCount: boolean): string =>
  isCount ? String(figure.value) : wanText(toFen(figure.value));

function compare(table: TableResult, row: string, column: string, figure: PublishedFigure | null): Line[] {
  if (!figure) return [];
  const { columns, rows } = tableJson(table);
  const index = columns.indexOf(column);
  const computed = String(rows.find(([name]) => name === row)?.[index]);
  return [[table.number, row, column, printedText(figure, column === '项目个数'), computed]];
}

function linesOf(node: PublishedNode, table: TableResult): Line[] {
  const row = nodeLabel(node);
  return [
    ...compare(table, row, '项目个数', node.count),
    ...compare(table, row, '总投资', node.total),
    ...node.children.flatMap((child) => linesOf(child, table)),
  ];
}

const differing = (lines: readonly Line[]): string[] =>
  lines.filter(([, , , printed, computed]) => printed !== computed).map((line) => line.join(' '));

describe('表4-1 to 表4-6', () => {
  const lines = HONGTA_CLASSES.nodes.flatMap((node) => linesOf(node, byNumber(node.table)));

  it('have every printed row', () => {
    expect(lines).toHaveLength(68);
    expect(lines.filter(([, , , , computed]) => computed === 'undefined')).toEqual([]);
  });

  it.each([
    ['D1', '表4-1 一、乡村特色产业帮扶 总投资 137640.5 137640.47'],
    ['D2', '表4-5 五、乡村基础设施建设 总投资 418659.38 418689.38'],
  ])('differ where the print is wrong: %s', (_, line) => expect(differing(lines)).toContain(line));

  it('differ nowhere else, and so does the sum of all classes (D8)', () => {
    expect(differing(lines)).toHaveLength(2);
    const total = compare(byNumber('表4'), '合计', '总投资', HONGTA_CLASSES.total);
    expect(differing(total)).toEqual(['表4 合计 总投资 664569.38 664599.38']);
    expect(differing(compare(byNumber('表4'), '合计', '项目个数', HONGTA_CLASSES.count))).toEqual([]);
  });
});

describe('表5-1', () => {
  const years = byNumber('表5-1');
  const rows = [HONGTA_YEARS.totalRow, ...HONGTA_YEARS.rows].flatMap((row) => (row ? [row] : []));
  const lines = rows.flatMap(({ label, figures }) =>
    HONGTA_YEARS.columns.flatMap((column, index) => compare(years, label, column.label, figures[index] ?? null)),
  );

  it('differs where the print does not add up: D5 and D6, balanced over 2022 and 行业部门专项资金', () => {
    // The sample is broken down as the print is: every cell compares, not only the sums.
    expect(lines).toHaveLength(36);
    expect(differing(lines)).toEqual([
      '表5-1 2021-2025年 总投资 664569.38 664599.38',
      '表5-1 2021-2025年 行业部门专项资金 403187.57 403217.57',
      '表5-1 2022年 总投资 213074.54 213104.24',
      '表5-1 2022年 行业部门专项资金 81296.94 81326.64',
    ]);
  });

  it('has the column that the print lost (D10), and nothing that is not broken down', () => {
    const { columns, rows: own, notes } = tableJson(years);
    expect(columns.at(-1)).toBe('其他资金');
    const lost = ['235092.51', '54091.03', '125743.87', '46234.15', '5176.46', '3847'];
    expect(own.map((row) => row.at(-1))).toEqual(lost);
    expect(notes).toEqual([]);
  });
});

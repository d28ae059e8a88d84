// Amounts with hidden decimals: two are printed, and sums that rounding moved are told.
import { describe, expect, it } from 'vitest';
import { exactText, hidesDecimals, showAmount } from '#shared/format/shown-amount.ts';
import { annexDocument } from '#shared/print/annex-document.ts';
import { jobFrom } from '#shared/print/print-job.ts';
import { tableRoundingNote } from '#shared/print/rounding-note.ts';
import type { TableResult } from '#shared/tables/table.ts';
import { showTable } from '#shared/tables/table-unit.ts';
import { wan } from '#shared/values/money.ts';
import { makePlan, makeProject } from '#test/unit/electron/excel/write/fixture-plan.ts';

const plan = (...totals: string[]) =>
  makePlan(
    totals.map((total, index) =>
      makeProject(`p${index}`, `第${index}个`, { amounts: { total: wan(total), bySource: {}, byYear: {}, cells: {} } }),
    ),
  );
const section = (totals: string[], choices: object = {}) => {
  const [first] = annexDocument(plan(...totals), jobFrom('annex', choices), '').sections;
  const notes = first?.after.flatMap((block) => (block.kind === 'text' ? [block.text] : [])) ?? [];
  return { cells: first?.table?.rows.map(({ cells }) => cells[7]), notes, unit: first?.continued.unit };
};

describe('amounts as shown', () => {
  it.each([
    ['29.862588', '29.86', true],
    ['-0.005', '-0.01', true],
    ['1234.5', '1,234.50', false],
    ['0.00005', '0.00', true],
  ])('%s is %s', (exact, shown, hides) => {
    expect(showAmount(wan(exact))).toBe(shown);
    expect(hidesDecimals(wan(exact))).toBe(hides);
  });

  it('tells the exact amount, and keeps it where that is asked for', () => {
    expect(exactText(wan('29.862588'))).toBe('原数 29.862588 万元');
    expect(showAmount(wan('29.862588'), { unit: '万元', decimals: null })).toBe('29.862588');
    expect(showAmount(wan('29.862588'), { unit: '元', decimals: 0 })).toBe('298,626');
    expect(showAmount(wan('12345.6'), { unit: '亿元', decimals: 2 })).toBe('1.23');
  });
});

describe('the annex', () => {
  it('prints two decimals and tells where rounded rows do not make the total', () => {
    const { cells, notes } = section(['0.33333', '0.33333', '0.33334']);
    expect(cells).toEqual(['1.00', '0.33', '0.33', '0.33']);
    expect(notes).toEqual([
      '注：金额以万元为单位保留 2 位小数，四舍五入，有 1 处合计与各行（列）之和的末位因此不等，属尾差；原数照存。',
    ]);
  });

  it('has no such note where all adds up, or nothing is rounded', () => {
    expect(section(['0.33', '0.67']).notes).toEqual([]);
    expect(section(['0.123456', '0.111111'], { decimals: null })).toMatchObject({
      cells: ['0.234567', '0.123456', '0.111111'],
      notes: [],
    });
  });

  it('stands behind the note that was written, and goes by unit', () => {
    const { notes, unit, cells } = section(['0.33333', '0.33333', '0.33334'], { unit: '元', decimals: 0, note: '甲' });
    expect(unit).toBe('单位：元');
    expect(cells).toEqual(['10,000', '3,333', '3,333', '3,333']);
    expect(notes.map((note) => note.slice(0, 8))).toEqual(['注：1. 甲', '　　2. 金额以']);
  });
});

describe('a computed table', () => {
  const row = (key: string, role: 'total' | 'item', total: string): TableResult['rows'][number] => ({
    ...{ key, role, depth: role === 'total' ? 0 : 1 },
    cells: [
      { kind: 'text', text: key },
      { kind: 'amount', fen: wan(total) },
    ],
  });
  const table = (...parts: string[]): TableResult => ({
    ...{ id: 'x', number: '', title: '', unit: '万元', source: '', notes: [], charts: [] },
    columns: [
      { key: 'name', label: '名', kind: 'text' },
      { key: 'total', label: '总投资', kind: 'amount' },
    ],
    rows: [row('合计', 'total', '1'), ...parts.map((part, index) => row(`${index}`, 'item', part))],
  });
  const shown = (balance: boolean, ...parts: string[]) =>
    tableRoundingNote(showTable(table(...parts), { unit: '万元', decimals: 2, balance }));

  it('tells 尾差, but not where it adds up or was balanced', () => {
    expect(shown(false, '0.33333', '0.33333', '0.33334')).toContain('有 1 处合计');
    expect(shown(true, '0.33333', '0.33333', '0.33334')).toBe('');
    expect(shown(false, '0.33', '0.33', '0.34')).toBe('');
  });
});

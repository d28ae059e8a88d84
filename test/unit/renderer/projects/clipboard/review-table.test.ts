// The preview of a paste: lines, columns, reasons and what can be written.
import { describe, expect, it } from 'vitest';
import { reviewTable } from '#renderer/features/projects/clipboard/review-table.ts';
import { COLUMNS } from '../fixture.ts';

const edits = [
  { id: '1', column: 'total', text: '约2' },
  { id: '1', column: 'name', text: '甲' },
  { id: '2', column: 'total', text: '3' },
];
const overflow = { afterId: '2', lines: [[{ column: 'name', text: '乙' }], [{ column: 'total', text: 'x' }]] };
const rejected = [
  { id: '1', column: 'total', text: '约2', message: '是约数' },
  { id: 'added:1', column: 'total', text: 'x', message: '不是金额' },
];

describe('reviewTable', () => {
  const table = reviewTable({ edits, overflow }, rejected, COLUMNS);

  it('has a line a project and one a new project, with the columns in the order of the table', () => {
    expect(table.columns.map((column) => column.key)).toEqual(['name', 'total']);
    expect(table.lines.map((line) => line.id)).toEqual(['1', '2', 'added:0', 'added:1']);
    expect(table.lines[0]).toEqual({ id: '1', texts: { total: '约2', name: '甲' }, refused: { total: '是约数' } });
  });

  it('counts what can be written, apart for rows of the table and new ones', () => {
    expect(table.writable).toEqual({ existing: 2, added: 1 });
  });

  it('shows cells that have no place in the table as refused', () => {
    const beyond = [{ id: '1', column: '', text: '丙', message: '超出了最右边的列。' }];
    const line = reviewTable({ edits: [], overflow: { afterId: null, lines: [] } }, beyond, COLUMNS).lines[0];
    expect(line).toEqual({ id: '1', texts: { '': '丙' }, refused: { '': '超出了最右边的列。' } });
  });
});

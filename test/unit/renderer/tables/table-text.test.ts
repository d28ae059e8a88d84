// A computed table on the clipboard.
import { describe, expect, it } from 'vitest';
import { tableMarkup, tableText } from '#renderer/features/tables/table-text.ts';
import type { TableResult } from '#shared/tables/table.ts';
import { wan } from '#shared/values/money.ts';

const table: TableResult = {
  id: 't',
  number: '表9',
  title: '试验',
  unit: '万元',
  source: '数据来源：本规划项目表',
  columns: [
    { key: 'name', label: '类别', kind: 'text' },
    { key: 'count', label: '个数', kind: 'count' },
    { key: 'fiscal', label: '财政', group: '资金来源', kind: 'amount' },
  ],
  rows: [
    {
      key: 'r',
      role: 'item',
      depth: 0,
      cells: [
        { kind: 'text', text: '种植' },
        { kind: 'count', value: 2 },
        { kind: 'amount', fen: wan('1234.5') },
      ],
    },
    {
      key: 's',
      role: 'item',
      depth: 0,
      cells: [{ kind: 'text', text: '养殖' }, { kind: 'count', value: 0 }, { kind: 'blank' }],
    },
  ],
  notes: [],
  charts: [],
};

describe('tableText', () => {
  it('gives Excel title, unit, one header row and plain numbers', () => {
    expect(tableText(table).split('\r\n')).toEqual([
      '表9  试验',
      '单位：万元',
      '类别\t个数\t资金来源 财政',
      '种植\t2\t1234.5',
      '养殖\t0\t',
      '数据来源：本规划项目表',
    ]);
  });
});

describe('tableMarkup', () => {
  it('gives Word the merged header and figures as shown', () => {
    const html = tableMarkup({ ...table, title: '试<验' });
    expect(html).toContain('<b>表9  试&lt;验</b>');
    expect(html).toMatch(/<th rowspan="2" colspan="1"[^>]*>类别<\/th>/);
    expect(html).toMatch(/<td [^>]*text-align:right">1,234.50<\/td>/);
    expect(html.match(/<tr>/g)).toHaveLength(4);
  });
});

// Exchange with Excel: reading and writing its clipboard text, and laying it over the table.
import { describe, expect, it } from 'vitest';
import { makeCellReader } from '#renderer/features/projects/cell-text.ts';
import { copyRange, formatTsv, parseTsv, planClear, planPaste } from '#renderer/features/projects/clipboard.ts';
import { buildRows } from '#renderer/features/projects/rows.ts';
import { type CellAt, type Selection, selectSpan } from '#renderer/features/projects/selection.ts';
import { makeTotaller } from '#renderer/features/projects/totals.ts';
import { categoryTree } from '#shared/domain/categories.ts';
import { COLUMNS, columnIndex, project, REFERENCE } from './fixture.ts';

describe('parseTsv', () => {
  it.each([
    ['one cell', '5', [['5']]],
    [
      'Excel ends the last row with a line break',
      'a\tb\r\n1\t2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['WPS and LibreOffice may not', 'a\nb', [['a'], ['b']]],
    ['blank cells and rows stay', '\t\r\n\r\nx\t', [['', ''], [''], ['x', '']]],
    ['quoted cell with line break and quote', '"第一行\n第""二""行"\t2', [['第一行\n第"二"行', '2']]],
    ['line breaks inside quotes are one sign', '"a\r\nb"', [['a\nb']]],
    ['a quote inside a cell is a plain sign', '5"钢管\t3', [['5"钢管', '3']]],
    ['a cell that only begins with a quote', '"引文没有结束\t3', [['"引文没有结束', '3']]],
    ['nothing', '', [['']]],
  ])('%s', (_, text, cells) => {
    expect(parseTsv(text)).toEqual(cells);
  });

  it('reads back what formatTsv writes', () => {
    const cells = [
      ['a\tb', 'c"d', ''],
      ['多\n行', '1.5', '"'],
    ];
    expect(parseTsv(formatTsv(cells))).toEqual(cells);
  });
});

const projects = [
  project('1', 'a1', '10.5', { nature: '新建' }),
  project('2', 'a1', '1234.5'),
  project('3', 'b1', null),
  project('4', 'b1', '0'),
];
const tree = categoryTree(REFERENCE, 's');
const all = makeTotaller(tree, REFERENCE)(projects);
const rows = buildRows({ tree, all, shown: all, collapsed: new Set(), showEmpty: false, sorted: null }, null);
const reader = makeCellReader(REFERENCE);
const rowOf = (id: string): number => rows.rows.findIndex((row) => row.id === id);
const at = (id: string, key: string): CellAt => ({ row: rowOf(id), col: columnIndex(key) });
const range = (from: CellAt, to: CellAt = from): Selection => selectSpan(from, to);
const same = (_: unknown, text: string): string => text;

describe('copyRange', () => {
  it('copies amounts as plain numbers, keeps blank and zero apart, and headings as shown', () => {
    const copied = copyRange(rows, COLUMNS, range(at('2', 'total'), at('4', 'total')), reader);
    expect(copied).toEqual([['1234.5'], ['0'], ['0'], [''], ['0']]);
    expect(copyRange(rows, COLUMNS, range(at('2', 'total'), at('4', 'total')), reader, true)).toEqual([
      ['1234.5'],
      [''],
      ['0'],
    ]);
  });
});

describe('planPaste', () => {
  it('steps over headings', () => {
    const plan = planPaste([['1'], ['2'], ['3']], rows, COLUMNS, range(at('1', 'total')), same);
    expect(plan.edits).toEqual([
      { id: '1', column: 'total', text: '1' },
      { id: '2', column: 'total', text: '2' },
      { id: '3', column: 'total', text: '3' },
    ]);
    expect(plan.overflow.lines).toEqual([]);
  });

  it('fills a selection with one value', () => {
    const plan = planPaste([['9']], rows, COLUMNS, range(at('1', 'total'), at('4', 'source:fiscal')), same);
    expect(plan.edits.map((edit) => `${edit.id} ${edit.column}`)).toEqual([
      '1 total',
      '1 source:fiscal',
      '2 total',
      '2 source:fiscal',
      '3 total',
      '3 source:fiscal',
      '4 total',
      '4 source:fiscal',
    ]);
  });

  it('repeats a block where the selection is a multiple of it, and does not otherwise', () => {
    const twice = planPaste([['1'], ['2']], rows, COLUMNS, range(at('1', 'total'), at('4', 'total')), same);
    expect(twice.edits.map((edit) => edit.text)).toEqual(['1', '2', '1', '2']);
    const odd = planPaste([['1'], ['2'], ['3']], rows, COLUMNS, range(at('1', 'total'), at('4', 'total')), same);
    expect(odd.edits.map((edit) => edit.text)).toEqual(['1', '2', '3']);
  });

  it('says what does not fit: rows below the end, columns beyond the last, 序号', () => {
    const below = planPaste([['1'], ['2'], ['3']], rows, COLUMNS, range(at('4', 'total')), same);
    expect(below.edits).toHaveLength(1);
    expect(below.overflow).toEqual({
      afterId: '4',
      lines: [[{ column: 'total', text: '2' }], [{ column: 'total', text: '3' }]],
    });
    const beyond = planPaste([['甲', '乙']], rows, COLUMNS, range({ row: rowOf('1'), col: COLUMNS.length - 1 }), same);
    expect(beyond.refused.map((cell) => cell.message)).toEqual(['超出了最右边的列。']);
    const number = planPaste([['7', '名称']], rows, COLUMNS, range({ row: rowOf('1'), col: 0 }), same);
    expect(number.refused).toHaveLength(1);
    expect(number.edits).toEqual([{ id: '1', column: 'name', text: '名称' }]);
  });

  it('lets ragged lines leave cells alone', () => {
    const plan = planPaste([['1', '2'], ['3']], rows, COLUMNS, range(at('1', 'total')), same);
    expect(plan.edits.map((edit) => `${edit.id} ${edit.column} ${edit.text}`)).toEqual([
      '1 total 1',
      '1 source:fiscal 2',
      '2 total 3',
    ]);
  });
});

describe('planClear', () => {
  it('clears only what holds something', () => {
    expect(planClear(rows, COLUMNS, range(at('1', 'total'), at('4', 'total')), reader).map((edit) => edit.id)).toEqual([
      '1',
      '2',
      '4',
    ]);
  });
});

// What copying gives to Excel, WPS and Word.
import { describe, expect, it } from 'vitest';
import { makeCellReader } from '#renderer/features/projects/cell-text.ts';
import { readClipboard } from '#renderer/features/projects/clipboard/clip-table.ts';
import { copiedHtml, copiedText, copyCells } from '#renderer/features/projects/clipboard/copy.ts';
import { buildRows } from '#renderer/features/projects/rows.ts';
import { addSelection, type Selection, selectCell, selectSpan } from '#renderer/features/projects/selection.ts';
import { makeTotaller } from '#renderer/features/projects/totals.ts';
import { categoryTree } from '#shared/domain/categories.ts';
import { COLUMNS, columnIndex, project, REFERENCE } from '../fixture.ts';

const projects = [
  project('1', 'a1', '1234.5', { note: '分两年\n<实施> & "验收"', phone: '013800000000' }),
  project('2', 'a1', null, { startAt: '2021-06', endAt: '2021-06' }),
];
const tree = categoryTree(REFERENCE, 's');
const all = makeTotaller(tree, REFERENCE)(projects);
// Rows: 0 a, 1 a1, 2 and 3 the projects.
const rows = buildRows({ tree, all, shown: all, collapsed: new Set(), showEmpty: false, sorted: null }, null);
const reader = makeCellReader(REFERENCE, '万元');
const at = (row: number, key: string) => ({ row, col: columnIndex(key) });
function copy(selection: Selection) {
  const copied = copyCells(rows, COLUMNS, selection, reader);
  if (!copied) throw new Error('not copied');
  return copied;
}

describe('copyCells', () => {
  it('takes amounts as plain exact numbers, blanks as blanks and headings as shown', () => {
    const copied = copy(selectSpan(at(1, 'total'), at(3, 'total')));
    expect(copied.rows).toEqual([
      { kind: 'heading', texts: ['1234.5'] },
      { kind: 'project', texts: ['1234.5'] },
      { kind: 'project', texts: [''] },
    ]);
  });

  it('puts ranges of the same rows beside each other, of the same columns below', () => {
    const beside = addSelection(selectCell(at(2, 'name')), selectCell(at(2, 'total')));
    expect(copy(beside).rows.map((row) => row.texts)).toEqual([['项目1', '1234.5']]);
    const below = addSelection(selectCell(at(3, 'name')), selectCell(at(2, 'name')));
    expect(copy(below).rows.map((row) => row.texts)).toEqual([['项目1'], ['项目2']]);
  });

  it('refuses ranges that form no rectangle', () => {
    const odd = addSelection(selectCell(at(2, 'name')), selectCell(at(3, 'total')));
    expect(copyCells(rows, COLUMNS, odd, reader)).toBeNull();
  });
});

describe('what goes to the clipboard', () => {
  it('writes headers as printed, merged ones over their columns', () => {
    const copied = copy(selectSpan(at(2, 'town'), at(2, 'village')));
    expect(copiedText(copied, true)).toBe('建设地点\t\r\n乡镇（街道）\t村（社区）\r\n\t');
    expect(copiedHtml(copied, true)).toContain('colspan="2"');
    expect(copiedText(copied, false)).toBe('\t');
  });

  it('keeps numbers numbers and words words in HTML', () => {
    const html = copiedHtml(copy(selectSpan(at(2, 'period'), at(3, 'total'))), false);
    expect(html).toContain('x:num="1234.5" sdval="1234.5">1234.5</td>');
    expect(html).toMatch(/<td style="[^"]*mso-number-format:'\\@'[^"]*">2021\.6<\/td>/);
  });

  it('comes back as it went, with line breaks and signs', () => {
    const copied = copy(selectSpan(at(2, 'total'), at(2, 'note')));
    const html = copiedHtml(copied, false);
    const back = readClipboard({ text: '', html }).map((row) => row.map((cell) => cell.text));
    expect(back).toEqual(copied.rows.map((row) => row.texts));
    const text = readClipboard({ text: copiedText(copied, false), html: '' }).map((row) =>
      row.map((cell) => cell.text),
    );
    expect(text).toEqual(back);
  });
});

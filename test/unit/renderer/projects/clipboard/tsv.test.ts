// Tab-separated text as Excel, WPS and LibreOffice put it on the clipboard.
import { describe, expect, it } from 'vitest';
import { formatTsv, parseTsv } from '#renderer/features/projects/clipboard/tsv.ts';

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

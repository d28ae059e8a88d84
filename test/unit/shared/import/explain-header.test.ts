// What is said where no table, or nothing in it, was found: the nearest row, its known and unknown words, what lacks.
import { expect, it } from 'vitest';
import { readWorkbookNow } from '#shared/import/read-workbook.ts';
import { type Cell, CONTEXT, cells, makeSheet } from './make-sheet.ts';

const explain = (rows: Cell[][]): string => {
  const sheets = [makeSheet(rows)];
  return readWorkbookNow({ format: 'xlsx', sheets, notes: [] }, CONTEXT).nothingFound;
};

it.each<[string, Cell[][], string[], string[]]>([
  [
    'too few known words',
    [cells('编制说明'), cells('甲|项目名称|丙'), cells('x|y|z')],
    ['第 2 行最像表头', '认出了“项目名称”', '没有认出“甲、丙”', '缺少“总投资”等金额一栏'],
    ['缺少“项目名称”'],
  ],
  [
    'no known word over numbers',
    [cells('子|丑|寅'), [1, 2, 3]],
    ['没有一个认识的字样：“子、丑、寅”', '缺少“项目名称”和“总投资”等金额一栏'],
    ['认出了'],
  ],
  [
    'a header without rows',
    [cells('序号|项目名称|建设地点|总投资（万元）')],
    ['认出了“序号、项目名称、建设地点、总投资(万元)”', '下面没有读到一个项目'],
    ['缺少', '没有认出'],
  ],
  ['prose', [cells('各乡镇：现印发本通知，请认真执行。')], ['没有一行含有认识的表头字样'], ['最像']],
])('names the reason: %s', (_name, rows, said, unsaid) => {
  const message = explain(rows);
  for (const words of said) expect(message).toContain(words);
  for (const words of unsaid) expect(message).not.toContain(words);
});

it('turns remarks of the reader into problems with their cell, inside a table and outside', () => {
  const sheet = makeSheet([cells('附件�'), cells('项目名称|总投资（万元）|建设地点'), cells('甲|5|研�')]);
  const remark = { code: 'text-broken', message: '有残缺的字' };
  sheet.remarks = [
    { row: 1, column: 1, ...remark },
    { row: 3, column: 3, ...remark },
  ];
  const reading = readWorkbookNow({ format: 'csv', sheets: [sheet], notes: [] }, CONTEXT);
  const told = (list: readonly { code: string; cell: string; message: string }[]) =>
    list.filter(({ code }) => code === 'text-broken').map(({ cell, message }) => `${cell} ${message}`);
  expect(told(reading.tables[0]?.reading.problems ?? [])).toEqual(['C3 “表”第 3 行“建设地点”（C3）“研�”有残缺的字。']);
  expect(told(reading.problems)).toEqual(['A1 “表”第 1 行（A1）“附件�”有残缺的字。']);
});

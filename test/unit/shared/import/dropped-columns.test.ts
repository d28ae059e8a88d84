// Columns that go into no field are told, each with its letter, its header and whether it holds anything.
import { expect, it } from 'vitest';
import { type Cell, cells, readOne } from './make-sheet.ts';

const header = cells('序号|项目名称|建设地点|总投资|验收时间|项目状态|拟补资金|空列||责任人身份证号|县（市、区）');
const rows: Cell[][] = [
  ['单位：万元'],
  header,
  [1, '甲', '研和街道', 10, '2024-12', '在建', 5, null, '无头', 'x', '红塔区'],
  [2, '乙', '研和街道', 20, null, null, null, null, null, null, '红塔区'],
];
const told = (table: ReturnType<typeof readOne>): string[] =>
  table.problems.filter(({ code }) => code === 'column-unmapped').map(({ cell, message }) => `${cell} ${message}`);

it('words, figures, empty columns, columns without header', () => {
  expect(told(readOne(rows))).toEqual([
    'G2 “表”G 列“拟补资金”没有对应的字段，没有导入，只留作来源；列中有数字（如“5”）。',
    'H2 “表”H 列“空列”没有对应的字段，没有导入，只留作来源；这一列是空的。',
    'I2 “表”I 列（没有表头）没有对应的字段，没有导入，只留作来源；列中有文字（如“无头”）。',
    'J2 “表”J 列“责任人身份证号”没有对应的字段，没有导入，只留作来源；列中有文字。',
    'K2 “表”K 列“县（市、区）”工作簿是一个县（市、区）的，项目都算作它的，没有导入，只留作来源；列中有文字（如“红塔区”）。',
  ]);
});

it('one that the user left out, and one whose values begin far down', () => {
  const choices = { mapping: { D: null } };
  // Leaving its only amount out makes it no other kind of sheet.
  expect(readOne(rows, {}, choices).kind).toBe('projects');
  expect(told(readOne(rows, {}, choices)).some((text) => text.startsWith('D2 '))).toBe(true);
  const long: Cell[][] = [
    ...rows.slice(0, 2),
    ...Array.from({ length: 500 }, (_, at): Cell[] => [at + 1, `项目${at}`, '研和街道', 1]),
    [501, '末', '研和街道', 1, null, null, null, '后来'],
  ];
  expect(told(readOne(long)).find((text) => text.startsWith('H2'))).toContain('如“后来”');
});

it('what tells of the life of projects comes in as 补录, unless the answer is to leave it', () => {
  const reading = readOne(rows);
  expect(reading.projects[0]?.steps?.map(({ to, date }) => [to, date])).toEqual([['accepted', '2024-12-31']]);
  expect(reading.questions.map(({ id, assumed }) => [id, assumed])).toContainEqual(['status-columns', 'take']);
  const left = readOne(rows, {}, { answers: { 'status-columns': 'leave' } });
  expect(left.projects[0]?.steps).toBeUndefined();
  expect(told(left).slice(0, 2)).toEqual([
    'E2 “表”E 列“验收时间”没有对应的字段，没有导入，只留作来源；列中有文字（如“2024-12”）。',
    'F2 “表”F 列“项目状态”没有对应的字段，没有导入，只留作来源；列中有文字（如“在建”）。',
  ]);
});

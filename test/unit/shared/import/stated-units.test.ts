// Lines over a table that say in which unit its amounts are, other units beside them.
import { describe, expect, it } from 'vitest';
import { statedUnits } from '#shared/import/lines-above.ts';
import { type Cell, cells, problems, questions, readOne, totalWan } from './make-sheet.ts';

describe('statedUnits', () => {
  it.each([
    ['单位：元、亩、户', '元'],
    ['单位：户、人、元', '元'],
    ['单位：人，元', '元'],
    ['单位：万元、公里', '万元'],
    ['金额单位：元；面积单位：亩', '元'],
    ['面积单位：亩；金额单位：元', '元'],
    ['单位：万元/户/人', '万元'],
    ['（单位：个、万元）', '万元'],
    ['单位：亩 户 元', '元'],
    ['单位：人和万元', '万元'],
    ['单位：金额（万元）、面积（亩）', '万元'],
    ['单位：万元、元/平方米', '万元'],
    ['单位：元/户', '元'],
    ['单位：万元（保留两位小数）', '万元'],
    ['单位：万元', '万元'],
    ['金额单位：人民币元', '元'],
    ['单位:(万元)', '万元'],
    ['单位：万元 2024年1月5日', '万元'],
    ['万元', '万元'],
    ['单位：万元（汇总表元）', '万元 元'],
    ['单位：万元、元', '万元 元'],
    ['金额单位：万元/元', '万元 元'],
    ['填报单位：元江县农业农村局', ''],
    ['单位：红塔区', ''],
    ['编制单位：红塔区（万元村）', ''],
    ['单位：户、人', ''],
    ['责任单位：县财政局', ''],
    ['投资500万元', ''],
  ])('%s', (line, expected) => {
    expect(statedUnits(line).join(' ')).toBe(expected);
  });
});

describe('the line over the table', () => {
  const header = cells('序号|项目名称|建设地点|总投资|受益户数');
  const list = (line: string, head = header, choices = {}) =>
    readOne(
      [['项目库'], [line], head, [1, '甲', '研和街道', 250_000, 3], [2, '乙', '研和街道', 120_000, 4]] as Cell[][],
      {},
      choices,
    );

  it.each(['单位：户、人、元', '单位：元、亩、户', '金额单位：元；面积单位：亩'])('%s: the money is in 元', (line) => {
    const table = list(line);
    expect([totalWan(table.projects), table.unitSource, problems(table), questions(table)]).toEqual([
      '37',
      'line',
      [],
      [],
    ]);
  });

  it('two units of money are asked about, and nothing is assumed', () => {
    const table = list('单位：万元（汇总表元）');
    expect([problems(table), table.questions[0]?.assumed, table.questions[0]?.options[1]?.value]).toEqual([
      ['error unit-assumed'],
      null,
      '元',
    ]);
    const answered = list('单位：万元（汇总表元）', header, { answers: { unit: '元' } });
    expect([totalWan(answered.projects), problems(answered), questions(answered)]).toEqual(['37', [], []]);
  });

  it('a unit in the header goes before the line, and the contradiction is told', () => {
    const table = list('单位：户、元', cells('序号|项目名称|建设地点|总投资（万元）|受益户数'));
    expect([totalWan(table.projects), problems(table)]).toEqual(['370000', ['warning unit-contradicts']]);
  });
});

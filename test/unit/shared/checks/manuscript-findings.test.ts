// What planners wrote into the manuscript becomes findings; what the program writes never does.
import { expect, it } from 'vitest';
import { checkManuscript } from '#shared/checks/manuscript-findings.ts';
import type { ParagraphRecord } from '#shared/records/paragraph.ts';
import { samplePlan } from '../../seeds/sample-plan.ts';

const sample = samplePlan();
const withParagraphs = (paragraphs: Record<string, ParagraphRecord>) => ({
  ...sample,
  records: { paragraph: new Map(Object.entries(paragraphs)) },
});
const short = (template: string) =>
  checkManuscript(withParagraphs({ 'text:years': { template, title: '各年度安排' } })).map(
    ({ rule, level, row, left, right }) => [rule, level, row, left, right],
  );

it('says nothing of standard paragraphs, of fields, and of figures that agree', () => {
  expect(checkManuscript(sample)).toEqual([]);
  expect(short('估算投资{{总投资}}，即66.46亿元。')).toEqual([]);
});

it.each([
  ['a figure', '全区总投资664569.38万元。', [['X02', 'warning', '各年度安排', '664569.38万元', '664599.38万元']]],
  [
    'a word for the trend',
    '各年度投资呈逐年减少的趋势。',
    [['X06', 'warning', '各年度安排', '逐年减少', expect.any(String)]],
  ],
  ['a table that is not there', '详见表9-9。', [['X03', 'warning', '各年度安排', '表9-9', '']]],
  [
    'a field that finds nothing',
    '投资{{投资:不存在的类别}}。',
    [['X02', 'warning', '各年度安排', '{{投资:不存在的类别}}', '']],
  ],
])('reports %s', (_, template, expected) => {
  expect(short(template)).toEqual(expected);
});

it('leads to the paragraph, and tells two of the same kind apart', () => {
  const findings = checkManuscript(
    withParagraphs({ 'text:years': { template: '总投资1万元，总投资2万元。', title: '各年度安排' } }),
  );
  expect(findings.map(({ paragraphId, table }) => [paragraphId, table])).toEqual([
    ['text:years', '文稿'],
    ['text:years', '文稿'],
  ]);
  expect(new Set(findings.map(({ key }) => key)).size).toBe(2);
  expect(findings[0]?.message).toMatch(/^文稿“各年度安排”：.*1万元.*664599\.38.*请改正/);
});

it('is silent about a paragraph that is left out', () => {
  expect(short('')).toEqual([]);
});

it('compares paragraphs with each other, and tells once what stands in one', () => {
  const told = (years: string, classes: string) =>
    checkManuscript(
      withParagraphs({
        'text:years': { template: years, title: '各年度安排' },
        'text:sources': { template: classes, title: '资金筹措' },
      }),
    ).map(({ rule, left, message }) => [rule, left, message]);
  const between = told('坚持三级书记抓扶贫。', '落实五级书记抓乡村振兴。');
  expect(between.map(([rule, left]) => [rule, left])).toEqual([
    ['T18', '三级书记'],
    ['T18', '五级书记'],
  ]);
  expect(between[0]?.[2]).toContain('一段写“五级书记”');
  expect(told('坚持三级书记抓扶贫，落实五级书记抓乡村振兴。', '').map(([, left]) => left)).toEqual([
    '三级书记',
    '五级书记',
  ]);
});

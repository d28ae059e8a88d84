// Columns of money before and after the plan's period: known by words whose years fit, and by no others (SPECS J4).
import { describe, expect, it } from 'vitest';
import { planDefaults, referenceFor } from '#seeds/index.ts';
import { headerWord } from '#shared/import/header-words.ts';
import { outsideYearReader } from '#shared/import/outside-words.ts';
import { readWorkbookNow, tableContext } from '#shared/import/read-workbook.ts';
import { type Cell, cells, makeSheet, mapping } from './make-sheet.ts';

const CONTEXT = tableContext(planDefaults('530402', 2026, 2030), referenceFor('530402'));

function tell(header: string, period: [number, number] = [2026, 2030]): string | undefined {
  return outsideYearReader({ firstYear: period[0], lastYear: period[1] })(headerWord(header).word);
}

describe('a header word', () => {
  it.each([
    '“十四五”已完成投资',
    '"十四五"期间完成投资（万元）',
    '十四五时期累计完成投资额',
    '截至2025年底累计完成投资',
    '截止2025年底完成投资(万元)',
    '截至 2025 年 12 月底累计完成投资',
    '截至2025年12月31日完成投资',
    '至2025年底累计完成',
    '到2025年末累计完成投资',
    '2025年底前完成',
    '2025年底前已完成投资',
    '2025年底累计完成投资',
    '2025年及以前投资',
    '2026年以前完成投资',
  ])('%s is money before the period', (header) => {
    expect(tell(header)).toBe('before');
  });

  it.each([
    '2030年以后',
    '2030年后投资',
    '2031年及以后',
    '2031年以后投资（万元）',
    '“十六五”投资',
    '十六五期间计划投资',
    '2030年底以后安排资金',
  ])('%s is money after it', (header) => {
    expect(tell(header)).toBe('later');
  });

  it.each([
    '截至2024年底累计完成投资',
    '截至2026年底累计完成投资',
    '“十五五”投资',
    '“十三五”已完成投资',
    '2025年完成投资',
    '2025年投资',
    '2025年底前开工',
    '2029年以后',
    '2030年投资',
    '累计完成投资',
    '完成投资',
    '2025年底前完成率',
    '截至2025年底累计支付',
  ])('%s is neither', (header) => {
    expect(tell(header)).toBeUndefined();
  });

  it('goes by the period of the plan', () => {
    expect(tell('截至2020年底累计完成投资', [2021, 2025])).toBe('before');
    expect(tell('“十三五”已完成投资', [2021, 2025])).toBe('before');
    expect(tell('“十四五”已完成投资', [2021, 2025])).toBeUndefined();
    expect(tell('“十五五”投资', [2021, 2025])).toBe('later');
    expect(tell('2027年以后', [2024, 2027])).toBe('later');
  });
});

function read(rows: Cell[][]) {
  const { tables } = readWorkbookNow({ format: 'xlsx', sheets: [makeSheet(rows)], notes: [] }, CONTEXT);
  const [table] = tables;
  if (!table) throw new Error('no table');
  return table.reading;
}

describe('a sheet', () => {
  it('of a list keeps being one, with both columns', () => {
    const table = read([
      ['2026—2030年项目表'],
      ['单位：万元'],
      cells('序号|项目名称|建设地点|建设内容|总投资|截至2025年底累计完成投资|2026年|2027年|2030年以后'),
      [1, '甲', '研和街道', '修路', 1000, 520, 300, 100, 80],
    ]);
    expect(table.kind).toBe('projects');
    expect(mapping(table)).toContain('F=year:before G=year:2026 H=year:2027 I=year:later');
    expect(table.projects[0]?.amounts.byYear).toEqual({
      before: 520_000_000,
      2026: 300_000_000,
      2027: 100_000_000,
      later: 80_000_000,
    });
  });

  it('may have them under a group, and beside sources', () => {
    const table = read([
      ['项目表'],
      ['单位：万元'],
      cells('序号|项目名称|建设地点|建设内容|总投资|分年度投资||||'),
      cells('|||||2025年底前完成|2026年|2027年|2028年|后续投资'),
      [1, '甲', '研和街道', '修路', 100, 50, 20, 10, 10, 10],
    ]);
    expect(mapping(table)).toContain('F=year:before G=year:2026 H=year:2027 I=year:2028 J=year:later');
  });

  it('of progress is still none of the plan', () => {
    const table = read([
      ['2025年12月项目进度表'],
      ['单位：万元'],
      cells('序号|项目名称|乡镇|计划资金|截至2025年底累计完成投资|已拨付资金|支付率'),
      [1, '甲', '研和街道', 100, 50, 40, 40],
    ]);
    expect(table.kind).toBe('progress');
    expect(table.projects).toEqual([]);
  });
});

// An unknown heading gets a proposal where a word tells its class; nothing is classed by it.
import { describe, expect, it } from 'vitest';
import { nearestCategory } from '#shared/import/nearest-category.ts';
import { type Cell, cells, PLAN, REFERENCE, readOne } from './make-sheet.ts';

describe('nearestCategory', () => {
  it.each([
    ['产业发展', 'county.industry'],
    ['产业项目', 'county.industry'],
    ['特色产业发展类', 'county.industry'],
    ['就业项目', 'county.employment'],
    ['生态保护', 'county.ecology'],
    ['道路建设', 'county.infrastructure'],
    ['农村道路', 'county.infrastructure'],
    ['人居环境改善', 'county.infrastructure.environment'],
    ['教育', 'county.service.education'],
    ['养殖项目', 'county.industry.breeding'],
  ])('%s', (heading, id) => {
    expect(nearestCategory(heading, PLAN, REFERENCE)).toBe(id);
  });

  it.each(['数字乡村', '其他', '项目管理费', '生活条件改善', '三保障成果', ''])('nothing for %s', (heading) => {
    expect(nearestCategory(heading, PLAN, REFERENCE)).toBeUndefined();
  });

  it('is a proposal of the question and of the problem; the project stays without a class', () => {
    const header = cells('序号|项目名称|建设地点|建设内容|总投资（万元）');
    const rows: Cell[][] = [
      ['', '一、产业发展', '', '', ''],
      [1, '甲村种植', '甲村', '种植10亩', 5],
      [2, '乙村种植', '乙村', '种植20亩', 6],
    ];
    const table = readOne([header, ...rows]);
    expect(table.questions).toMatchObject([{ id: 'category:产业发展', assumed: '', proposed: 'county.industry' }]);
    expect(table.problems.find(({ code }) => code === 'category-unknown')).toMatchObject({
      proposal: '乡村特色产业帮扶',
    });
    expect(table.projects.map(({ values }) => values.categoryId)).toEqual([null, null]);
  });
});

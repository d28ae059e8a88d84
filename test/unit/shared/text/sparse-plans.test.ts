// The standard paragraphs of plans that hold little or nothing: whole sentences, no lists without members.
import { describe, expect, it } from 'vitest';
import type { Project } from '#shared/domain/project.ts';
import { evaluateTemplate, piecesText } from '#shared/text/evaluate.ts';
import { documentOutline } from '#shared/text/outline.ts';
import { partLabels } from '#shared/text/plan-parts.ts';
import { wan } from '#shared/values/money.ts';
import { makePlan, makeProject } from '#test/unit/electron/excel/write/fixture-plan.ts';

function paragraphs(projects: readonly Project[]): string[] {
  const data = makePlan(projects);
  const labels = partLabels(data);
  return documentOutline(data).flatMap((block) =>
    block.kind === 'paragraph' ? [piecesText(evaluateTemplate(block.template, data, labels))] : [],
  );
}

const money = (total: number, rest: Partial<Project['amounts']> = {}): Partial<Project> => ({
  amounts: { total: wan(total), bySource: {}, byYear: {}, cells: {}, ...rest },
});

describe('standard paragraphs', () => {
  it.each<[string, Project[]]>([
    ['no project', []],
    ['a name and nothing else', [makeProject('a', '甲')]],
    ['an amount without class, year and source', [makeProject('a', '甲', money(30))]],
    ['a project of 0', [makeProject('a', '甲', money(0))]],
    ['a year only', [makeProject('a', '甲', money(30, { byYear: { 2022: wan(30) } }))]],
    ['a source only', [makeProject('a', '甲', money(30, { bySource: { fiscal: wan(30) } }))]],
    [
      'classes without money',
      [
        makeProject('a', '甲', { categoryId: 'county.industry.planting', town: '研和街道', startAt: '2022' }),
        makeProject('b', '乙', { categoryId: 'county.industry.breeding', town: '大营街街道', startAt: '2023' }),
        makeProject('c', '丙', { categoryId: 'county.employment.posts', town: '大营街街道', startAt: '2023' }),
      ],
    ],
    [
      'one class without money among others',
      [
        makeProject('a', '甲', { ...money(30), categoryId: 'county.industry.planting' }),
        makeProject('c', '丙', { categoryId: 'county.employment.posts' }),
      ],
    ],
    ['a place only', [makeProject('a', '甲', { ...money(30), town: '研和街道' })]],
  ])('are whole sentences for %s', (_name, projects) => {
    const texts = paragraphs(projects).filter((text) => text !== '');
    expect(texts.length).toBeGreaterThan(3);
    for (const text of texts) {
      expect(text).toMatch(/。$/);
      expect(text).not.toMatch(/[：，、；]。|[：，、；]{2}|：$|（）|为0类|占0\.00%|\{\{/);
    }
  });

  it('count projects, and tell no money, where none is stated', () => {
    const text = paragraphs([
      makeProject('a', '甲', { categoryId: 'county.industry.planting', town: '研和街道', startAt: '2022' }),
      makeProject('c', '丙', { categoryId: 'county.employment.posts', town: '大营街街道', startAt: '2023' }),
    ]).join('');
    expect(text).toContain('各项目尚未填写投资。');
    expect(text).not.toMatch(/万元|%|最大|最多的是乡村/);
    const outside = paragraphs([
      makeProject('a', '甲', { ...money(30, { byYear: { before: wan(30) } }), categoryId: 'county.industry.planting' }),
    ]).join('');
    expect(outside).toContain('各项目在规划期内没有投资。');
  });

  it('say that nothing is listed yet instead of counting zero', () => {
    const text = paragraphs([]).join('');
    expect(text).toContain('2021—2025年，红塔区衔接规划尚未列入项目。');
    expect(text).not.toMatch(/0个|0万元|0\.00%/);
  });
});

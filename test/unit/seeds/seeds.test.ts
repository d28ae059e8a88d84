// The seeds against the plans: codes, names as printed in the annex fixture, figures of the sample.
import { describe, expect, it } from 'vitest';
import { indicatorsFor, planDefaults, referenceFor } from '#seeds/index.ts';
import { HONGTA_CLASSES } from '#seeds/published-hongta.ts';
import { makeSampleProjects } from '#seeds/sample.ts';
import { categoryHeading, categoryTree, flattenCategories } from '#shared/domain/categories.ts';
import { startYear } from '#shared/domain/project.ts';
import { topSourceOf, topSources } from '#shared/domain/reference.ts';
import { rollUp } from '#shared/domain/rollup.ts';
import { addFen, wanText } from '#shared/values/money.ts';
import { samplePlan } from './sample-plan.ts';

describe('reference data', () => {
  const reference = referenceFor('530402');

  it('holds the city and its nine counties for the sample, no other place', () => {
    const upper = reference.regions.filter(({ level }) => level === 'city' || level === 'county');
    expect(upper.map(({ code }) => code)).toEqual(
      '530400 530402 530403 530481 530423 530424 530425 530426 530427 530428'.split(' '),
    );
    expect(() => referenceFor('110000')).toThrow(RangeError);
  });

  it('has unique ids and known parents throughout', () => {
    for (const list of [reference.categories, reference.fundSources]) {
      const ids = list.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { parent } of list) if (parent !== null) expect(ids).toContain(parent);
    }
    const codes = reference.regions.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const { parent } of reference.regions) if (parent !== null) expect(codes).toContain(parent);
  });

  it('names no two things of one kind alike, aliases included', () => {
    const names = reference.fundSources.flatMap(({ name, aliases }) => [name, ...aliases]);
    expect(new Set(names).size).toBe(names.length);
    for (const parent of [null, ...categoryTree(reference, 'county').map(({ category }) => category.id)]) {
      const inside = reference.categories
        .filter((category) => category.scheme === 'county' && category.parent === parent)
        .flatMap(({ name, aliases }) => [name, ...aliases]);
      expect(new Set(inside).size).toBe(inside.length);
    }
  });

  it('prints the headings that 表4-1 to 表4-6 print', () => {
    const headings = flattenCategories(categoryTree(reference, 'county')).map(({ category }) =>
      categoryHeading(category),
    );
    expect(headings).toEqual(expect.arrayContaining(['一、乡村特色产业帮扶', '（六）消费帮扶设施']));
    for (const top of HONGTA_CLASSES.nodes) {
      expect(headings).toContain(`${top.ordinal}、${top.name}`);
      for (const leaf of top.children) expect(headings).toContain(`${leaf.ordinal}${leaf.name}`);
    }
    // Named by the text only.
    expect(headings).toEqual(expect.arrayContaining(['（一）生态护林员', '（四）新增退耕还林还草', '（三）文化帮扶']));
  });

  it('counts every county class as a city class', () => {
    const mapped = new Map(reference.mappings.map(({ from, to }) => [from, to]));
    for (const { category } of categoryTree(reference, 'county')) expect(mapped.get(category.id)).toMatch(/^city\./);
    expect(mapped.get('county.service.collective')).toBe('city.key-villages');
    expect(categoryTree(reference, 'city')).toHaveLength(8);
  });

  it('rolls every fund source up into one of five', () => {
    expect(topSources(reference).map(({ name }) => name)).toEqual([
      '财政衔接资金',
      '涉农整合资金',
      '行业部门专项资金',
      '县级自筹资金',
      '其他资金',
    ]);
    for (const { id } of reference.fundSources) expect(topSourceOf(reference, id)?.parent).toBeNull();
  });

  it('holds twenty indicators', () => {
    const spec = { regionCode: '530402', firstYear: 2021, lastYear: 2025 };
    const indicators = indicatorsFor({ ...spec, regionCode: '530400' });
    expect(indicators.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    // The city's figures are none of a county's own, nor of another period (D2).
    expect(indicatorsFor(spec)).toEqual([]);
    expect(indicatorsFor({ ...spec, regionCode: '530400', firstYear: 2026, lastYear: 2030 })).toEqual([]);
    expect(indicators[19]).toMatchObject({ name: '和谐平安村创建率', targetValue: '80(省70%)' });
  });

  it('titles the annex by region and period', () => {
    expect(planDefaults('530402', 2021, 2025).title).toBe(
      '玉溪市红塔区巩固拓展脱贫攻坚成果同乡村振兴有效衔接“十四五”规划项目表',
    );
    expect(planDefaults('530400', 2021, 2023)).toMatchObject({ scheme: 'city', regionName: '玉溪市' });
  });

  it('names a plan and its money as they were called in its time', () => {
    expect(planDefaults('530402', 2016, 2020)).toMatchObject({ name: '脱贫攻坚', fundYear: null });
    expect(planDefaults('530402', 2016, 2020).title).toBe('玉溪市红塔区脱贫攻坚“十三五”规划项目表');
    expect(planDefaults('530402', 2018, 2022)).toMatchObject({
      name: '脱贫攻坚',
      shortName: '脱贫攻坚',
      fundYear: 2020,
    });
    expect(planDefaults('530402', 2020, 2024)).toMatchObject({ name: expect.stringContaining('衔接'), fundYear: null });
    expect(planDefaults('530402', 2024, 2027)).toMatchObject({ name: '常态化帮扶', fundYear: null });
  });

  it('puts no city before a city that ranks as a county', () => {
    const name = (code: string): string => planDefaults(code, 2026, 2030).title;
    expect(name('530481')).toBe('澄江市常态化帮扶“十五五”规划项目表');
    expect(name('530402')).toBe('玉溪市红塔区常态化帮扶“十五五”规划项目表');
    expect(name('530423')).toBe('玉溪市通海县常态化帮扶“十五五”规划项目表');
  });
});

describe('sample projects', () => {
  const { projects, reference } = samplePlan();
  const sums = rollUp(projects, reference);
  const texts = (record: Record<string, Parameters<typeof wanText>[0]>) =>
    Object.fromEntries(Object.entries(record).map(([key, fen]) => [key, wanText(fen)]));

  it('adds up to the figures of the plan', () => {
    expect([sums.count, wanText(sums.total)]).toEqual([514, '664599.38']);
    expect(texts(sums.byYear)).toEqual({
      '2021': '91733.83',
      '2022': '213104.24',
      '2023': '124120.23',
      '2024': '222393.47',
      '2025': '13247.61',
    });
    expect(texts(sums.bySource)).toEqual({
      fiscal: '14364.81',
      sector: '403217.57',
      county: '11924.49',
      other: '235092.51',
    });
    expect(sums.countByYear).toEqual({ '2021': 165, '2022': 162, '2023': 83, '2024': 56, '2025': 48 });
  });

  it('has the counts and totals of every leaf', () => {
    for (const top of HONGTA_CLASSES.nodes) {
      for (const leaf of top.children) {
        const category = reference.categories.find(
          ({ name, parent }) =>
            name === leaf.name && reference.categories.find(({ id }) => id === parent)?.name === top.name,
        );
        const own = rollUp(
          projects.filter(({ categoryId }) => categoryId === category?.id),
          reference,
        );
        expect([leaf.name, own.count, own.total]).toEqual([leaf.name, leaf.count?.value, leaf.total?.value]);
      }
    }
  });

  it('is consistent project by project, with a few of several years and sources', () => {
    for (const { amounts, startAt, endAt } of projects) {
      expect(addFen(...Object.values(amounts.bySource))).toBe(amounts.total);
      expect(addFen(...Object.values(amounts.byYear))).toBe(amounts.total);
      if (Object.keys(amounts.cells).length > 0) expect(addFen(...Object.values(amounts.cells))).toBe(amounts.total);
      for (const year of Object.keys(amounts.byYear)) {
        expect(year >= String(startAt) && year <= String(endAt)).toBe(true);
      }
    }
    const several = (pick: (project: (typeof projects)[number]) => object) =>
      projects.filter((project) => Object.keys(pick(project)).length > 1).length;
    expect(several(({ amounts }) => amounts.byYear)).toBeGreaterThan(5);
    expect(several(({ amounts }) => amounts.bySource)).toBeGreaterThan(20);
    expect(several(({ amounts }) => amounts.cells)).toBeGreaterThan(0);
  });

  it('fills every field the annex prints, with unique names and places of the dictionary', () => {
    expect(new Set(projects.map(({ name }) => name)).size).toBe(514);
    const codes = new Set(reference.regions.map(({ code }) => code));
    for (const project of projects) {
      expect(codes).toContain(`530402/${project.town}/${project.village}`);
      for (const key of ['nature', 'content', 'households', 'people', 'unit', 'startAt'] as const) {
        expect(project[key]).not.toBeNull();
      }
      expect(`${project.name}${project.content}`).not.toMatch(/[{}]/);
      expect(startYear(project)).toBeGreaterThanOrEqual(2021);
    }
  });

  it('is the same every time', () => {
    expect(makeSampleProjects()).toEqual(makeSampleProjects());
  });
});

// The tables of a city and of a province by the words of their own: classes that are no 工程, offices that are no counties.
import { expect, it } from 'vitest';
import { planDefaults } from '#seeds/index.ts';
import { officesWord, type Region } from '#shared/domain/reference.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { computeTables } from '#shared/tables/compute.ts';
import { makeProject, planWith } from '../../seeds/sample-plan.ts';

const city = planWith([makeProject('a', { total: '10' }, { regionCode: '530402' })], '530400');
const titles = (data: PlanData): string =>
  computeTables(data)
    .flatMap(({ title, columns, charts }) => [
      title,
      ...columns.map(({ label }) => label),
      ...charts.map((one) => one.title),
    ])
    .join('，');

it('speak of 工程 where the scheme does, and of 项目 where its own classes do not', () => {
  expect(titles(city)).toContain('玉溪市各类工程分县投资');
  const { reference, plan } = city;
  const own = { id: 'own.tea', scheme: 'own', parent: null, ordinal: '', name: '硒茶', aliases: [], lastYear: null };
  const schemes = [...reference.schemes, { id: 'own', name: '本市类别' }];
  const data: PlanData = {
    ...city,
    plan: { ...plan, scheme: 'own' },
    reference: { ...reference, schemes, categories: [...reference.categories, own] },
  };
  expect(titles(data)).toContain('玉溪市各类项目分县投资');
  expect(titles(data)).not.toContain('工程');
});

it('speak of cities where the offices beneath are cities', () => {
  const place = (code: string, parent: string | null, level: Region['level'], name: string): Region => ({
    ...{ code, parent, level, name, aliases: [] },
  });
  const regions = [place('530000', null, 'province', '某省'), place('530400', '530000', 'city', '甲市')];
  const data: PlanData = {
    ...planWith([makeProject('a', { total: '10' }, { regionCode: '530400' })]),
    plan: planDefaults('530000', 2021, 2025, regions),
  };
  const province = { ...data, reference: { ...data.reference, regions } };
  expect(titles(province)).toContain('分市（州）项目个数和资金来源');
  expect(titles(province)).not.toContain('分县');
  expect([officesWord([{ level: 'county' }]), officesWord([{ level: 'city' }, { level: 'county' }])]).toEqual([
    '县（市、区）',
    '市（州）和县（市、区）',
  ]);
});

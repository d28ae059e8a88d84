// Responsible units in cells: with and without the place in front, several in one cell, followed to those that took over.
import { expect, it } from 'vitest';
import { USUAL_AGENCIES } from '#seeds/agencies.ts';
import { type Agency, agencyReader } from '#shared/domain/agencies.ts';
import type { Region } from '#shared/domain/reference.ts';

const REGIONS: Region[] = [
  { code: '5304', parent: null, name: '玉溪市', aliases: ['玉溪'], level: 'city' },
  { code: '530402', parent: '5304', name: '红塔区', aliases: ['红塔'], level: 'county' },
];
const reader = (agencies: readonly Agency[] = USUAL_AGENCIES, regionCode = '530402') =>
  agencyReader({ plan: { regionCode }, reference: { regions: REGIONS, agencies } });

it.each([
  ['乡村振兴局', ''],
  ['区乡村振兴局', '区'],
  ['红塔区乡村振兴局', '红塔区'],
  ['玉溪市红塔区乡村振兴局', '玉溪市红塔区'],
  ['本区乡村振兴局', '本区'],
  ['区 乡村振兴局', '区'],
])('%s is the district’s own', (cell, prefix) => {
  const { units } = reader().read(cell);
  expect(units).toMatchObject([{ prefix, agency: { id: 'rural-revitalisation' } }]);
});

it.each(['玉溪市乡村振兴局', '市乡村振兴局', '峨山县乡村振兴局', '区水利局', ''])('%s is another one', (cell) => {
  expect(
    reader()
      .read(cell)
      .units.map(({ agency }) => agency),
  ).toEqual([null]);
});

it('a city’s own unit is that of the city', () => {
  const { units } = reader(USUAL_AGENCIES, '5304').read('市乡村振兴局');
  expect(units[0]?.agency?.id).toBe('rural-revitalisation');
});

it('several units of a cell are read one by one, and what belongs together is called the same', () => {
  const { read, canonical } = reader();
  expect(read('区扶贫办、区水利局；区农业农村局').units.map(({ agency }) => agency?.id ?? null)).toEqual([
    'poverty-office',
    null,
    'agriculture',
  ]);
  expect(canonical('区扶贫办')).toBe('农业农村局');
  expect(canonical('区乡村振兴局、区农业农村局')).toBe('农业农村局');
  expect(canonical('区扶贫办/区水利局')).toBe('农业农村局、区水利局');
  expect(canonical(' 区水利局 ')).toBe('区水利局');
});

it('who did the work in a year', () => {
  const { inYear } = reader();
  const [office] = USUAL_AGENCIES;
  if (!office) throw new Error('no units');
  expect([2020, 2021, 2022, 2024, 2025, null].map((year) => inYear(office, year).id)).toEqual([
    'poverty-office',
    'poverty-office',
    'rural-revitalisation',
    'rural-revitalisation',
    'agriculture',
    'agriculture',
  ]);
});

it('a circle of successors ends', () => {
  const one = (id: string, successor: string): Agency => ({
    id,
    name: id,
    aliases: [],
    from: null,
    to: 2020,
    successor,
  });
  const { inYear, canonical } = reader([one('甲局', '乙局'), one('乙局', '甲局')]);
  expect(inYear(one('甲局', '乙局'), 2030).id).toBe('乙局');
  expect(canonical('甲局')).toBe('乙局');
});

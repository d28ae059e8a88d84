// 手工录入的声明数: read as written, compared with our own sums, in the list beside imported and printed figures.
import { describe, expect, it } from 'vitest';
import { HONGTA_CLASSES, HONGTA_YEARS } from '#seeds/published-hongta.ts';
import { claimGroups } from '#shared/checks/claim-lines.ts';
import { composeFigure } from '#shared/checks/figure-composition.ts';
import { figureParts, ownFigure } from '#shared/checks/own-figure.ts';
import { runChecks } from '#shared/checks/run-checks.ts';
import { readTypedClaim, type TypedClaim, typedOf } from '#shared/checks/typed-claims.ts';
import type { Claim } from '#shared/domain/claims.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { addFen, wan, wanText } from '#shared/values/money.ts';
import { makeProject, planWith, samplePlan } from '../../seeds/sample-plan.ts';

const SAMPLE = samplePlan();

function typed(part: Partial<TypedClaim>): TypedClaim {
  const empty = { table: '市级 表3', row: 'total', column: 'total', unit: '万元', source: '第12页' } as const;
  return { ...empty, text: '664599.38', isStrict: true, ...part };
}

function claimed(part: Partial<TypedClaim>, data: PlanData = SAMPLE): PlanData {
  const claim = readTypedClaim('c1', typed(part), data);
  if (typeof claim === 'string') throw new Error(claim);
  return { ...data, claims: [claim] };
}

const found = (data: PlanData): string[] =>
  runChecks(data)
    .filter(({ rule }) => rule === 'X01')
    .map(({ level, table, row, column, left, right, difference }) =>
      [level, table, row, column, left, right, difference].join(' '),
    );

describe.each<[string, Partial<TypedClaim>, string[]]>([
  ['the same to the last digit', {}, []],
  ['ours, rounded to the written places', { text: '664599.4' }, []],
  ['in 亿元 with two decimals', { text: '66.46', unit: '亿元' }, []],
  ['in 元 with separators', { text: '6,645,993,800', unit: '元' }, []],
  ['a unit of the last place off', { text: '664599.39' }, ['rounding 市级 表3 合计 总投资 664599.39 664599.38 0.01']],
  ['another figure', { text: '664569.38' }, ['error 市级 表3 合计 总投资 664569.38 664599.38 -30']],
  [
    'for reference only',
    { text: '664569.38', isStrict: false },
    ['warning 市级 表3 合计 总投资 664569.38 664599.38 -30'],
  ],
  ['a count', { column: 'count', text: '479' }, ['error 市级 表3 合计 项目个数 479 514 -35']],
  ['a class', { row: 'category:county.industry', text: '137640.47' }, []],
  ['a year', { row: 'year:2021', text: '91733.83' }, []],
  ['a count of a year', { row: 'year:2021', column: 'count', text: '165' }, []],
  ['a source', { column: 'source:fiscal', text: '14364.81' }, []],
])('%s', (_, part, expected) => {
  it('is judged as it was written', () => expect(found(claimed(part))).toEqual(expected));
});

it.each([
  [{ text: '约30' }, /“约30”不是金额.*单位万元/],
  [{ text: '' }, /不是金额/],
  [{ column: 'count', text: '3.5' }, /0 或正整数/],
  [{ row: 'category:gone' }, /没有对应的数/],
  [{ row: 'year:2021', column: 'year:2022' }, /没有对应的数/],
] as const)('%o is refused with a sentence', (part, expected) => {
  expect(readTypedClaim('c1', typed(part), SAMPLE)).toMatch(expected);
});

it('can be changed: what was typed comes back as it was', () => {
  for (const part of [
    {},
    { text: '66.46', unit: '亿元' as const },
    { row: 'year:2021', column: 'count', text: '165' },
  ]) {
    const [claim] = claimed(part).claims as [Claim];
    expect(typedOf(claim)).toEqual(typed(part));
  }
});

it('a town, a source of a town, and what each project adds', () => {
  const projects = [
    makeProject('a', { total: '5', bySource: { fiscal: '2', other: '3' } }),
    makeProject('b', { total: '7', bySource: { fiscal: '7' } }, { town: '北城街道' }),
    makeProject('c', { total: '1' }),
  ];
  const data = planWith(projects);
  const show = (row: string, column: string): string => wanText((ownFigure(data, row, column) ?? 0) as never);
  expect(show('town:研和街道', 'total')).toBe('6');
  expect(show('town:研和街道', 'source:fiscal')).toBe('2');
  expect(ownFigure(data, 'town:研和街道', 'count')).toBe(2);
  expect(figureParts(data, 'town:研和街道', 'total').map(({ project }) => project.id)).toEqual(['a', 'c']);
  expect(figureParts(data, 'category:county.industry', 'source:fiscal').map(({ project }) => project.id)).toEqual([
    'a',
    'b',
  ]);
  expect(ownFigure(data, 'nonsense', 'total')).toBeUndefined();
});

it.each(['total', 'category:county.industry', 'year:2022', 'town:大营街街道'])(
  'the parts of %s add up to it',
  (row) => {
    for (const column of ['count', 'total', 'source:sector']) {
      const sum = figureParts(SAMPLE, row, column).reduce((total, { value }) => total + value, 0);
      expect([column, sum]).toEqual([column, ownFigure(SAMPLE, row, column)]);
    }
  },
);

it('lists every written figure by source with its verdict', () => {
  const data = claimed({ text: '664569.38' });
  const groups = claimGroups(
    data,
    [
      { recordId: null, table: HONGTA_CLASSES },
      { recordId: 'r', table: HONGTA_YEARS },
    ],
    new Map(),
  );
  expect(groups.map(({ origin, label, recordId }) => [origin, label, recordId])).toEqual([
    ['manual', '手工录入', null],
    ['published', '红塔区规划（2021—2025年） › 表4', null],
    ['published', '红塔区规划（2021—2025年） › 表5-1', 'r'],
  ]);
  expect(groups[0]?.lines).toMatchObject([{ own: '664599.38', difference: '-30', verdict: 'different' }]);
  const lines = groups[1]?.lines ?? [];
  const at = (row: string, column: string) => lines.find((line) => line.row === row && line.column === column);
  expect(at('五、乡村基础设施建设', '总投资')).toMatchObject({
    own: '418689.38',
    difference: '-30',
    verdict: 'different',
  });
  expect(at('一、乡村特色产业帮扶', '总投资')).toMatchObject({
    own: '137640.47',
    difference: '0.03',
    verdict: 'equal',
  });
  expect(at('（一）种植业', '项目个数')).toMatchObject({ own: '20', difference: '0', verdict: 'equal' });
  const year = groups[2]?.lines.find((line) => line.row === '2021年' && line.column === '总投资');
  expect(year).toMatchObject({ figure: { row: 'year:2021', column: 'total' }, verdict: 'equal' });
});

it('composes a figure of the classes right beneath it, which add up to it', () => {
  const whole = composeFigure(SAMPLE, 'total', 'total');
  expect(whole?.title).toBe('合计 总投资');
  expect(whole?.groups.map(({ label }) => label).slice(0, 2)).toEqual(['一、乡村特色产业帮扶', '二、稳定就业帮扶']);
  const sum = (values: readonly { value: string }[]): string =>
    wanText(addFen(...values.map(({ value }) => wan(value))));
  expect(sum(whole?.groups ?? [])).toBe(whole?.value);
  const industry = composeFigure(SAMPLE, 'category:county.industry', 'total');
  expect(industry).toMatchObject({ title: '一、乡村特色产业帮扶 总投资', value: '137640.47' });
  expect(industry?.groups[0]?.label).toBe('（一）种植业');
  for (const group of industry?.groups ?? []) expect(sum(group.parts)).toBe(group.value);
  const leaf = composeFigure(SAMPLE, 'category:county.industry.planting', 'count');
  expect(leaf?.groups.map(({ label, value, parts }) => [label, value, parts.length])).toEqual([
    ['（一）种植业', '20', 20],
  ]);
  expect(composeFigure(SAMPLE, 'category:gone', 'total')).toBeUndefined();
});

// 重复项目: which pairs are found, why, and which are not.

import { describe, expect, it } from 'vitest';
import type { Project } from '#shared/domain/project.ts';
import { comparePair } from '#shared/duplicates/compare.ts';
import { distinctPair, isStillDistinct } from '#shared/duplicates/distinct-pair.ts';
import { findAcross, findDuplicates, pairKey } from '#shared/duplicates/find-duplicates.ts';
import { compareParts, mergeProjects } from '#shared/duplicates/merge-projects.ts';
import { makeNameReader } from '#shared/duplicates/name-core.ts';
import { signatureMaker } from '#shared/duplicates/signature.ts';
import { plainNumeral } from '#shared/values/numerals.ts';
import { fc } from '#test/support/fc.ts';
import { makeProject, planWith, samplePlan } from '../../seeds/sample-plan.ts';

const { reference } = planWith([]);
const signatureOf = signatureMaker(reference);
const at = { town: '大营街街道', village: '甸苴', startAt: '2023' };
const road = (id: string, name: string, total: string, fields: Partial<Project> = {}) =>
  makeProject(id, { total }, { ...at, name, ...fields });

function pairOf(one: Project, other: Project) {
  return comparePair(signatureOf(one), signatureOf(other));
}

describe('names', () => {
  const read = makeNameReader(['红塔区', '大营街街道', '大营街']);
  it.each([
    ['大营街街道甸苴村2023年村内道路硬化项目', '道路硬化', []],
    ['２０２３年大营街甸苴村道路硬化', '道路硬化', []],
    ['甸苴村道路硬化工程（第二批）', '道路硬化', []],
    ['红塔区甸苴社区道路硬化（二期）', '道路硬化', ['2期']],
    ['甸苴村第十二小组饮水管网', '饮水管网', ['12组']],
    ['甸苴村道路硬化(3)', '道路硬化', ['#3']],
    ['甸苴村年产2050吨冷库', '年产2050吨冷库', []],
  ])('%s', (name, core, numbers) => {
    expect(read(name, ['大营街街道', '甸苴'])).toEqual({ core, numbers });
  });

  it('numerals', () => {
    expect(['十', '十二', '二十', '三十五', '两', '7', '一百零二'].map(plainNumeral)).toEqual([
      '10',
      '12',
      '20',
      '35',
      '2',
      '7',
      '102',
    ]);
  });
});

describe('pairs', () => {
  it('are found over notations of one name, with the reasons', () => {
    const pair = pairOf(
      road('a', '大营街街道甸苴村2023年村内道路硬化项目', '60'),
      road('b', '2023年大营街甸苴村道路硬化', '60', { town: '大营街', village: '甸苴村' }),
    );
    expect(pair).toEqual({
      a: 'a',
      b: 'b',
      score: 1,
      reasons: ['名称基本相同', '同村', '总投资相同', '同在 2023年'],
    });
  });

  it('are found for the same work in two batches and under another name', () => {
    expect(
      pairOf(road('a', '甸苴村道路硬化（第一批）', '60'), road('b', '甸苴村道路硬化（第二批）', '60'))?.score,
    ).toBe(1);
    const content = '硬化村内道路 1200 平方米，铺设排水沟 0.8 公里';
    expect(
      pairOf(road('a', '甸苴村通户路', '60', { content }), road('b', '甸苴环境提升', '60', { content })),
    ).toMatchObject({
      reasons: ['名称相似 0.00', '同村', '建设内容相同', '总投资相同', '同在 2023年'],
    });
    expect(
      pairOf(
        road('a', '甸苴村道路硬化', '60', { content }),
        road('b', '甸苴村道路硬化', '60', { content, startAt: '2024' }),
      )?.reasons,
    ).toContain('年度不同（2023、2024）');
    expect(
      pairOf(road('a', '甸苴村旅游路', '5', { code: 'K-1' }), road('b', '别的名字', '6', { code: 'K-1' }))?.reasons[0],
    ).toBe('项目编号相同');
  });

  it.each([
    ['other parts', road('a', '甸苴村道路硬化二期', '60'), road('b', '甸苴村道路硬化三期', '60')],
    ['other groups', road('a', '甸苴村一组道路硬化', '60'), road('b', '甸苴村二组道路硬化', '60')],
    ['a part of it', road('a', '甸苴村道路硬化', '60'), road('b', '甸苴村道路硬化二期', '61')],
    ['another village', road('a', '道路硬化', '60'), road('b', '道路硬化', '60', { village: '师旗' })],
    ['another county', road('a', '道路硬化', '60'), road('b', '道路硬化', '60', { regionCode: '530403' })],
    ['other work', road('a', '甸苴村道路硬化', '60'), road('b', '甸苴村道路亮化', '25')],
    ['each year again', road('a', '甸苴村公益性岗位', '6'), road('b', '甸苴村公益性岗位', '6', { startAt: '2024' })],
    [
      'the same text with other figures',
      road('a', '甸苴村上营道路', '60', { content: '硬化道路800米' }),
      road('b', '甸苴村下营道路', '44', { content: '硬化道路1200米' }),
    ],
  ])('are not made of %s', (_, one, other) => {
    expect(pairOf(one, other)).toBeNull();
  });

  it('raise no false alarm over the sample', () => {
    expect(findDuplicates(samplePlan())).toEqual([]);
  });
});

describe('the list', () => {
  const names = [
    '甸苴村道路硬化',
    '甸苴村村内道路硬化项目',
    '甸苴村道路硬化二期',
    '甸苴村道路',
    '甸苴村蓄水池',
    '甸苴蓄水池工程',
  ];
  const anyList = fc.array(
    fc.record({
      id: fc.integer({ min: 0, max: 25 }),
      name: fc.constantFrom(...names),
      total: fc.constantFrom('5', '60'),
      startAt: fc.constantFrom('2023', '2024'),
    }),
    { maxLength: 20 },
  );
  const toProjects = (rows: readonly { id: number; name: string; total: string; startAt: string }[]): Project[] => [
    ...new Map(rows.map(({ id, name, total, startAt }) => [id, road(String(id), name, total, { startAt })])).values(),
  ];

  it('gives the same pairs after any edits as a list read afresh', () => {
    fc.assert(
      fc.property(anyList, anyList, (before, after) => {
        const kept = { ...reference, regions: [...reference.regions] };
        const fresh = { ...reference, regions: [...reference.regions] };
        const first = toProjects(before).slice(0, 5);
        const then = toProjects([...before.slice(0, 3), ...after]).slice(0, 5);
        findDuplicates({ reference: kept, projects: first, records: {} });
        expect(findDuplicates({ reference: kept, projects: then, records: {} })).toEqual(
          findDuplicates({ reference: fresh, projects: then, records: {} }),
        );
      }),
    );
  });

  it('leaves out what is marked, until a name or place changes', () => {
    const [a, b] = [road('a', '甸苴村道路硬化', '60'), road('b', '甸苴村道路硬化', '61')];
    const mark = distinctPair(signatureOf(b), signatureOf(a));
    const records = { 'distinct-pair': new Map([[pairKey('a', 'b'), mark]]) };
    expect(mark.names).toEqual(['甸苴村道路硬化', '甸苴村道路硬化']);
    expect(findDuplicates({ reference, projects: [a, b], records })).toEqual([]);
    expect(findDuplicates({ reference, projects: [a, b], records: {} })).toHaveLength(1);
    const dearer = makeProject('b', { total: '99' }, { ...at, name: '甸苴村道路硬化项目' });
    expect(isStillDistinct(mark, signatureOf(a), signatureOf(dearer))).toBe(true);
    const renamed = { ...b, name: '甸苴村通组道路硬化' };
    expect(isStillDistinct(mark, signatureOf(a), signatureOf(renamed))).toBe(false);
    expect(findDuplicates({ reference, projects: [a, renamed], records })).toHaveLength(1);
  });

  it('finds what another list has too', () => {
    const own = [road('a', '甸苴村道路硬化', '60'), road('c', '甸苴村蓄水池', '8')];
    expect(
      findAcross(own, [road('x', '2023年甸苴道路硬化工程', '60'), road('y', '甸苴村冷库', '90')], reference),
    ).toMatchObject([{ a: 'a', b: 'x' }]);
  });
});

describe('two side by side', () => {
  it('show what differs, and become one by choice', () => {
    const one = makeProject(
      'a',
      { total: '60', bySource: { fiscal: '60' } },
      { ...at, name: '甸苴村道路硬化', note: null },
    );
    const other = makeProject(
      'b',
      { total: '61.5', byYear: { '2023': '61.5' } },
      { ...at, name: '甸苴村道路硬化', note: '补报' },
    );
    const parts = compareParts(one, other, reference).filter(({ isSame }) => !isSame);
    expect(parts.map(({ label, left, right }) => [label, left, right])).toEqual([
      ['金额（总投资、来源、年度）', '总投资 60；财政衔接资金 60', '总投资 61.5；2023年 61.5'],
      ['备注', '', '补报'],
    ]);
    const merged = mergeProjects(one, other, ['amounts', 'note']);
    expect(merged).toEqual({ ...one, amounts: other.amounts, note: '补报' });
    expect(mergeProjects(one, other, [])).toEqual(one);
  });
});

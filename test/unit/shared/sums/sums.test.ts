// Sums that follow a list by its changed items say what a fresh count says, after any edits.

import { describe, expect, it } from 'vitest';
import { summarise } from '#electron/services/summary.ts';
import { makeTotaller } from '#renderer/features/projects/totals.ts';
import { swapOf } from '#shared/compare/swap.ts';
import { categoryTree } from '#shared/domain/categories.ts';
import type { Project } from '#shared/domain/project.ts';
import { rollUp } from '#shared/domain/rollup.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { makeKeptList } from '#shared/sums/kept-list.ts';
import { addCount, makeKeptSums } from '#shared/sums/kept-sums.ts';
import { computeTables } from '#shared/tables/compute.ts';
import { planSums, wholeSums } from '#shared/tables/plan-sums.ts';
import { fc } from '#test/support/fc.ts';
import { makeProject, planWith, samplePlan } from '../../seeds/sample-plan.ts';

/** The same plan as new objects, under which nothing is kept. */
function afresh(data: PlanData): PlanData {
  return { ...data, plan: { ...data.plan }, reference: { ...data.reference, regions: [...data.reference.regions] } };
}

const CATEGORIES = ['county.industry.planting', 'county.industry', 'county.living', null];

/** Figures of all shapes: blank, 0, outside the period, cells without margins, finer sources. */
const MONEY = [
  { total: '10', bySource: { fiscal: '10' }, byYear: { 2021: '10' } },
  { total: '10', bySource: { fiscal: '0', other: '10' }, byYear: { before: '4', 2022: '6' } },
  { total: '3.5', cells: { '2023|fiscal.central': '3', '2024|other': '0.5' } },
  { bySource: { 'fiscal.city': '2' } },
  { total: '7', byYear: { later: '7' } },
  {},
];

const edit = fc.record({
  what: fc.constantFrom('money', 'class', 'town', 'remove', 'add', 'move', 'back', 'two'),
  at: fc.nat(29),
  by: fc.nat(29),
});
type Edit = typeof edit extends fc.Arbitrary<infer E> ? E : never;

function change(projects: readonly Project[], before: readonly Project[], { what, at, by }: Edit): readonly Project[] {
  const chosen = projects[at % projects.length];
  if (!chosen) return before;
  const others = projects.filter((project) => project !== chosen);
  const put = (fields: Partial<Project>) => projects.map((one) => (one === chosen ? { ...one, ...fields } : one));
  const money = makeProject('x', MONEY[by % MONEY.length]).amounts;
  switch (what) {
    case 'money':
      return put({ amounts: money });
    case 'class':
      return put({ categoryId: CATEGORIES[by % CATEGORIES.length] ?? null });
    case 'town':
      return put({ town: by % 2 === 0 ? '研和街道' : null, startAt: by % 3 === 0 ? '2019' : '2022' });
    case 'remove':
      return others;
    case 'add':
      return [...projects, makeProject(`new${at}-${by}-${projects.length}`, MONEY[by % MONEY.length])];
    case 'move':
      return [...others.slice(0, by), chosen, ...others.slice(by)];
    case 'two':
      return put({ amounts: money }).map((one, place) =>
        place === by % projects.length ? { ...one, unit: '某局' } : one,
      );
    default:
      return before;
  }
}

function allSums(data: PlanData) {
  const plain = (map: ReadonlyMap<unknown, unknown>) => Object.fromEntries(map as ReadonlyMap<string, unknown>);
  const shown = ({ all, byCategory, byTown, byRegion }: ReturnType<typeof planSums>) => [
    all,
    plain(byCategory),
    plain(byTown),
    plain(byRegion),
  ];
  const { total, categories } = summarise(data);
  return {
    plan: shown(planSums(data)),
    whole: shown(wholeSums(data)),
    summary: [total, Object.fromEntries(categories.map(({ id, rollup }) => [String(id), rollup]))],
    tables: computeTables(data),
  };
}

it.each(['530402', '530400'])(
  'after any edits, for a plan of %s; what was read before stays as it was',
  (region) => {
    const start = samplePlan()
      .projects.filter((_, at) => at % 20 === 0)
      .map((project, at) =>
        at % 4 === 0 ? { ...project, amounts: makeProject('x', MONEY[at % 6]).amounts } : project,
      );
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 10 }), (edits) => {
        let data = planWith(start, region);
        let before: readonly Project[] = start;
        allSums(data);
        for (const one of edits) {
          const projects = change(data.projects, before, one);
          const [kept, copy] = [allSums(data), structuredClone(allSums(data))];
          before = data.projects;
          data = { ...data, projects };
          expect(allSums(data)).toEqual(allSums(afresh(data)));
          expect(kept).toEqual(copy);
        }
      }),
      { numRuns: 12 },
    );
  },
  60_000,
);

it('the totals of the 项目表 follow too, and groups in which nothing changed are the same objects', () => {
  const { reference, plan } = planWith([]);
  const tree = categoryTree(reference, plan.scheme);
  const projects = samplePlan().projects.slice(0, 100);
  const follow = makeTotaller(tree, reference);
  fc.assert(
    fc.property(edit, (one) => {
      const next = change(projects, projects, one);
      const [totals, anew] = [follow(next), makeTotaller(tree, reference)(next)];
      expect(totals.total).toEqual(anew.total);
      expect(totals.total).toEqual(rollUp(next, reference));
      expect(totals.byCategory).toEqual(anew.byCategory);
      follow(projects);
    }),
    { numRuns: 30 },
  );
  const first = follow(projects);
  const edited = projects.map((project, at) =>
    at === 0 ? { ...project, amounts: makeProject('x').amounts } : project,
  );
  const next = follow(edited);
  const changed = [...next.byCategory].filter(([id, rollup]) => rollup !== first.byCategory.get(id)).map(([id]) => id);
  const path: (string | null)[] = [];
  for (let at = projects[0]?.categoryId ?? null; at !== null; ) {
    path.push(at);
    at = reference.categories.find(({ id }) => id === at)?.parent ?? null;
  }
  expect(path.length).toBeGreaterThan(1);
  expect(new Set(changed)).toEqual(new Set(path));
});

describe('the items that came and went', () => {
  const list = fc.array(fc.constantFrom(...'abcdef'.split('').map((id) => ({ id }))), { maxLength: 8 });

  it('make one list of the other, without those that only moved', () => {
    fc.assert(
      fc.property(list, list, (some, others) => {
        const [before, after] = [[...new Set(some)], [...new Set(others)]];
        const { gone, come, at, tail } = swapOf(before, after);
        expect(new Set(gone)).toEqual(new Set(before.filter((item) => !after.includes(item))));
        expect(new Set(come)).toEqual(new Set(after.filter((item) => !before.includes(item))));
        expect([
          ...before.slice(0, at),
          ...after.slice(at, after.length - tail),
          ...before.slice(before.length - tail),
        ]).toEqual(after);
      }),
    );
  });

  it('are told anew for another list before', () => {
    const [a, b, c] = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
    const after = [a, b];
    expect(swapOf([a], after).come).toEqual([b]);
    expect(swapOf([c], after)).toMatchObject({ gone: [c], come: [a, b] });
  });
});

describe('a kept sum', () => {
  const start = () => {
    const state = new Map<number, number>();
    return { state, change: (item: { n: number }, sign: 1 | -1) => addCount(state, item.n, sign * item.n) };
  };
  const items = Array.from({ length: 50 }, (_, n) => ({ n: n + 1 }));

  it('looks only at what changed', () => {
    const sums = makeKeptSums<{ n: number }, Map<number, number>>();
    const [under, touched] = [{}, [] as number[]];
    const counted = () => {
      const one = start();
      return {
        ...one,
        change(item: { n: number }, sign: 1 | -1) {
          touched.push(sign * item.n);
          one.change(item, sign);
        },
      };
    };
    sums(under, '', items, counted);
    touched.length = 0;
    const next = items.map((item) => (item.n === 7 ? { n: 70 } : item));
    expect(sums(under, '', next, counted).get(70)).toBe(70);
    expect(touched).toEqual([-7, 70]);
    expect(sums({}, '', next, counted).has(7)).toBe(false);
    expect(touched.length).toBe(52);
  });

  it('starts afresh after a fault halfway, and for another list', () => {
    const sums = makeKeptSums<{ n: number }, Map<number, number>>();
    const under = {};
    const failing = () => {
      const one = start();
      return {
        ...one,
        change(item: { n: number }, sign: 1 | -1) {
          if (item.n < 0) throw new Error('no');
          one.change(item, sign);
        },
      };
    };
    sums(under, '', items, failing);
    const bad = [{ n: 99 }, ...items.slice(1), { n: -1 }];
    expect(() => sums(under, '', bad, failing)).toThrow();
    expect(sums(under, '', items, failing).get(99)).toBeUndefined();
    expect(sums(under, '', items, failing).size).toBe(50);
    expect([...sums(under, '', [{ n: 3 }], failing)]).toEqual([[3, 3]]);
  });
});

it('a kept list is the list itself where nothing is read as something else, and follows it', () => {
  const kept = makeKeptList<{ n: number }>();
  const under = {};
  const read = (item: { n: number }) => (item.n % 2 === 0 ? item : { n: item.n * 10 });
  fc.assert(
    fc.property(fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 6 }), { maxLength: 6 }), (lists) => {
      for (const numbers of lists) {
        const items = numbers.map((n) => ({ n }));
        const made = kept(under, items, read);
        expect(made).toEqual(items.map(read));
        expect(made === items).toBe(numbers.every((n) => n % 2 === 0));
        const patched = items.toSpliced(1, 1, { n: 3 });
        expect(kept(under, patched, read)).toEqual(patched.map(read));
        expect(kept(under, items, read)).toEqual(items.map(read));
      }
    }),
  );
});

// The merge of packages: those of different offices commute, the same twice changes nothing, nothing that was changed here is
// lost without being listed.
import { describe, expect, it } from 'vitest';
import { isSame } from '#shared/compare/fact.ts';
import type { Project } from '#shared/domain/project.ts';
import { NO_FACTS } from '#shared/package/facts.ts';
import { mergePackage, type PackageMerge } from '#shared/package/merge-package.ts';
import { fc } from '#test/support/fc.ts';
import { soundProject } from '#test/support/packages.ts';

const TOWNS = ['大营街街道', '研和街道'] as const;
type Town = (typeof TOWNS)[number];

/** A few projects of a town, each by a few names, contents and amounts, so that sides meet. */
const listOf = (town: Town): fc.Arbitrary<Project[]> =>
  fc.uniqueArray(
    fc
      .record({
        id: fc.constantFrom('1', '2', '3', '4'),
        name: fc.constantFrom('甲', '乙', '丙'),
        note: fc.option(fc.constantFrom('一', '二')),
        amount: fc.constantFrom('1', '2.5', '30'),
      })
      .map(({ id, name, note, amount }) => ({ ...soundProject(`${town}${id}`, name, town, amount), note })),
    { selector: ({ id }) => id, maxLength: 4 },
  );

interface Sides {
  base: Project[];
  mine: Project[];
  theirs: Project[];
}
const sidesOf = (town: Town): fc.Arbitrary<Sides> => {
  const list = listOf(town);
  return fc.record({ base: list, mine: list, theirs: list });
};

function receive(
  { base, mine, theirs }: Sides,
  take: 'mine' | 'theirs' | null,
): { merge: PackageMerge; list: Project[] } {
  const known = new Map(base.map((project) => [project.id, project]));
  const merge = mergePackage({
    carries: ['projects'],
    theirs: { ...NO_FACTS, projects: theirs },
    mine: { ...NO_FACTS, projects: mine },
    baseOf: (_, id) => known.get(id) ?? null,
    sentBefore: () => known.keys(),
    judge: () => null,
    choose: () => take,
  });
  const next = new Map(mine.map((project) => [project.id, project]));
  for (const { id, next: project } of merge.changes) {
    if (project === null) next.delete(id);
    else next.set(id, project as Project);
  }
  return { merge, list: [...next.values()].sort((a, b) => (a.id < b.id ? -1 : 1)) };
}

const FIELDS = ['name', 'note', 'content', 'amounts'] as const;

describe('receiving', () => {
  it('packages of two offices gives the same in either order', () => {
    fc.assert(
      fc.property(sidesOf(TOWNS[0]), sidesOf(TOWNS[1]), fc.constantFrom('mine', 'theirs'), (one, other, take) => {
        const mine = [...one.mine, ...other.mine];
        const first = receive({ ...one, mine }, take).list;
        const ab = receive({ ...other, mine: first }, take).list;
        const second = receive({ ...other, mine }, take).list;
        const ba = receive({ ...one, mine: second }, take).list;
        expect(ab).toEqual(ba);
      }),
    );
  });

  it('the same once more changes nothing', () => {
    fc.assert(
      fc.property(sidesOf(TOWNS[0]), fc.constantFrom('mine', 'theirs'), (sides, take) => {
        const { list } = receive(sides, take);
        // It is then what both had last.
        const again = receive({ base: sides.theirs, mine: list, theirs: sides.theirs }, null);
        expect(again.merge.changes).toEqual([]);
        expect(again.merge.conflicts).toEqual([]);
      }),
    );
  });

  it('keeps whatever was changed here, or lists it', () => {
    fc.assert(
      fc.property(sidesOf(TOWNS[0]), (sides) => {
        const { merge, list } = receive(sides, 'theirs');
        const [base, result, theirs] = [sides.base, list, sides.theirs].map(
          (side) => new Map(side.map((project) => [project.id, project])),
        );
        const listed = new Set(merge.conflicts.map(({ id, path }) => `${id}:${path[0] ?? ''}`));
        for (const project of sides.mine) {
          const [was, is, their] = [base, result, theirs].map((side) => side?.get(project.id));
          if (isSame(was, project)) continue;
          // Not there any more, or with another value: then it is listed, or the same on both sides.
          for (const field of FIELDS) {
            if (isSame(was?.[field], project[field]) || isSame(is?.[field], project[field])) continue;
            expect(listed.has(`${project.id}:${field}`) || listed.has(`${project.id}:`) || isSame(is, their)).toBe(
              true,
            );
            expect(listed.has(`${project.id}:${field}`) || listed.has(`${project.id}:`)).toBe(true);
          }
        }
      }),
    );
  });

  it('keeps every value of mine where mine is taken', () => {
    fc.assert(
      fc.property(sidesOf(TOWNS[0]), (sides) => {
        const { list } = receive(sides, 'mine');
        const [base, result] = [sides.base, list].map((side) => new Map(side.map((project) => [project.id, project])));
        for (const project of sides.mine) {
          const [was, is] = [base?.get(project.id), result?.get(project.id)];
          for (const field of FIELDS)
            if (!isSame(was?.[field], project[field]) && field !== 'amounts')
              expect(is?.[field]).toEqual(project[field]);
        }
      }),
    );
  });

  it('takes over what only the other side changed', () => {
    fc.assert(
      fc.property(listOf(TOWNS[0]), listOf(TOWNS[0]), (base, theirs) => {
        const { list, merge } = receive({ base, mine: base, theirs }, null);
        expect(merge.conflicts).toEqual([]);
        const inOrder = theirs.toSorted((a, b) => (a.id < b.id ? -1 : 1));
        expect(list).toEqual(inOrder.map((project) => expect.objectContaining({ id: project.id, name: project.name })));
      }),
    );
  });
});

// What is compared, merged and told of facts holds for every kind that a workbook can store: no field is lost.

import { describe, expect, it } from 'vitest';
import type { Kinds as AnyKinds } from '#electron/db/kernel/kind.ts';
import { type EntityName, KINDS } from '#electron/db/kinds/index.ts';
import { applyDifference, differenceOf, isSame } from '#shared/compare/fact.ts';
import { mergeFacts, takeBack } from '#shared/compare/merge.ts';
import { imagesOf } from '#test/support/arbitrary-image.ts';
import { fc } from '#test/support/fc.ts';
import { samplePlan } from '../../../seeds/sample-plan.ts';

const data = samplePlan();
const RUNS = { numRuns: 40 };

const cases = (Object.keys(KINDS) as EntityName[]).flatMap((name) =>
  imagesOf(name).map((images, index) => ({
    name,
    index,
    images,
    kind: (KINDS as unknown as AnyKinds)[name] as AnyKinds[string],
  })),
);

describe.each(cases)('kind $name ($index)', ({ kind, images }) => {
  const asOne = !kind.isMergedByValue;

  it('the difference laid over the old fact gives the new one', () => {
    fc.assert(
      fc.property(images, images, (before, after) => {
        const made = applyDifference(before, differenceOf(before, after));
        expect(made).toEqual(after);
        expect(differenceOf(made, after)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('every value that differs is told, with two texts', () => {
    fc.assert(
      fc.property(images, images, (before, after) => {
        for (const change of differenceOf(before, after)) {
          const rows = kind.words(before, applyDifference(before, [change]), data);
          expect(rows.length, change.path.join('.')).toBeGreaterThan(0);
          for (const row of rows) {
            expect(row.before).not.toBe(row.after);
            // In the words of the screen, not by the name of the field.
            if (change.path.length === 1) expect(row.column).not.toBe(change.path[0]);
          }
        }
        expect(kind.words(before, structuredClone(before), data)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('merging: what one side did not touch is the other’s', () => {
    fc.assert(
      fc.property(images, images, (base, made) => {
        expect(mergeFacts(base, made, base, { asOne })).toEqual({ fact: made, conflicts: [] });
        const theirs = mergeFacts(base, base, made, { asOne });
        expect(theirs.conflicts).toEqual([]);
        expect(isSame(theirs.fact, made)).toBe(true);
        expect(mergeFacts(null, made, null, { asOne })).toEqual({ fact: made, conflicts: [] });
      }),
      RUNS,
    );
  });

  it('merging is the same from both sides, but for the sides of conflicts; choosing theirs gives theirs', () => {
    fc.assert(
      fc.property(images, images, images, (base, mine, theirs) => {
        const one = mergeFacts(base, mine, theirs, { asOne });
        const other = mergeFacts(base, theirs, mine, { asOne });
        const byPath = (a: { path: readonly string[] }, b: { path: readonly string[] }): number =>
          a.path.join('/') < b.path.join('/') ? -1 : 1;
        expect([...one.conflicts].sort(byPath)).toEqual(
          other.conflicts.map((c) => ({ ...c, mine: c.theirs, theirs: c.mine })).sort(byPath),
        );
        const decided = applyDifference(
          one.fact,
          one.conflicts.map(({ path, theirs: after }) => ({ path, after })),
        );
        expect(isSame(decided, other.fact)).toBe(true);
        if (one.conflicts.length === 0) expect(kind.schema.safeParse(one.fact).success).toBe(true);
      }),
      RUNS,
    );
  });

  it('a change is taken back where nothing came later', () => {
    fc.assert(
      fc.property(images, images, (before, after) => {
        const { fact, conflicts } = takeBack(before, after, after, { asOne });
        expect(conflicts).toEqual([]);
        expect(isSame(fact, before)).toBe(true);
      }),
      RUNS,
    );
  });
});

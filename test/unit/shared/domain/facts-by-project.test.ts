// Facts by project, regrouped after a change: the same as grouped anew, and the groups of all others the same objects.

import { expect, it } from 'vitest';
import { factsByProject, listFacts, type ProjectFact } from '#shared/domain/facts-by-project.ts';
import { fc } from '#test/support/fc.ts';

const change = fc.record({
  id: fc.integer({ min: 0, max: 30 }).map((n) => `f${n}`),
  projectId: fc.option(fc.constantFrom('a', 'b', 'c', 'd')),
});

it('whatever is put, moved or taken away', () => {
  fc.assert(
    fc.property(
      fc.array(change, { maxLength: 40 }),
      fc.array(change, { minLength: 1, maxLength: 3 }),
      (first, then) => {
        const images = new Map<string, ProjectFact>();
        const put = ({ id, projectId }: { id: string; projectId: string | null }): void => {
          if (projectId === null) images.delete(id);
          else images.set(id, { id, projectId });
        };
        first.forEach(put);
        const before = listFacts(images, null);
        const old = new Map(factsByProject(before));
        const touched = new Set(then.flatMap(({ id, projectId }) => [images.get(id)?.projectId, projectId]));
        then.forEach(put);
        const after = listFacts(images, { slice: before, changed: new Set(then.map(({ id }) => id)) });
        const groups = factsByProject(after);
        expect([...groups].sort(([a], [b]) => (a < b ? -1 : 1))).toEqual(
          [...Map.groupBy(images.values(), ({ projectId }) => projectId)].sort(([a], [b]) => (a < b ? -1 : 1)),
        );
        const isRegrouped = new Set(then.map(({ id }) => id)).size * 4 <= after.length;
        if (isRegrouped) for (const [id, group] of old) if (!touched.has(id)) expect(groups.get(id)).toBe(group);
      },
    ),
  );
});

// One edit after another gives what a fresh run gives: what rules remember of the list is never stale.

import { expect, it } from 'vitest';
import { runChecks } from '#shared/checks/run-checks.ts';
import type { Project } from '#shared/domain/project.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { type Fen, toFen } from '#shared/values/money.ts';
import { fc } from '#test/support/fc.ts';
import { makeProject, planWith, samplePlan } from '../../seeds/sample-plan.ts';

/** The same plan as new objects, of which no rule remembers anything. */
function afresh(data: PlanData): PlanData {
  return { ...data, plan: { ...data.plan }, reference: { ...data.reference, regions: [...data.reference.regions] } };
}

function withTotal(project: Project, fen: number): Project {
  const amounts = { ...project.amounts, total: toFen(fen), bySource: { fiscal: toFen(fen) as Fen } };
  return { ...project, amounts };
}

const edit = fc.record({
  what: fc.constantFrom(
    'total' as const,
    'town' as const,
    'remove' as const,
    'add' as const,
    'move' as const,
    'back' as const,
  ),
  at: fc.nat(199),
  fen: fc.integer({ min: 0, max: 5 * 10 ** 11 }),
});

it('after any edits', () => {
  const start = samplePlan().projects.slice(0, 200);
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
      let data = planWith(start);
      let before = data;
      runChecks(data);
      for (const [turn, { what, at, fen }] of edits.entries()) {
        const { projects } = data;
        const index = at % projects.length;
        const chosen = projects[index];
        if (!chosen) continue;
        const others = projects.filter((project) => project !== chosen);
        const next =
          what === 'remove'
            ? others
            : what === 'add'
              ? [
                  ...projects,
                  makeProject(`n${turn}`, { total: '1.234567', bySource: { fiscal: '1' } }, { town: '天外镇' }),
                ]
              : what === 'move'
                ? [...others, chosen]
                : what === 'back'
                  ? before.projects
                  : projects.map((project) =>
                      project !== chosen
                        ? project
                        : what === 'total'
                          ? withTotal(project, fen)
                          : { ...project, town: '研和街道' },
                    );
        before = data;
        data = { ...data, projects: next };
        runChecks(data);
      }
      expect(runChecks(data)).toEqual(runChecks(afresh(data)));
    }),
    { numRuns: 40 },
  );
});

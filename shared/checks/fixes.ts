// 自动修正 of a whole plan: finding the certain repairs, and making chosen ones.
import { columnsOf } from '#shared/domain/fields.ts';
import type { Project } from '#shared/domain/project.ts';
import type { PlanInfo, ReferenceData } from '#shared/domain/reference.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { type Draft, FIXES, type FixKind } from './fix-kinds.ts';

/** One repair of one cell, as it is shown before it is made. */
export interface Fix {
  /** Kind, project and column: the same as long as the same is to be done. */
  id: string;
  kind: FixKind;
  projectId: string;
  /** Name of the project and of the column. */
  project: string;
  column: string;
  columnKey: string;
  /** Texts of the cell; '' for a blank one. */
  before: string;
  after: string;
}

interface Memory {
  reference: ReferenceData;
  drafts: WeakMap<Project, readonly (Draft & { kind: FixKind })[]>;
}
const remembered = new WeakMap<PlanInfo, Memory>();

/** The repairs of one project, remembered with it. */
function makeDrafter({ plan, reference }: PlanData): (project: Project) => readonly (Draft & { kind: FixKind })[] {
  let memory = remembered.get(plan);
  if (memory?.reference !== reference) {
    memory = { reference, drafts: new WeakMap() };
    remembered.set(plan, memory);
  }
  const { drafts } = memory;
  return (project) => {
    const known = drafts.get(project);
    if (known) return known;
    const made = FIXES.flatMap(({ kind, find }) =>
      find(project, { plan, reference }).map((draft) => ({ ...draft, kind })),
    );
    drafts.set(project, made);
    return made;
  };
}

function idOf(kind: FixKind, projectId: string, columnKey: string): string {
  return `${kind}|${projectId}|${columnKey}`;
}

/** All certain repairs of a plan, in list order. */
export function findFixes(data: PlanData): Fix[] {
  const labels = new Map(columnsOf(data.plan, data.reference).map(({ key, label }) => [key, label]));
  const draftsOf = makeDrafter(data);
  return data.projects.flatMap((project) =>
    draftsOf(project).map(({ kind, columnKey, before, after }) => ({
      id: idOf(kind, project.id, columnKey),
      kind,
      projectId: project.id,
      project: project.name.trim(),
      column: labels.get(columnKey) ?? columnKey,
      columnKey,
      before,
      after,
    })),
  );
}

/** The projects with the chosen repairs made, and how many were; one that is no longer to be made is passed over. */
export function applyFixes(data: PlanData, ids: readonly string[]): { projects: Project[]; made: number } {
  const wanted = new Set(ids);
  const draftsOf = makeDrafter(data);
  let made = 0;
  const projects = data.projects.flatMap((project) => {
    const drafts = draftsOf(project).filter(({ kind, columnKey }) => wanted.has(idOf(kind, project.id, columnKey)));
    made += drafts.length;
    return drafts.length === 0 ? [] : [drafts.reduce((changed, { apply }) => apply(changed), project)];
  });
  return { projects, made };
}

/** The repairs that would settle a finding: those of its cell, and for a blank 总投资 the one that fills it. */
export function fixesFor(
  fixes: readonly Fix[],
  finding: { rule: string; projectId?: string; columnKey?: string },
): Fix[] {
  const { rule, projectId, columnKey } = finding;
  if (projectId === undefined) return [];
  const settles = (fix: Fix): boolean =>
    fix.columnKey === columnKey ||
    (fix.kind === 'fill-total' && rule === 'T14') ||
    (fix.kind === 'fill-margin' && columnKey === 'total');
  return fixes.filter((fix) => fix.projectId === projectId && settles(fix));
}

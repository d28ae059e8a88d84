// What of a workbook goes into a package: facts of the projects in scope, of the collections and steps that its kind carries.
import type { PackageKind } from '../domain/exchange.ts';
import { FEE } from '../domain/execution.ts';
import type { Project } from '../domain/project.ts';
import type { PlanData } from '../records/plan-data.ts';
import { type Facts, mapFacts, NO_FACTS } from './facts.ts';
import type { PackageFrame } from './manifest.ts';
import { PACKAGE_SPECS } from './package-kinds.ts';
import { isStepOf } from './rights.ts';

/** `isInScope` says which projects; `isExplained` which explanations belong to them. */
export function chooseFacts(
  all: Facts,
  kind: PackageKind,
  isInScope: (project: Project) => boolean,
  isExplained: (findingKey: string) => boolean,
): Facts {
  const { carries } = PACKAGE_SPECS[kind];
  const projects = all.projects.filter(isInScope);
  const ids = new Set(projects.map(({ id }) => id));
  const lines = all.lines.filter(({ projectId }) => ids.has(projectId));
  const batchIds = new Set(lines.map(({ batchId }) => batchId));
  // What a batch was not given to projects for is the office's own business, unless it sends all it has.
  const isWhole = kind === '规划包' || kind === '进度包';
  const chosen: Facts = {
    projects,
    events: all.events.filter((event) => ids.has(event.projectId) && isStepOf(kind, event)),
    batches: all.batches.filter(({ id }) => isWhole || batchIds.has(id)),
    lines: all.lines.filter(({ projectId }) => ids.has(projectId) || (isWhole && projectId === FEE)),
    payments: all.payments.filter(({ projectId }) => ids.has(projectId)),
    notes: all.notes.filter(({ projectId }) => ids.has(projectId)),
    postings: all.postings.filter(({ projectIds }) => projectIds.length > 0 && projectIds.every((id) => ids.has(id))),
    explanations: all.explanations.filter(({ id }) => isExplained(id)),
  };
  return mapFacts(chosen, (name, list) => (carries.includes(name) ? list : (NO_FACTS[name] as typeof list)));
}

/** The classes and funds of the plan, by which the facts are to be read. */
export function packageFrame({ reference }: Pick<PlanData, 'reference'>): PackageFrame {
  return {
    categories: reference.categories.map(({ id, scheme, parent, name }) => ({ id, scheme, parent, name })),
    funds: reference.fundSources.map(({ id, parent, name, aliases }) => ({ id, parent, name, aliases: [...aliases] })),
    ...(reference.ownColumns.length === 0
      ? {}
      : { ownColumns: reference.ownColumns.map(({ id, name, printed }) => ({ id, name, printed })) }),
  };
}

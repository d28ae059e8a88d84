// What an approved change does to the list: each project is put together from what it was when the change was asked for,
// what it is now, and what it is to be (SPECS G4). What the list and the order changed differently is a conflict, told
// field by field; then nothing is done.
import { mergeFacts } from '../compare/merge.ts';
import type { ChangeItem } from '../domain/change-order.ts';
import { NAMELESS, type Project } from '../domain/project.ts';
import { projectWording } from '../format/project-wording.ts';
import type { PlanData } from '../records/plan-data.ts';
import { boundTypesOf } from '../versions/change-types.ts';

export interface AppliedItems {
  /** Projects that change; null: it goes. A new one has no place in the list yet. */
  changes: Map<string, Project | null>;
  /** Sentences; [] where the order can take effect. */
  conflicts: string[];
}

/** Takes the items of an order into the list. Items that have taken effect already change nothing. */
export function applyItems(
  items: readonly ChangeItem[],
  data: Pick<PlanData, 'plan' | 'reference' | 'projects'>,
): AppliedItems {
  const present = new Map(data.projects.map((project) => [project.id, project]));
  const result: AppliedItems = { changes: new Map(), conflicts: [] };
  const now = (id: string): Project | null => {
    const changed = result.changes.get(id);
    return changed === undefined ? (present.get(id) ?? null) : changed;
  };
  for (const { before, after } of items) {
    const [old, fresh] = [before, after].map((side) => new Map(side.map((project) => [project.id, project])));
    for (const id of new Set([...(old?.keys() ?? []), ...(fresh?.keys() ?? [])])) {
      const [base, mine, theirs] = [old?.get(id) ?? null, now(id), fresh?.get(id) ?? null];
      const { project, conflicts } = applyOne(base, mine, theirs, data);
      result.conflicts.push(...conflicts);
      if (conflicts.length === 0 && project !== mine) result.changes.set(id, project);
    }
  }
  return result;
}

type Frame = Pick<PlanData, 'plan' | 'reference'>;

function applyOne(
  base: Project | null,
  mine: Project | null,
  theirs: Project | null,
  data: Frame,
): { project: Project | null; conflicts: string[] } {
  const refuse = (...conflicts: string[]) => ({ project: mine, conflicts });
  if (mine === null) {
    if (theirs === null) return { project: null, conflicts: [] };
    if (base !== null) return refuse(`“${nameOf(base)}”已不在项目表，可能是申请以后删除的。`);
    const lost = lostFrame(theirs, data);
    return lost === null ? { project: theirs, conflicts: [] } : refuse(lost);
  }
  if (theirs === null) {
    if (base === null) return { project: mine, conflicts: [] };
    const changed = boundTypesOf(base, mine);
    if (changed.length === 0) return { project: null, conflicts: [] };
    return refuse(...changedSince(base, mine, data));
  }
  // Where it stands in the list is nobody's change.
  const { position } = mine;
  const { fact, conflicts } = mergeFacts(base && { ...base, position }, mine, { ...theirs, position });
  if (conflicts.length > 0) return refuse(...conflictWords(base, mine, theirs, data));
  const lost = lostFrame(fact, data);
  return lost === null || fact === mine ? { project: fact, conflicts: [] } : refuse(lost);
}

/** A class or a source that the plan had when the change was asked for and has no more. */
function lostFrame({ name, categoryId, amounts }: Project, { reference }: Frame): string | null {
  if (categoryId !== null && !reference.categories.some(({ id }) => id === categoryId))
    return `“${name || NAMELESS}”调整后的类别已不在规划里，请先在规划设置里加回。`;
  const sources = new Set(reference.fundSources.map(({ id }) => id));
  const isLost = Object.entries(amounts.bySource).some(([id, fen]) => fen !== 0 && !sources.has(id));
  return isLost ? `“${name || NAMELESS}”调整后的资金来源已不在规划里，请先在规划设置里加回。` : null;
}

/** Each column that both sides changed: what it was, what it is now, what the order makes of it. */
function conflictWords(base: Project | null, mine: Project, theirs: Project, data: Frame): string[] {
  const columns = projectWording(base ? [base, mine, theirs] : [mine, theirs], data);
  const words = columns.flatMap(({ label, text }) => {
    const [was, is, wanted] = [base ? text(base) : '', text(mine), text(theirs)];
    if (is === wanted || is === was || was === wanted) return [];
    return [`“${nameOf(mine)}”的${label}：申请时 ${was || '空'}，项目表现在 ${is || '空'}，调整为 ${wanted || '空'}。`];
  });
  return words.length > 0 ? words : [`“${nameOf(mine)}”申请以后在项目表里又改过。`];
}

/** What was changed of a project that is to go. */
function changedSince(base: Project, mine: Project, data: Frame): string[] {
  return projectWording([base, mine], data).flatMap(({ label, text }) => {
    const [was, is] = [text(base), text(mine)];
    return was === is
      ? []
      : [`“${nameOf(mine)}”的${label}：申请时 ${was || '空'}，项目表现在 ${is || '空'}，而调整要取消这个项目。`];
  });
}

function nameOf({ name }: Project): string {
  return name || NAMELESS;
}

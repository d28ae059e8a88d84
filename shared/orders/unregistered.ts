// 未登记的调整 (SPECS G2): where the list is no longer what was printed and no order says why. Kept by project objects, so an
// edit costs a look at each project and the comparison of one.
import { type ChangeItem, type ChangeOrder, orderState } from '../domain/change-order.ts';
import type { Project } from '../domain/project.ts';
import { subtractFen, ZERO } from '../values/money.ts';
import { boundTypesOf, type ChangeType } from '../versions/change-types.ts';
import { compareSides, type VersionRow, type VersionSide } from '../versions/compare.ts';

export interface Unregistered extends VersionRow {
  /** Stable while the change stays: the ids of its projects. */
  key: string;
  /** An order that asks for just this and is not approved yet; null: none. */
  asked: ChangeOrder | null;
}

/** Of each project as it is now, what it was compared with last. */
const known = new WeakMap<Project, { expected: Project; types: readonly ChangeType[] }>();

function typesSince(expected: Project, project: Project): readonly ChangeType[] {
  const before = known.get(project);
  if (before?.expected === expected) return before.types;
  const types = boundTypesOf(expected, project);
  known.set(project, { expected, types });
  return types;
}

/** The changes that no approved order covers, in the order of the list. */
export function findUnregistered(
  expected: ReadonlyMap<string, Project>,
  now: VersionSide,
  orders: readonly ChangeOrder[],
): Unregistered[] {
  const rows: VersionRow[] = [];
  const come: Project[] = [];
  let found = 0;
  for (const project of now.projects) {
    const old = expected.get(project.id);
    if (old === undefined) {
      come.push(project);
      continue;
    }
    found += 1;
    const types = typesSince(old, project);
    if (types.length > 0) rows.push(rowOf(types, old, project));
  }
  if (come.length > 0 || found < expected.size) {
    const present = new Set(now.projects.map(({ id }) => id));
    const gone = [...expected.values()].filter(({ id }) => !present.has(id));
    // One that came back under another id is the same project.
    const rest = compareSides({ ...now, projects: gone }, { ...now, projects: come });
    for (const row of rest.rows) {
      const [old, fresh] = [row.before[0], row.after[0]];
      if (row.before.length !== 1 || row.after.length !== 1 || !old || !fresh) rows.push(row);
      else {
        const types = boundTypesOf(old, fresh);
        if (types.length > 0) rows.push(rowOf(types, old, fresh));
      }
    }
  }
  const open = orders.filter((order) => orderState(order) === '申请中');
  return rows.map((row) => ({
    ...row,
    key: [...row.before, ...row.after].map(({ id }) => id).join('|'),
    asked: open.find(({ items }) => items.some((item) => asksFor(item, row))) ?? null,
  }));
}

function rowOf(types: readonly ChangeType[], before: Project, after: Project): VersionRow {
  const difference = subtractFen(after.amounts.total ?? ZERO, before.amounts.total ?? ZERO);
  return { types, before: [before], after: [after], difference };
}

/** Whether an item makes of the projects what they are now. */
function asksFor(item: ChangeItem, row: VersionRow): boolean {
  const wanted = new Map(item.after.map((project) => [project.id, project]));
  const named = new Set([...item.before, ...item.after].map(({ id }) => id));
  if ([...row.before, ...row.after].some(({ id }) => !named.has(id))) return false;
  const stays = new Set(row.after.map(({ id }) => id));
  if (row.before.some(({ id }) => !stays.has(id) && wanted.has(id))) return false;
  return row.after.every((project) => {
    const after = wanted.get(project.id);
    return after !== undefined && boundTypesOf(after, project).length === 0;
  });
}

/** Unregistered changes as the items of an order: what they were, what they are. */
export function itemsOf(rows: readonly VersionRow[]): ChangeItem[] {
  return rows.map(({ before, after }) => ({ before, after, text: '' }));
}

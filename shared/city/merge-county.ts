// What a county sent now, put together with what it sent before and with the list as it stands: the county's changes come
// in, what the office above changed since stays, and what both changed is told and becomes the county's (SPECS I1).
import { isSame } from '../compare/fact.ts';
import { mergeFacts } from '../compare/merge.ts';
import type { Project } from '../domain/project.ts';

/** Fields of a project that both sides changed, each with both values. */
export interface Overruled {
  project: Project;
  fields: readonly { key: keyof Project; mine: unknown; theirs: unknown }[];
}

export interface CountyMerge {
  added: Project[];
  changed: { before: Project; after: Project }[];
  unchanged: Project[];
  /** The county has them no longer. */
  withdrawn: Project[];
  /** Withdrawn although they were changed here since. */
  withdrawnChanged: Project[];
  /** Added here, never sent by the county: they stay. */
  ownAdditions: Project[];
  /** Changed here and not by the county: the change stays. */
  keptEdits: Project[];
  overruled: Overruled[];
  /** Deleted here and sent again without a change: they stay deleted. */
  keptRemovals: Project[];
}

interface CountySides {
  code: string;
  /** What the county sent now, under the ids of the list; those that are new have ids of their own. */
  sent: readonly Project[];
  /** What it sent before, by id; null: it is the first report of this county. */
  base: ReadonlyMap<string, Project> | null;
  /** The whole list: a project of the county may stand under another one by now. */
  list: readonly Project[];
}

/** Pure; without an earlier report all that stands under the county gives way. */
export function mergeCounty({ code, sent, base, list }: CountySides): CountyMerge {
  const now = new Map(list.map((project) => [project.id, project]));
  const merge: CountyMerge = {
    added: [],
    changed: [],
    unchanged: [],
    withdrawn: [],
    withdrawnChanged: [],
    ownAdditions: [],
    keptEdits: [],
    overruled: [],
    keptRemovals: [],
  };
  for (const theirs of sent) {
    const before = base?.get(theirs.id) ?? null;
    const mine = now.get(theirs.id);
    if (!mine) {
      if (before && isSaid(before, theirs)) merge.keptRemovals.push(theirs);
      else merge.added.push(theirs);
      continue;
    }
    const { after, fields, isKept } = mergeProject(before ?? mine, mine, theirs);
    if (fields.length > 0) merge.overruled.push({ project: mine, fields });
    if (isKept) merge.keptEdits.push(after);
    if (isSame(mine, after)) merge.unchanged.push(mine);
    else merge.changed.push({ before: mine, after });
  }
  const isSent = new Set(sent.map(({ id }) => id));
  for (const mine of list) {
    if (isSent.has(mine.id)) continue;
    const before = base?.get(mine.id);
    if (before) {
      merge.withdrawn.push(mine);
      if (!isSaid(before, mine)) merge.withdrawnChanged.push(mine);
    } else if (mine.regionCode === code) (base ? merge.ownAdditions : merge.withdrawn).push(mine);
  }
  return merge;
}

/** The same in all that a county says; where it stands in the list is no matter of the county's. */
function isSaid(a: Project, b: Project): boolean {
  return isSame({ ...a, position: 0 }, { ...b, position: 0 });
}

/** Amounts of a project are one value: parts of two versions would not add up. */
function mergeProject(
  base: Project,
  mine: Project,
  theirs: Project,
): { after: Project; fields: Overruled['fields']; isKept: boolean } {
  const bare = ({ amounts: _, ...rest }: Project, position: number) => ({ ...rest, position });
  const { position } = mine;
  const words = mergeFacts(bare(base, position), bare(mine, position), bare(theirs, position));
  const money = mergeFacts(base.amounts, mine.amounts, theirs.amounts, { asOne: true });
  const after: Project = { ...words.fact, amounts: money.fact };
  const keys = new Set(words.conflicts.flatMap(({ path }) => path.slice(0, 1)) as (keyof Project)[]);
  if (money.conflicts.length > 0) keys.add('amounts');
  const overruling = Object.fromEntries([...keys].map((key) => [key, theirs[key]]));
  const isKept = !isSaid({ ...after, ...overruling }, theirs);
  return {
    after: { ...after, ...overruling },
    fields: [...keys].map((key) => ({ key, mine: mine[key], theirs: theirs[key] })),
    isKept,
  };
}

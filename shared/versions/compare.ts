// Two versions of a plan, project by project: what came, what went, what changed and how, what was split or put together
// (SPECS G3, G6). Nothing is left out: the counts and sums of both sides are bridged exactly.
import { pairLists } from '../compare/lists.ts';
import type { Project } from '../domain/project.ts';
import type { PlanInfo, ReferenceData } from '../domain/reference.ts';
import { foldText } from '../values/fold-text.ts';
import { addFen, type Fen, subtractFen, ZERO } from '../values/money.ts';
import { type ChangeType, typesOf } from './change-types.ts';
import { findSplits } from './splits.ts';

/** One side: a kept version, the plan as it is now, a file. */
export interface VersionSide {
  /** As people call it: 印发稿, 现在, “红塔区.xianjie”. */
  name: string;
  plan: PlanInfo;
  reference: ReferenceData;
  projects: readonly Project[];
}

/** One line of the 调整对照表: mostly one project on each side; with a split one before and several after. */
export interface VersionRow {
  /** The first names it; a project may have changed in several ways. */
  types: readonly ChangeType[];
  before: readonly Project[];
  after: readonly Project[];
  /** 总投资 after minus before. */
  difference: Fen;
}

export interface VersionComparison {
  before: VersionSide;
  after: VersionSide;
  rows: readonly VersionRow[];
  unchanged: number;
}

/** 总投资 of projects; blank ones count as nothing. */
export function totalOf(projects: readonly Project[]): Fen {
  return addFen(ZERO, ...projects.map(({ amounts }) => amounts.total ?? ZERO));
}

/** Compares two versions: by id, by the project that one was rolled over from, by code, by name with place and class, and where only
 * the name is another one. */
export function compareSides(before: VersionSide, after: VersionSide): VersionComparison {
  const pairs = pairLists(before.projects, after.projects, [
    ({ id }) => id,
    ({ id, originId }) => originId ?? id,
    ({ code }) => (code === null || code.trim() === '' ? null : code.trim()),
    // Of several with one name those that are wholly alike first.
    (project) => namePlaceClass(project) && JSON.stringify(contentOf(project)),
    namePlaceClass,
    namelessContent,
  ]);
  const gone = pairs.flatMap((pair) => (pair.after === null ? [pair.before] : []));
  const come = pairs.flatMap((pair) => (pair.before === null ? [pair.after] : []));
  const splits = findSplits(gone, come);
  const settled = new Set(splits.flatMap((one) => [...one.before, ...one.after]));
  const rows: VersionRow[] = [];
  let unchanged = 0;
  for (const pair of pairs) {
    if (pair.before !== null && pair.after !== null) {
      const types = typesOf(pair.before, pair.after);
      if (types.length === 0) unchanged += 1;
      else rows.push(rowOf(types, [pair.before], [pair.after]));
      continue;
    }
    // A split stands in the list once, where the first of its later projects stands.
    const split = splits.find((one) => one.after[0] === pair.after);
    if (split) rows.push(rowOf([split.before.length === 1 ? '拆分' : '合并'], split.before, split.after));
    if (settled.has(pair.after ?? pair.before)) continue;
    rows.push(pair.after === null ? rowOf(['取消'], [pair.before], []) : rowOf(['新增'], [], [pair.after]));
  }
  return { before, after, rows, unchanged };
}

function rowOf(types: readonly ChangeType[], before: readonly Project[], after: readonly Project[]): VersionRow {
  return { types, before, after, difference: subtractFen(totalOf(after), totalOf(before)) };
}

function namePlaceClass({ name, town, village, categoryId }: Project): string | null {
  return name.trim() === '' ? null : [name, town ?? '', village ?? '', categoryId ?? ''].map(foldText).join('|');
}

/** All but what differs from file to file. */
function contentOf(project: Project): Partial<Project> {
  const { id: _, position: __, originId: ___, originWorkbook: ____, ...content } = project;
  return content;
}

/** Another name for the same thing: place, class, content, years and money, all of them written. */
function namelessContent({ town, village, categoryId, content, startAt, endAt, amounts }: Project): string | null {
  if (!content?.trim() || !village?.trim() || amounts.total === null) return null;
  return [
    '内容',
    town ?? '',
    village,
    categoryId ?? '',
    foldText(content),
    startAt ?? '',
    endAt ?? '',
    amounts.total,
  ].join('|');
}

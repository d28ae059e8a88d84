// 权限: what a package may change at its receiver (SPECS H2). What oversteps is listed with the reason and not applied.

import type { Path } from '../compare/fact.ts';
import type { PackageKind } from '../domain/exchange.ts';
import { type LifeEvent, type LifeStateId, lifeState, rankOf, SIDE_EVENTS } from '../domain/life.ts';
import { type Office, officeName } from '../domain/office.ts';
import type { Posting } from '../domain/posting.ts';
import type { Project } from '../domain/project.ts';
import type { Collection, FactOf } from './facts.ts';

/** A change as the merge wants to make it; null: not there. */
export interface WantedChange {
  name: Collection;
  mine: FactOf<Collection> | null;
  next: FactOf<Collection> | null;
}

/** Why it is not applied; with `keep` only those values stay as they are here, the others are applied. */
export interface Overstep {
  reason: string;
  keep?: readonly Path[];
}

export interface RightsInput {
  kind: PackageKind;
  sender: Office;
  /** Whether a project is one of those that the package may speak of. */
  isInScope(project: Project): boolean;
  /** Projects here, and those that the package adds. */
  projectOf(id: string): Project | undefined;
  /** The state of a project here; null for one that is not here. */
  stateOf(id: string): LifeStateId | null;
}

const STEPS: Readonly<Record<PackageKind, (event: LifeEvent) => boolean>> = {
  申报包: ({ kind, to }) => kind === 'state' && (to === 'draft' || to === 'declared'),
  审核包: ({ kind, to }) =>
    (kind === 'state' && (to === 'draft' || to === 'declared' || to === 'checked')) || kind === 'returned',
  论证意见包: ({ kind, to }) => kind === 'state' && to === 'argued',
  规划包: () => true,
  进度包: ({ kind, to }) =>
    kind === 'paused' || kind === 'resumed' || (kind === 'state' && to !== null && rankOf(to) >= rankOf('started')),
  下达包: () => true,
  退回包: ({ kind }) => kind === 'returned',
};

/** The steps that packages of a kind carry. */
export function isStepOf(kind: PackageKind, event: LifeEvent): boolean {
  return STEPS[kind](event);
}

/** 名称、金额、建设内容: what is approved with a project. */
const APPROVED = ['name', 'content', 'amounts'] as const;

const NOTICE_LEVELS: Partial<Record<Office['level'], readonly Posting['level'][]>> = {
  村: ['村', '项目实施地'],
  乡镇: ['村', '乡镇', '项目实施地'],
};

export function makeJudge(input: RightsInput): (change: WantedChange) => Overstep | null {
  const { kind, sender, isInScope, projectOf } = input;
  const outside = (project: Project): Overstep => ({
    reason: `不在${officeName(sender)}的范围内（地点 ${[project.town, project.village].filter(Boolean).join('') || '未填'}）`,
  });
  const ofProject = (id: string): Overstep | null => {
    const project = projectOf(id);
    if (!project) return { reason: '项目不在本级的项目表里，也不在这个包里' };
    return isInScope(project) ? null : outside(project);
  };
  return ({ name, mine, next }) => {
    const one = next ?? mine;
    if (one === null) return null;
    if (name === 'projects') return judgeProject(input, mine as Project | null, next as Project | null, outside);
    if (name === 'events') {
      const event = one as LifeEvent;
      const wrong = [mine, next].find((side) => side !== null && !isStepOf(kind, side as LifeEvent));
      if (wrong) return { reason: `${kind}不能${next === null ? '删除' : '办理'}“${stepName(wrong as LifeEvent)}”` };
      return ofProject(event.projectId);
    }
    if (name === 'batches' || name === 'lines') {
      if (sender.level === '村' || sender.level === '乡镇' || sender.level === '部门')
        return { reason: `${officeName(sender)}不能下达资金` };
      return name === 'batches' || !('projectId' in one) || one.projectId === 'fee' ? null : ofProject(one.projectId);
    }
    if (name === 'payments' || name === 'notes') return 'projectId' in one ? ofProject(one.projectId) : null;
    if (name === 'postings') {
      const posting = one as Posting;
      const levels = NOTICE_LEVELS[sender.level];
      if (levels && !levels.includes(posting.level))
        return { reason: `${officeName(sender)}不能登记${posting.level}级的公示` };
      return posting.projectIds.map(ofProject).find((found) => found !== null) ?? null;
    }
    return null;
  };
}

function judgeProject(
  { kind, sender, isInScope, stateOf }: RightsInput,
  mine: Project | null,
  next: Project | null,
  outside: (project: Project) => Overstep,
): Overstep | null {
  for (const side of [mine, next]) if (side && !isInScope(side)) return outside(side);
  if (mine === null || kind === '规划包' || kind === '下达包') return null;
  const state = stateOf(mine.id) ?? 'draft';
  const isStored = rankOf(state) >= rankOf('stored');
  const now = `现在是“${lifeState(state).name}”`;
  if (sender.level === '村' && rankOf(state) > rankOf('declared'))
    return { reason: `${now}，村里不能再改；要改请先由上级退回` };
  if (!isStored) return null;
  if (next === null) return { reason: `${now}，不能撤回；不再实施的请在本级办理清理出库` };
  const keep = APPROVED.filter((key) => JSON.stringify(mine[key]) !== JSON.stringify(next[key]));
  if (keep.length === 0) return null;
  return { reason: `${now}，名称、金额、建设内容不能改；确需改动的请走变更`, keep: keep.map((key) => [key]) };
}

function stepName({ kind, to }: LifeEvent): string {
  return kind === 'state' && to ? lifeState(to).name : SIDE_EVENTS[kind as 'returned'];
}

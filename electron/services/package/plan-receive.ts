// What a package would change here: its facts in the plan's own words, merged with what is here, held against its rights.

import type { PackageKind } from '#shared/domain/exchange.ts';
import type { OwnColumn } from '#shared/domain/own-columns.ts';
import { NAMELESS, type Project } from '#shared/domain/project.ts';
import { projectLives } from '#shared/life/board.ts';
import { adoptFacts } from '#shared/package/adopt.ts';
import { type Collection, type FactOf, type Facts, projectIdOf } from '#shared/package/facts.ts';
import type { Manifest } from '#shared/package/manifest.ts';
import { mergePackage, type PackageConflict, type PackageMerge } from '#shared/package/merge-package.ts';
import { makeScope } from '#shared/package/offices.ts';
import { PACKAGE_SPECS } from '#shared/package/package-kinds.ts';
import { leftOfCounty } from '#shared/package/replace-county.ts';
import { makeJudge, type Overstep, type WantedChange } from '#shared/package/rights.ts';
import { findTwins } from '#shared/package/twins.ts';
import type { Session } from '../session.ts';
import { aliasesOf, lastCommon } from './last-common.ts';
import { localFacts } from './local-facts.ts';
import { ownOffice } from './own-office.ts';
import type { PackageContent } from './part-schemas.ts';

export interface ReceivePlan extends PackageMerge {
  /** Ids of theirs that are others here, with those found now. */
  aliases: Record<string, string>;
  notes: string[];
  /** Own columns that come along. */
  newColumns: readonly OwnColumn[];
  /** Its projects under the ids that they have here. */
  sent: readonly Project[];
  /** The project that a fact belongs to, by name. */
  projectName(name: Collection, fact: FactOf<Collection>): string;
}

export type Chooser = (conflict: PackageConflict) => 'mine' | 'theirs' | null;

/** Facts of every day count: whether a project is in the library does not wait for its date. */
const EVERY_DAY = '9999-12-31';

/** `kind`: by whose rights; a receipt has those of 退回包. */
export function planReceive(
  session: Session,
  manifest: Manifest,
  content: Pick<PackageContent, 'facts' | 'frame'>,
  kind: PackageKind,
  choose: Chooser,
): ReceivePlan {
  const data = session.planData();
  const mine = localFacts(session);
  const { office } = manifest;
  const isDown = PACKAGE_SPECS[kind].direction === 'down';
  const county = { ...office, level: '县' as const };
  const isInScope = makeScope(data, isDown ? ownOffice(session) : kind === '论证意见包' ? county : office);
  const known = aliasesOf(session, office);
  const first = adoptFacts(content.facts, content.frame, data, known);
  const twins = findTwins(first.facts.projects, mine.projects.filter(isInScope), data);
  const aliases = { ...known, ...twins };
  const { facts, lostClasses, unknownFunds, newColumns } =
    Object.keys(twins).length === 0 ? first : adoptFacts(content.facts, content.frame, data, aliases);
  const common = lastCommon(session, office, kind, manifest.heard, aliases);
  const left = kind === '规划包' ? leftOfCounty(mine.projects, facts.projects, isInScope) : new Map<string, Project>();
  const projects = new Map(mine.projects.map((project) => [project.id, project]));
  const judge = judgeOf(session, kind, manifest, isInScope, projects, unknownFunds);
  const merge = mergePackage({
    carries: PACKAGE_SPECS[kind].carries,
    theirs: facts,
    mine,
    baseOf: (name, id) => common.baseOf(name, id) ?? (name === 'projects' ? (left.get(id) ?? null) : null),
    sentBefore: (name) =>
      name === 'projects' ? [...common.sentBefore(name), ...left.keys()] : common.sentBefore(name),
    judge,
    choose,
  });
  const nameOf = namesOf(mine, facts);
  return {
    ...merge,
    aliases,
    sent: facts.projects,
    notes: [...notesOf(lostClasses, twins), ...columnNotes(newColumns)],
    newColumns,
    projectName: nameOf,
  };
}

function judgeOf(
  session: Session,
  kind: PackageKind,
  { office }: Manifest,
  isInScope: (project: Project) => boolean,
  /** Those that are here; the ones that come in are added on the way. */
  projects: Map<string, Project>,
  unknownFunds: ReadonlyMap<string, string>,
): (change: WantedChange) => Overstep | null {
  let states: ReadonlyMap<string, ReturnType<typeof projectLives>[number]> | null = null;
  const data = session.planData();
  const judge = makeJudge({
    kind,
    sender: office,
    isInScope,
    projectOf: (id) => projects.get(id),
    stateOf(id) {
      states ??= new Map(projectLives(data, session.execution(), EVERY_DAY).map((one) => [one.project.id, one]));
      return states.get(id)?.life.state ?? null;
    },
  });
  return (change) => {
    const fund = change.next === null ? undefined : unknownFunds.get(change.next.id);
    if (fund !== undefined && change.name === 'projects')
      return { reason: `资金来源“${fund}”在本工作簿的规划设置里没有，请先加上再装入` };
    const overstep = judge(change);
    if (change.name === 'projects' && !overstep && change.mine === null && change.next !== null)
      projects.set(change.next.id, change.next as Project);
    return overstep;
  };
}

function namesOf(mine: Facts, theirs: Facts): ReceivePlan['projectName'] {
  const names = new Map([...theirs.projects, ...mine.projects].map(({ id, name }) => [id, name]));
  return (name, fact) => {
    if (name === 'postings') return `公示“${(fact as Facts['postings'][number]).title}”`;
    if (name === 'explanations') return '属实说明';
    if (name === 'batches') return `资金批次“${(fact as Facts['batches'][number]).ownNumber || '未写文号'}”`;
    const id = projectIdOf(name, fact);
    return id === 'fee' ? '项目管理费' : (names.get(id ?? '') ?? `（代码 ${id}）`) || NAMELESS;
  };
}

function columnNotes(columns: readonly OwnColumn[]): string[] {
  return columns.length === 0
    ? []
    : [`${columns.map(({ name }) => `“${name}”`).join('、')}是对方的自定义栏目，本级没有，一并加入。`];
}

function notesOf(lostClasses: ReadonlyMap<string, number>, twins: Readonly<Record<string, string>>): string[] {
  const notes = [...lostClasses].map(
    ([name, count]) => `规划类别“${name}”本级没有，${count} 个项目列为未分类，请逐个选定类别。`,
  );
  const count = Object.keys(twins).length;
  if (count > 0) notes.push(`${count} 个项目与本级已有的项目编号或名称、地点相同，当作同一个项目比较。`);
  return notes;
}

/** What a refusal was about, for lists. */
export function refusalRow(
  { name, fact, reason }: { name: Collection; fact: FactOf<Collection>; reason: string },
  plan: Pick<ReceivePlan, 'projectName'>,
): { project: string; reason: string } {
  return { project: plan.projectName(name, fact), reason };
}

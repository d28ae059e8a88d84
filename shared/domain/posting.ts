// 公示公告 as they are registered (SPECS E): what was put up where, from when, for how long, what was objected, how it was
// closed. Whether one still runs, has ended, was too short or no longer says what the list says is computed, never stored.
import type { Fen } from '../values/money.ts';
import type { Day } from './execution.ts';
import type { LifeStateId } from './life.ts';

export const POSTING_LEVELS = ['村', '乡镇', '县', '项目实施地'] as const;
export type PostingLevel = (typeof POSTING_LEVELS)[number];

/** 公示 invites objections for a time; 公告 tells what is decided and stays. */
export const POSTING_KINDS = ['公示', '公告'] as const;
export type PostingKind = (typeof POSTING_KINDS)[number];

export const POSTING_MEDIA = ['公开栏', '网站', '微信、村务群', '广播', '公示牌', '其他'] as const;

export interface PostingStage {
  id: string;
  name: string;
  kind: PostingKind;
  level: PostingLevel;
  /** Days that a 公示 has to stay; null: a 公告 without end. */
  days: number | null;
  /** The step in the life of its projects that waits for it. */
  before: LifeStateId | null;
  /** The step that makes it due. */
  after: LifeStateId | null;
}

/** In the order of a project's life (SPECS E2). Days are what most papers ask; the rule P08 holds the settings. */
export const POSTING_STAGES = [
  { id: 'village', name: '村公示', kind: '公示', level: '村', days: 10, before: 'declared', after: null },
  { id: 'town', name: '乡镇公示', kind: '公示', level: '乡镇', days: 10, before: 'checked', after: 'declared' },
  { id: 'county', name: '县公示', kind: '公示', level: '县', days: 10, before: 'approved', after: 'checked' },
  { id: 'stored', name: '入库公告', kind: '公告', level: '县', days: null, before: null, after: 'stored' },
  { id: 'yearplan', name: '年度计划公告', kind: '公告', level: '县', days: null, before: null, after: 'planned' },
  { id: 'allocation', name: '资金分配公告', kind: '公告', level: '县', days: null, before: null, after: 'released' },
  { id: 'approved', name: '批复后公告', kind: '公告', level: '乡镇', days: null, before: null, after: 'released' },
  { id: 'start', name: '实施前公示', kind: '公示', level: '项目实施地', days: 10, before: null, after: 'released' },
  {
    id: 'completion',
    name: '完工（验收）公示',
    kind: '公示',
    level: '村',
    days: 10,
    before: 'settled',
    after: 'finished',
  },
  { id: 'household', name: '到户补助公示', kind: '公示', level: '村', days: 10, before: null, after: null },
  { id: 'goals', name: '绩效目标公开', kind: '公告', level: '县', days: null, before: null, after: null },
  { id: 'review', name: '绩效自评公开', kind: '公告', level: '县', days: null, before: null, after: null },
  { id: 'asset', name: '资产公示', kind: '公示', level: '村', days: 10, before: null, after: null },
  { id: 'income', name: '收益分配公示', kind: '公示', level: '村', days: 10, before: null, after: null },
  { id: 'change', name: '调整公示', kind: '公示', level: '县', days: 10, before: null, after: null },
  { id: 'plan', name: '规划印发公告', kind: '公告', level: '县', days: null, before: null, after: null },
  { id: 'other', name: '其他公示', kind: '公示', level: '县', days: 10, before: null, after: null },
] as const satisfies readonly PostingStage[];
export type PostingStageId = (typeof POSTING_STAGES)[number]['id'];

const BY_ID: ReadonlyMap<string, PostingStage> = new Map(POSTING_STAGES.map((stage) => [stage.id, stage]));

export function postingStage(id: PostingStageId): PostingStage {
  return BY_ID.get(id) as PostingStage;
}

/** The stage that a word means: its id or its name; null for another word. */
export function postingStageOf(word: string): PostingStageId | null {
  return POSTING_STAGES.find(({ id, name }) => id === word || name === word)?.id ?? null;
}

export const OBJECTION_EFFECTS = ['维持', '修改', '撤销'] as const;
export type ObjectionEffect = (typeof OBJECTION_EFFECTS)[number];

export interface Objection {
  date: Day | null;
  /** Who objected, as far as it may be written down. */
  who: string;
  text: string;
  answer: string;
  answeredAt: Day | null;
  /** null: not answered yet. */
  effect: ObjectionEffect | null;
}

/** What stood on the wall: columns by their keys (shared/notice/notice-columns.ts), personal data hidden as it was then. */
export interface PostedContent {
  columns: readonly string[];
  rows: readonly { projectId: string; cells: readonly string[] }[];
  /** The day on which it was taken down here; later than the posting where that was registered afterwards. */
  frozenAt: Day;
}

/** 公示登记: one notice put up at one place. */
export interface Posting {
  id: string;
  stage: PostingStageId;
  level: PostingLevel;
  kind: PostingKind;
  title: string;
  /** 公示单位. */
  office: string;
  medium: string;
  place: string;
  /** null: 日期不详. */
  from: Day | null;
  /** 公示期, the first day counted; null: none was named. */
  days: number | null;
  dayKind: 'days' | 'workdays';
  /** The last day where it is known or was extended; null: from `days`. */
  to: Day | null;
  projectIds: readonly string[];
  batchId: string | null;
  /** 项目数 and 金额 as a register says them; null: from the projects. */
  projectCount: number | null;
  amountFen: Fen | null;
  /** null: what stood there is not known. */
  posted: PostedContent | null;
  contact: string;
  hotline: string;
  /** 经办人. */
  handler: string;
  objections: readonly Objection[];
  /** 办结: the day and the result in words. */
  closedAt: Day | null;
  result: string;
  withdrawnAt: Day | null;
  note: string;
}

/** An objection that nobody has decided on. */
export function isUnanswered({ effect }: Pick<Objection, 'effect'>): boolean {
  return effect === null;
}

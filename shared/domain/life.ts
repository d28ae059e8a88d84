// The life of a project (SPECS A): dated events, from which its state is computed. A state is never stored.
import type { Fen } from '../values/money.ts';
import type { Day } from './execution.ts';

export const STAGES = ['未入库', '储备', '在建', '竣工'] as const;
export type Stage = (typeof STAGES)[number];

export interface LifeState {
  id: string;
  /** As planners call it. */
  name: string;
  stage: Stage;
  /** A later step needs it, unless what is missing is taken in as 补录. */
  isRequired: boolean;
}

/** In the order of a project's life. */
export const LIFE_STATES = [
  { id: 'draft', name: '草稿', stage: '未入库', isRequired: false },
  { id: 'declared', name: '村已申报', stage: '未入库', isRequired: true },
  { id: 'checked', name: '乡已审核', stage: '未入库', isRequired: true },
  { id: 'argued', name: '部门已论证', stage: '未入库', isRequired: false },
  { id: 'approved', name: '县已审定', stage: '储备', isRequired: true },
  { id: 'stored', name: '已入库', stage: '储备', isRequired: true },
  { id: 'planned', name: '已列年度计划', stage: '储备', isRequired: false },
  { id: 'released', name: '已下达', stage: '储备', isRequired: true },
  { id: 'started', name: '已开工', stage: '在建', isRequired: true },
  { id: 'finished', name: '已竣工', stage: '竣工', isRequired: true },
  { id: 'accepted', name: '已验收', stage: '竣工', isRequired: true },
  { id: 'settled', name: '已结算', stage: '竣工', isRequired: false },
  { id: 'handed', name: '已移交', stage: '竣工', isRequired: false },
  { id: 'archived', name: '已归档', stage: '竣工', isRequired: false },
] as const satisfies readonly LifeState[];
export type LifeStateId = (typeof LIFE_STATES)[number]['id'];

/** What happens beside the way from state to state. */
export const SIDE_EVENTS = {
  returned: '退回',
  paused: '暂缓',
  resumed: '恢复实施',
  dropped: '清理出库',
} as const;
export type SideEvent = keyof typeof SIDE_EVENTS;

export const DROP_REASONS = [
  '已由其他资金建成',
  '投资规模过小',
  '入库两年以上未实施',
  '投资大、前景不明',
  '重复',
  '不再需要',
  '其他',
] as const;

export interface LifeEvent {
  id: string;
  projectId: string;
  /** 'state': it came to `to`; `returned`: back to `to`. */
  kind: 'state' | SideEvent;
  to: LifeStateId | null;
  /** null: 日期不详; it counts in stocks, not in flows. */
  date: Day | null;
  office: string;
  verdict: string;
  opinion: string;
  documentNumber: string;
  meeting: string;
  reason: string;
  /** 退回: put right until then. */
  dueDate: Day | null;
  /** 审定结算价, of `settled`. */
  settledFen: Fen | null;
  /** 补录: earlier steps may be missing. */
  isBackfilled: boolean;
  /** The year of the plan that it was listed in, of `planned`; null: the year of the day. */
  planYear: number | null;
  note: string;
}

const RANK: ReadonlyMap<string, number> = new Map(LIFE_STATES.map(({ id }, rank) => [id, rank]));

export function rankOf(id: LifeStateId): number {
  return RANK.get(id) ?? 0;
}

export function lifeState(id: LifeStateId): (typeof LIFE_STATES)[number] {
  return LIFE_STATES[rankOf(id)] as (typeof LIFE_STATES)[number];
}

/** The state or side event that a word means: its id or its name; null for another word. */
export function lifeStepOf(word: string): { kind: LifeEvent['kind']; to: LifeStateId | null } | null {
  const state = LIFE_STATES.find(({ id, name }) => id === word || name === word);
  if (state) return { kind: 'state', to: state.id };
  const side = (Object.keys(SIDE_EVENTS) as SideEvent[]).find((id) => id === word || SIDE_EVENTS[id] === word);
  return side ? { kind: side, to: null } : null;
}

/** The year whose plan (年度计划) an event puts its project into; null for any other event. */
export function planYearOf({
  kind,
  to,
  planYear,
  date,
}: Pick<LifeEvent, 'kind' | 'to' | 'planYear' | 'date'>): number | null {
  if (kind !== 'state' || to !== 'planned') return null;
  return planYear ?? (date === null ? null : Number(date.slice(0, 4)));
}

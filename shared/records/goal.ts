// 绩效目标 of a project in a year (SPECS C1): its goal, its money as a form said it, its indicators with what they came to.
import { z } from 'zod';
import { type Fen, toFen } from '../values/money.ts';

export const GOAL_LEVELS = {
  产出: ['数量', '质量', '时效', '成本'],
  效益: ['经济效益', '社会效益', '生态效益', '可持续影响'],
  满意度: ['服务对象满意度'],
} as const;
export type GoalLevel = keyof typeof GOAL_LEVELS;
const LEVELS = Object.keys(GOAL_LEVELS) as [GoalLevel, ...GoalLevel[]];

const fen = z
  .number()
  .int()
  .transform((value): Fen => toFen(value))
  .nullable()
  .default(null);

const goalIndicator = z.object({
  level: z.enum(LEVELS),
  /** 数量, 社会效益 …; as written where it is none of ours. */
  kind: z.string(),
  name: z.string(),
  /** As written: ≥100公里, 100%, 2024年12月底前. */
  target: z.string(),
  /** ★: one that has to be filled in. */
  isCore: z.boolean().default(false),
  /** null: its part of the level. */
  weight: z.number().min(0).max(100).nullable().default(null),
  origin: z.enum(['typed', 'content', 'field']).default('typed'),
  /** What it came to up to a month of the year, and by its end. */
  midway: z.string().default(''),
  actual: z.string().default(''),
  reason: z.string().default(''),
});
export type GoalIndicator = z.output<typeof goalIndicator>;

export const goalRecord = z.object({
  projectId: z.string(),
  year: z.number().int().min(1990).max(2100),
  /** 年度总体目标, and what became of it. */
  annualGoal: z.string().default(''),
  annualResult: z.string().default(''),
  /** 年度资金总额 and its parts as a form said them: 财政拨款, 上年结转, 其他资金. */
  totalFen: fen,
  fiscalFen: fen,
  carriedFen: fen,
  otherFen: fen,
  /** 全年预算数 and 全年执行数 as a self-evaluation said them. */
  budgetFen: fen,
  spentFen: fen,
  executionReason: z.string().default(''),
  indicators: z.array(goalIndicator),
});
export type Goal = z.output<typeof goalRecord>;

export function goalId(projectId: string, year: number): string {
  return `${projectId}@${year}`;
}

export const NO_GOAL_MONEY = {
  ...{ totalFen: null, fiscalFen: null, carriedFen: null, otherFen: null, budgetFen: null, spentFen: null },
} as const;

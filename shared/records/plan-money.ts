// What is counted as the money of the plan (金额口径), as a workbook keeps it (SPECS J4).
import { z } from 'zod';

export const PLAN_MONIES = ['plan', 'whole'] as const;
/** plan: 规划期投资; whole: 总投资 with what lies before and after the period. */
export type PlanMoney = (typeof PLAN_MONIES)[number];

export const PLAN_MONEY_WORDS: Readonly<Record<PlanMoney, string>> = { plan: '规划期投资', whole: '总投资' };

/** The choice as a record of the workbook; its id is always `tables`. */
export const planMoneyRecord = z.object({ money: z.enum(PLAN_MONIES) });
export const PLAN_MONEY_ID = 'tables';

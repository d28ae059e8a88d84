// By what name the sentences call the money they count, and what lies outside the plan's period beside it: one basis for all
// paragraphs, that of the tables (SPECS J4).
import type { PlanData } from '#shared/records/plan-data.ts';
import { PLAN_MONEY_WORDS } from '#shared/records/plan-money.ts';
import { keptOutside } from '#shared/tables/outside-money.ts';
import { countedMoney, hasOpenSources } from '#shared/tables/plan-money.ts';
import { wholeSums } from '#shared/tables/plan-sums.ts';
import { addFen, type Fen, toFen, ZERO } from '#shared/values/money.ts';
import { fieldText } from './template.ts';

/** 规划期投资 where the plan leaves money outside its period out, else 总投资; a field of this name gives the amount. */
export function moneyWord(data: PlanData): string {
  return PLAN_MONEY_WORDS[countedMoney(data) === data ? 'whole' : 'plan'];
}

export interface MoneyOutside {
  before: Fen;
  later: Fen;
}

/** 期前 and 期后 of all projects. */
export function moneyOutside(data: PlanData): MoneyOutside {
  const { before, later } = keptOutside(data, {}) ?? { before: ZERO, later: ZERO };
  return { before, later };
}

/** 总投资 as it is declared, whatever the plan counts. */
export function declaredTotal(data: PlanData): Fen {
  return wholeSums(data).all.total;
}

/** Where 总投资 and 规划期投资 differ, both figures with what lies between them; else ''. */
export function outsideWords(data: PlanData): string {
  const { before, later } = moneyOutside(data);
  const parts = [
    ...(before === 0 ? [] : [`期前累计完成投资${fieldText('期前投资')}`]),
    ...(later === 0 ? [] : [`期后投资${fieldText('期后投资')}`]),
  ].join('、');
  if (parts === '') return '';
  return countedMoney(data) === data
    ? `（其中${parts}，规划期投资${fieldText('规划期投资')}）`
    : `（总投资${fieldText('总投资')}，其中${parts}不计入）`;
}

/** Money of the period whose sources are stated for 总投资 only. */
export function openSourcesMoney(data: PlanData): Fen {
  const open = countedMoney(data).projects.filter(hasOpenSources);
  return toFen(
    open.reduce((sum, { amounts }) => sum + (amounts.total ?? 0) - addFen(...Object.values(amounts.bySource)), 0),
  );
}

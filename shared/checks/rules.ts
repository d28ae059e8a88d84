// The one list of rules: what is checked, at which level, and the help that stands beside it. Ids of handbook 6.2.

import { DECIMALS_RULE, RAW_AMOUNT_RULE, UNIT_RULE } from './amount-rules.ts';
import { ASSET_RULES } from './asset-rules.ts';
import { BASE_FUND_RULE } from './base-fund-rule.ts';
import { HEADING_SUM_RULE, TOTAL_SUM_RULE } from './claim-rules.ts';
import { QUANTITY_RULE } from './content-rules.ts';
import { DUPLICATE_RULE } from './duplicate-rule.ts';
import { FUND_RULES } from './fund-rule-heads.ts';
import { GOAL_RULES } from './goal-rule-heads.ts';
import { INDICATOR_RULES } from './indicator-rule-heads.ts';
import { LIFE_RULES } from './life-rule-heads.ts';
import { LIST_RULES } from './list-rule-heads.ts';
import { ORDER_RULES } from './order-rule-heads.ts';
import { ADJUSTMENT_RULE, BENEFICIARY_RULE } from './people-rules.ts';
import { GOAL_RULE, LINKAGE_RULE, NAMED_AMOUNT_RULE } from './performance-rules.ts';
import { PLACE_RULE } from './place-rules.ts';
import { FEE_RULE, FORBIDDEN_RULE, INDUSTRY_SHARE_RULE } from './policy-rules.ts';
import { POSTING_RULES } from './posting-rules.ts';
import { BLANK_RULE, NUMBER_RULE, PERIOD_RULE, PLACEHOLDER_RULE } from './project-fields.ts';
import { SOURCE_SUM_RULE, YEAR_SUM_RULE } from './project-sums.ts';
import { REPORTED_RULES } from './reported-rules.ts';
import type { PlanRule, ProjectRule, Rule } from './rule.ts';
import { SIZE_RULE } from './size-rule.ts';
import { TYPO_RULE } from './typo-rule.ts';
import { UNIT_PRICE_RULE } from './unit-price-rule.ts';
import { VALIDITY_RULE } from './validity-rule.ts';
import { VERSION_RULE } from './version-rule.ts';

/** Inside the tables (T), between tables and text (X), policy (P), money (B), life of projects (L), notices (E), change orders (G), assets (D), indicators (F), goals (C), by number. */
const FAMILIES = 'TXPBLEGDFCK';

function orderOf({ id }: Rule): number {
  return FAMILIES.indexOf(id.charAt(0)) * 100 + Number(id.slice(1));
}

const ALL: readonly Rule[] = [
  SOURCE_SUM_RULE,
  YEAR_SUM_RULE,
  HEADING_SUM_RULE,
  TOTAL_SUM_RULE,
  RAW_AMOUNT_RULE,
  UNIT_RULE,
  DECIMALS_RULE,
  PLACEHOLDER_RULE,
  NUMBER_RULE,
  DUPLICATE_RULE,
  BLANK_RULE,
  PLACE_RULE,
  PERIOD_RULE,
  QUANTITY_RULE,
  TYPO_RULE,
  VALIDITY_RULE,
  UNIT_PRICE_RULE,
  VERSION_RULE,
  FORBIDDEN_RULE,
  FEE_RULE,
  INDUSTRY_SHARE_RULE,
  GOAL_RULE,
  NAMED_AMOUNT_RULE,
  LINKAGE_RULE,
  BENEFICIARY_RULE,
  ADJUSTMENT_RULE,
  SIZE_RULE,
  BASE_FUND_RULE,
  ...REPORTED_RULES,
  ...POSTING_RULES,
  ...FUND_RULES,
  ...LIFE_RULES,
  ...ORDER_RULES,
  ...ASSET_RULES,
  ...INDICATOR_RULES,
  ...GOAL_RULES,
  ...LIST_RULES,
];

export const RULES: readonly Rule[] = ALL.toSorted((a, b) => orderOf(a) - orderOf(b));
export const RULE_BY_ID: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.id, rule]));
export const PROJECT_RULES = RULES.filter((rule): rule is ProjectRule => rule.scope === 'project');
export const PLAN_RULES = RULES.filter((rule): rule is PlanRule => rule.scope === 'plan');

// What a sheet says of an indicator that the workbook has: blanks are filled, what differs stays and is told.
import type { PlanIndicator } from '../tables/indicators.ts';
import { compareDecimal } from '../values/decimal.ts';
import { compactText } from '../values/fold-text.ts';
import { readValue } from './read-value.ts';

export interface FieldSaid extends Pick<PlanIndicator, 'name' | 'group' | 'department' | 'source' | 'targets'> {
  unit: string | null;
  attribute: PlanIndicator['attribute'] | null;
  baseYear: string | null;
  baseValue: string | null;
  targetYear: string | null;
  targetValue: string | null;
}

const LABELS = {
  unit: '单位',
  attribute: '属性',
  baseValue: '基期值',
  targetValue: '目标值',
  department: '责任部门',
} as const;

/** Differing spellings of one sign: >=10 and ≥10. */
function folded(text: string): string {
  return compactText(text)
    .replace(/>=|=>|≧|⩾/g, '≥')
    .replace(/<=|=<|≦|⩽/g, '≤');
}

/** 70 and ≥70 are one figure; ≤70 is another. */
function isAlike(mine: string, theirs: string): boolean {
  if (folded(mine) === folded(theirs)) return true;
  const [a, b] = [readValue(mine), readValue(theirs)];
  if (a.kind !== 'number' || b.kind !== 'number' || compareDecimal(a.value, b.value) !== 0) return false;
  const isSameUnit = a.unit === b.unit || a.unit === '' || b.unit === '';
  return isSameUnit && (a.operator === b.operator || a.operator === null || b.operator === null);
}

export interface Merged {
  indicator: PlanIndicator;
  isChanged: boolean;
  differ: { key: string; mine: string; theirs: string }[];
}

export function mergeFields(before: PlanIndicator, said: FieldSaid): Merged {
  const filled: Partial<PlanIndicator> = {};
  const differ: Merged['differ'] = [];
  for (const key of Object.keys(LABELS) as (keyof typeof LABELS)[]) {
    const theirs = said[key];
    const mine = before[key];
    if (theirs === null || theirs === '') continue;
    if (mine === null || mine === '') Object.assign(filled, { [key]: theirs });
    else if (!isAlike(mine, theirs)) differ.push({ key: LABELS[key], mine, theirs });
  }
  if (filled.baseValue !== undefined && said.baseYear !== null) filled.baseYear = said.baseYear;
  if (filled.targetValue !== undefined && said.targetYear !== null) filled.targetYear = said.targetYear;
  const targets = { ...before.targets };
  for (const [year, text] of Object.entries(said.targets)) {
    const mine = targets[year];
    if (mine === undefined) targets[year] = text;
    else if (!isAlike(mine, text)) differ.push({ key: `${year}年目标`, mine, theirs: text });
  }
  if (Object.keys(targets).length > Object.keys(before.targets).length) filled.targets = targets;
  return { indicator: { ...before, ...filled }, isChanged: Object.keys(filled).length > 0, differ };
}

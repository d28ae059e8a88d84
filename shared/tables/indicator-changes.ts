// 表1 while it is being edited, and the records that keep what was changed.
import { isSame } from '../compare/fact.ts';
import { pairLists } from '../compare/lists.ts';
import { NO_DETAILS } from '../domain/indicator.ts';
import { baseYear, type PlanInfo } from '../domain/reference.ts';
import { detailsOf, type IndicatorRecord } from '../records/indicator.ts';
import type { PlanIndicator } from './indicators.ts';

export type IndicatorDraft = Omit<PlanIndicator, 'number' | 'isOwn'>;

export interface IndicatorChange {
  kind: 'indicator';
  id: string;
  value: IndicatorRecord | null;
}

/** Adds an empty indicator at the end of a group. */
export function addIndicator(
  drafts: readonly IndicatorDraft[],
  group: string,
  id: string,
  plan: Pick<PlanInfo, 'firstYear' | 'lastYear'>,
): IndicatorDraft[] {
  const at = drafts.findLastIndex((draft) => draft.group === group);
  const before = drafts[at];
  const after = drafts[at + 1];
  const from = before?.position ?? 0;
  const position = after ? (from + after.position) / 2 : from + 1;
  const added: IndicatorDraft = {
    ...{ id, position, group, name: '', unit: null, baseYear: String(baseYear(plan)), baseValue: null },
    ...{ targetYear: String(plan.lastYear), targetValue: null, attribute: '预期性' },
    ...NO_DETAILS,
  };
  return drafts.toSpliced(at + 1, 0, added);
}

/** What is to be saved so that the drafts hold: changed and added ones, and those taken out. */
export function indicatorChanges(
  before: readonly PlanIndicator[],
  drafts: readonly IndicatorDraft[],
): IndicatorChange[] {
  const toChange = (draft: IndicatorDraft) => ({ kind: 'indicator' as const, id: draft.id, value: toRecord(draft) });
  const pairs = pairLists(before.map(toChange), drafts.map(toChange), [({ id }) => id]);
  return pairs.flatMap((pair): IndicatorChange[] => {
    if (pair.after === null) return [{ ...pair.before, value: { ...pair.before.value, isRemoved: true } }];
    return isSame(pair.before, pair.after) ? [] : [pair.after];
  });
}

/** A blank stays blank, texts stay texts. */
export function toRecord(draft: IndicatorDraft): IndicatorRecord {
  const blank = (text: string | null): string | null => text?.trim() || null;
  const { position, group, baseYear, targetYear, attribute } = draft;
  return {
    ...{
      position,
      group,
      name: draft.name.trim(),
      unit: blank(draft.unit),
      baseYear,
      baseValue: blank(draft.baseValue),
    },
    ...{ targetYear, targetValue: blank(draft.targetValue), attribute, isRemoved: false },
    ...detailsOf(draft),
  };
}

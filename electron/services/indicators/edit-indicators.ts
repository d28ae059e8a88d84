// Values of indicators typed by hand, and indicators taken over from another plan.
import { randomUUID } from 'node:crypto';
import { type IndicatorValue, valueId } from '#shared/domain/indicator.ts';
import { baseYear } from '#shared/domain/reference.ts';
import { nameKey } from '#shared/indicators/match-indicator.ts';
import { valuesOf } from '#shared/indicators/rows.ts';
import type { RecordImage } from '#shared/records/records.ts';
import { recordKey } from '#shared/records/records.ts';
import { type IndicatorDraft, toRecord } from '#shared/tables/indicator-changes.ts';
import { indicatorsOf, type PlanIndicator } from '#shared/tables/indicators.ts';
import { AppError } from '#shared/values/app-error.ts';
import { readWorkbookPlan } from '../other-projects.ts';
import type { Session } from '../session.ts';

/** What is to stand there; an empty text takes the value out. Fields that are left out stay as they are. */
export type ValueChange = Pick<IndicatorValue, 'indicatorId' | 'year' | 'text'> &
  Partial<Pick<IndicatorValue, 'state' | 'source' | 'date' | 'note'>>;

export function valueImage(value: IndicatorValue): { key: string; image: RecordImage<'indicator-value'> } {
  const id = valueId(value.indicatorId, value.year);
  return { key: recordKey('indicator-value', id), image: { kind: 'indicator-value', id, value } };
}

/**
 * Saves values as one undo step; gives how many changed. Errors (AppError): not-found for an indicator that is gone;
 * invalid-input for a year before the plan.
 */
export function setValues(session: Session, changes: readonly ValueChange[]): { changed: number } {
  const data = session.planData();
  const byId = new Map(indicatorsOf(data).map((indicator) => [indicator.id, indicator]));
  const before = valuesOf(data);
  const puts: { key: string; image: RecordImage<'indicator-value'> | null }[] = [];
  const words: string[] = [];
  for (const { indicatorId, year, ...said } of changes) {
    const indicator = byId.get(indicatorId);
    if (!indicator) throw new AppError('not-found', '这个指标已不在，可能刚被删除。请刷新后再试。');
    if (year <= baseYear(data.plan))
      throw new AppError(
        'invalid-input',
        `${year} 年在规划期以前，不是实际值。基期值请在“修改指标表”里填。“${indicator.name}”没有保存。`,
      );
    const old = before.get(indicatorId)?.get(year) ?? null;
    const text = said.text.trim();
    const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
    const blank = { state: '初步' as const, source: '', date: null, note: '' };
    const value: IndicatorValue = { ...blank, ...old, ...given, indicatorId, year, text };
    if (text === '' ? old === null : same(old, value)) continue;
    const { key, image } = valueImage(value);
    puts.push({ key, image: text === '' ? null : image });
    words.push(`“${indicator.name}”${year} 年 ${text === '' ? '清空' : text}`);
  }
  if (puts.length > 0) {
    const label = puts.length === 1 ? `指标${words[0] ?? ''}` : `填写指标实际值 ${puts.length} 个`;
    session.change('indicators.set', label, (tx) => {
      for (const { key, image } of puts) tx.put('record', key, image);
    });
  }
  return { changed: puts.length };
}

function same(a: IndicatorValue | null, b: IndicatorValue): boolean {
  return a !== null && (Object.keys(b) as (keyof IndicatorValue)[]).every((key) => a[key] === b[key]);
}

/** An indicator as the record that keeps it. */
export function indicatorImage(indicator: IndicatorDraft): { key: string; image: RecordImage<'indicator'> } {
  const { id } = indicator;
  return { key: recordKey('indicator', id), image: { kind: 'indicator', id, value: toRecord(indicator) } };
}

export interface Adopted {
  added: number;
  /** Those that the workbook has already, by name. */
  known: number;
  names: string[];
}

/**
 * 采用上级指标: copies name, unit, attribute and target of the indicators of another workbook that are not here yet; base and
 * values stay blank, they are another place's. Errors (AppError): those of opening the file; not-found where it has none.
 */
export function adoptIndicators(session: Session, path: string): Adopted {
  const other = readWorkbookPlan(session, path);
  const theirs = indicatorsOf(other);
  if (theirs.length === 0)
    throw new AppError('not-found', `${other.plan.regionName}的工作簿里没有指标，没有可以采用的。`);
  const data = session.planData();
  const mine = new Set(indicatorsOf(data).map(({ name }) => nameKey(name)));
  const fresh = theirs.filter(({ name }) => !mine.has(nameKey(name)));
  let position = Math.max(0, ...indicatorsOf(data).map((one) => one.position));
  const images = fresh.map((indicator) => {
    position += 1;
    return indicatorImage(takenOver(indicator, position, data.plan));
  });
  if (images.length > 0)
    session.change('indicators.adopt', `采用${other.plan.regionName}的指标 ${images.length} 个`, (tx) => {
      for (const { key, image } of images) tx.put('record', key, image);
    });
  return { added: fresh.length, known: theirs.length - fresh.length, names: fresh.map(({ name }) => name) };
}

function takenOver(
  indicator: PlanIndicator,
  position: number,
  plan: { firstYear: number; lastYear: number },
): IndicatorDraft {
  const isOfPeriod = /\d{4}/.exec(indicator.targetYear)?.[0] === String(plan.lastYear);
  return {
    ...indicator,
    ...{ id: `own-${randomUUID()}`, position, baseYear: String(baseYear(plan)), baseValue: null },
    ...{ targetYear: String(plan.lastYear), targetValue: isOfPeriod ? indicator.targetValue : null },
    ...(isOfPeriod ? {} : { targets: {} }),
    department: '',
  };
}

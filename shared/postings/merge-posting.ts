// The same notice in a register sent again: what it is known by, and what a later sheet says more of it.
import type { Posting } from '../domain/posting.ts';
import { bareText } from '../values/fold-text.ts';

type Told = Omit<Posting, 'id' | 'posted'>;

export function postingKey({ stage, level, title, from, place, office }: Told): string {
  return [stage, level, bareText(title), from ?? '', bareText(place || office)].join('|');
}

const FIELDS = {
  to: '止',
  days: '天数',
  medium: '公示载体',
  projectCount: '项目数',
  amountFen: '金额',
  contact: '联系人',
  hotline: '监督电话',
  handler: '经办人',
  result: '处理结果',
  closedAt: '办结日期',
  note: '备注',
  office: '公示单位',
  batchId: '资金批次',
} as const satisfies Partial<Record<keyof Told, string>>;

/** What is stated goes before what is known; a blank cell takes nothing away. */
export function mergePosting(before: Posting, told: Told): { merged: Posting; changes: string[] } {
  const changes: string[] = [];
  const merged: Record<string, unknown> = { ...before };
  for (const [key, label] of Object.entries(FIELDS) as [keyof typeof FIELDS, string][]) {
    const value = told[key];
    if (value === null || value === '' || value === before[key]) continue;
    // Projects that are known say how many they are; an end that was put down here stays.
    if (before.projectIds.length > 0 && (key === 'projectCount' || key === 'amountFen')) continue;
    if (key === 'closedAt' && before.closedAt !== null) continue;
    merged[key] = value;
    if (key !== 'amountFen' && key !== 'batchId') changes.push(`${label}“${before[key] ?? ''}”改为“${value}”`);
    else changes.push(label);
  }
  const fresh = told.projectIds.filter((id) => !before.projectIds.includes(id));
  if (fresh.length > 0) {
    merged.projectIds = [...before.projectIds, ...fresh];
    changes.push(`增加 ${fresh.length} 个项目`);
  }
  // Answers given in the window are not lost to a sheet that does not know them.
  const isOpen = before.objections.every(({ effect }) => effect === null);
  const saysMore = told.objections.some(
    (one) =>
      !before.objections.some(
        ({ text, effect }) => text === one.text && (effect === one.effect || one.effect === null),
      ),
  );
  if (saysMore && isOpen) {
    merged.objections = told.objections;
    changes.push(`异议 ${told.objections.length} 件`);
  }
  return { merged: merged as unknown as Posting, changes };
}

// The same notice in a register sent again: what it is known by, and what a later sheet says more of it.
import type { Posting } from '../domain/posting.ts';
import { bareText } from '../values/fold-text.ts';
import { formatWanFull, toFen } from '../values/money.ts';

type Told = Omit<Posting, 'id' | 'posted'>;

export function postingKey({ stage, level, title, from, place, office }: Told): string {
  return [stage, level, bareText(title), from ?? '', bareText(place || office)].join('|');
}

const FIELDS = {
  from: '起',
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

const shown = (key: string, value: unknown): string =>
  key === 'amountFen' && typeof value === 'number' ? `${formatWanFull(toFen(value))} 万元` : String(value ?? '');

const CLOSE_DAYS = 15;

/**
 * The known notice of which a row says another first day: the same in all else, for the same projects within some days, or
 * with the same last day. `taken`: ids of those that rows speak of already.
 */
export function corrected(told: Told, known: readonly Posting[], taken: ReadonlySet<string>): Posting | null {
  const bare = (posting: Told): string => postingKey({ ...posting, from: null });
  const ids = (posting: Told): string => [...posting.projectIds].sort().join('|');
  const near = (a: string, b: string): boolean => Math.abs(Date.parse(a) - Date.parse(b)) <= CLOSE_DAYS * 86_400_000;
  const found = known.filter(
    (one) =>
      !taken.has(one.id) &&
      bare(one) === bare(told) &&
      (one.from === null ||
        (told.from !== null &&
          ((one.to !== null && one.to === told.to) ||
            (told.projectIds.length > 0 && ids(one) === ids(told) && near(one.from, told.from))))),
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** What is stated goes before what is known; a blank cell takes nothing away. */
export function mergePosting(before: Posting, told: Told): { merged: Posting; changes: string[] } {
  const changes: string[] = [];
  const merged: Record<string, unknown> = { ...before };
  for (const [key, label] of Object.entries(FIELDS) as [keyof typeof FIELDS, string][]) {
    const value = told[key];
    if (value === null || value === '' || value === before[key]) continue;
    // An end that was put down here stays.
    if (key === 'closedAt' && before.closedAt !== null) continue;
    merged[key] = value;
    if (key === 'batchId') changes.push(label);
    else changes.push(`${label}“${shown(key, before[key])}”改为“${shown(key, value)}”`);
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

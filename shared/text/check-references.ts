// Numbers of tables and figures in running text: one that the plan does not have, or that belongs to another class than
// the passage is about (X03; handbook 1.2 D11).
import type { PlanData } from '#shared/records/plan-data.ts';
import { partLabels, planParts } from './plan-parts.ts';
import type { ScannedNumber } from './scan-text.ts';
import type { TextMark } from './text-mark.ts';

/** How far behind a figure a reference may stand and still be about it. */
const NEAR = 300;
const REFERENCE = /(?:附表|[图表])\s*\d+(?:[-－—]\d+)?(?!\d)/g;

interface PrintedPart {
  title: string;
  /** The class whose table or figure it is; null for all others. */
  categoryId: string | null;
  isTable: boolean;
}

function printedParts(data: PlanData): Map<string, PrintedPart> {
  const parts = planParts(data);
  const labels = partLabels(data);
  const printed = new Map<string, PrintedPart>();
  for (const table of parts.tables) {
    const categoryId = data.reference.categories.find(({ id }) => parts.classTable(id) === table)?.id ?? null;
    for (const [part, isTable] of [[table, true] as const, ...table.charts.map((chart) => [chart, false] as const)]) {
      const label = labels(part.id);
      if (label !== undefined) printed.set(label, { title: part.title, categoryId, isTable });
    }
  }
  return printed;
}

export function checkReferences(
  text: string,
  data: PlanData,
  scanned: readonly ScannedNumber[],
  categoryId: string | null,
): TextMark[] {
  const printed = printedParts(data);
  let next = 0;
  return [...text.matchAll(REFERENCE)].flatMap((match): TextMark[] => {
    const [raw] = match;
    const start = match.index;
    const place = { start, end: start + raw.length, raw, rule: 'X03' } as const;
    const part = printed.get(raw.replaceAll(/\s/g, '').replaceAll(/[－—]/g, '-'));
    if (!part) return [{ ...place, status: 'warning', message: `规划里没有“${raw}”，请核对编号。` }];
    // Only after figures of a class is it clear which table is meant; a caption stands before its table.
    while (next < scanned.length && (scanned[next]?.number.end ?? 0) <= start) next += 1;
    const last = scanned[next - 1];
    const isNear = last !== undefined && start - last.number.end <= NEAR;
    const before = isNear && !text.slice(last.number.end, start).includes('\n') ? last : undefined;
    const about = before?.categoryId ?? categoryId;
    if (about === null || part.categoryId === null || part.categoryId === about) return [];
    const right = [...printed].find(([, other]) => other.categoryId === about && other.isTable === part.isTable)?.[0];
    const advice = right === undefined ? '' : `，这里应为${right}`;
    return [{ ...place, status: 'warning', message: `“${raw}”是${part.title.replace(/^表\S+\s*/, '')}${advice}。` }];
  });
}

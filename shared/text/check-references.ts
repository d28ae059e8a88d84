// Numbers of tables and figures in running text: one that the plan does not have, or that belongs to another class than
// the passage is about (X03; handbook 1.2 D11).
import type { PlanData } from '#shared/domain/plan-data.ts';
import type { TextMark } from './check-text.ts';
import { partLabels, planParts } from './plan-parts.ts';
import type { ScannedNumber } from './scan-text.ts';

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
  return [...text.matchAll(REFERENCE)].flatMap((match): TextMark[] => {
    const [raw] = match;
    const start = match.index;
    const place = { start, end: start + raw.length, raw };
    const part = printed.get(raw.replaceAll(/\s/g, '').replaceAll(/[－—]/g, '-'));
    if (!part) return [{ ...place, status: 'warning', message: `规划里没有“${raw}”，请核对编号。` }];
    // Only after figures of a class is it clear which table is meant; a caption stands before its table.
    const before = scanned.findLast(
      ({ number }) => number.end <= start && !text.slice(number.end, start).includes('\n'),
    );
    const about = before?.categoryId ?? categoryId;
    if (about === null || part.categoryId === null || part.categoryId === about) return [];
    const right = [...printed].find(([, other]) => other.categoryId === about && other.isTable === part.isTable)?.[0];
    const advice = right === undefined ? '' : `，这里应为${right}`;
    return [{ ...place, status: 'warning', message: `“${raw}”是${part.title.replace(/^表\S+\s*/, '')}${advice}。` }];
  });
}

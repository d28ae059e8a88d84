// Checks running text against the plan and against itself: figures (X02), trend words (X06), numbers of tables and figures
// (X03), fixed expressions (T18). Works on a paragraph of the workbook and on any text that is pasted.
import type { PlanData } from '#shared/records/plan-data.ts';
import { checkReferences } from './check-references.ts';
import { markFigures } from './figure-marks.ts';
import { planVocabulary, scanText } from './scan-text.ts';
import { checkItself, confirm } from './self/check-itself.ts';
import { checkConsistency } from './self/consistency.ts';
import type { TextMark } from './text-mark.ts';
import { checkTrends } from './trend-marks.ts';

/** All marks of a text in order. `categoryId`: the class that it is about, where that is known. */
export function checkText(text: string, data: PlanData, categoryId: string | null = null): TextMark[] {
  const scanned = scanText(text, planVocabulary(data), categoryId);
  const itself = [...checkItself(text, scanned, data.plan), ...checkConsistency(text, data.plan)];
  const figures = markFigures(text, scanned, data);
  return [
    ...confirm(figures, itself),
    ...checkTrends(text, data),
    ...checkReferences(text, data, scanned, categoryId),
  ].sort((a, b) => a.start - b.start);
}

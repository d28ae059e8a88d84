// Findings of the running text of a draft that are no equations: growth, figures a year, what is said twice; and its
// figures against a plan.
import type { PlanData } from '#shared/records/plan-data.ts';
import { markFigures } from '#shared/text/figure-marks.ts';
import { planVocabulary, scanText } from '#shared/text/scan-text.ts';
import { checkCourses } from '#shared/text/self/check-itself.ts';
import { checkConsistency } from '#shared/text/self/consistency.ts';
import type { TextMark } from '#shared/text/text-mark.ts';
import { checkTrends } from '#shared/text/trend-marks.ts';
import type { DraftModel } from '../facts/draft-model.ts';
import type { ProofFinding, ProofPlace } from '../finding.ts';
import type { Flow } from '../flow.ts';
import type { ScannedFigure } from './text-terms.ts';

export interface ProvedText {
  findings: ProofFinding[];
  /** Figures that were held against something. */
  checked: ProofPlace[];
}

/** How far apart the figures of one calculation stand. */
const NEAR = 240;

/** The other figures of a calculation, as its message names them. */
function othersOf(mark: TextMark, flow: Flow, scanned: readonly ScannedFigure[]): ProofPlace[] {
  return scanned.flatMap(({ number: { start, end, raw } }) =>
    start !== mark.start && Math.abs(start - mark.start) < NEAR && mark.message.includes(raw)
      ? [flow.placeOf(start, end)]
      : [],
  );
}

function prove<Mark extends TextMark>(
  marks: readonly Mark[],
  flow: Flow,
  tell: (mark: Mark) => Partial<ProofFinding>,
): ProvedText {
  const proved: ProvedText = { findings: [], checked: [] };
  for (const mark of marks) {
    const { start, end, raw, rule, message, current, status } = mark;
    if (status === 'unknown') continue;
    const where = flow.placeOf(start, end);
    proved.checked.push(where);
    if (status !== 'differs' && status !== 'warning') continue;
    proved.findings.push({
      ...{ rule, raw, message, where, against: [], difference: null, cause: null, expected: current ?? null },
      level: rule === 'T18' ? 'doubt' : 'error',
      ...tell(mark),
    });
  }
  return proved;
}

/** What sentences say of themselves. */
export function proveText(flow: Flow, scanned: readonly ScannedFigure[], { plan }: DraftModel): ProvedText {
  const own = scanned.filter(({ number }) => number.thing === undefined);
  const said = checkConsistency(flow.text, plan, flow.nameOf).filter(({ isEcho }) => isEcho !== true);
  const told = prove(said, flow, ({ against = [] }) => ({
    against: against.map(({ start, end }) => flow.placeOf(start, end)),
  }));
  const counted = prove(checkCourses(flow.text, own, plan), flow, (mark) => ({
    against: mark.rule === 'X02' ? othersOf(mark, flow, scanned) : [],
  }));
  return { findings: [...counted.findings, ...told.findings], checked: [...counted.checked, ...told.checked] };
}

/** What a plan says of the figures and trends of a draft. */
export function proveAgainstPlan(flow: Flow, data: PlanData): ProvedText {
  const scanned = scanText(flow.text, planVocabulary(data));
  const marks = [...markFigures(flow.text, scanned, data), ...checkTrends(flow.text, data)];
  return prove(marks, flow, ({ message }) => ({ message: `与工作簿不符：${message}` }));
}

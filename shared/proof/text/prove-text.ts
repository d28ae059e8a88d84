// Findings of the running text of a draft that are no equations: growth, what is said twice, references, trends, counts of
// classes; and its figures against a plan.
import type { PlanData } from '#shared/records/plan-data.ts';
import { checkText } from '#shared/text/check-text.ts';
import { checkCourses } from '#shared/text/self/check-itself.ts';
import { checkConsistency } from '#shared/text/self/consistency.ts';
import type { TextMark } from '#shared/text/text-mark.ts';
import type { DraftModel } from '../facts/draft-model.ts';
import type { ProofFinding, ProofPlace } from '../finding.ts';
import type { Flow } from '../flow.ts';
import type { ScannedFigure } from './text-terms.ts';

export interface ProvedText {
  findings: ProofFinding[];
  /** Figures that were held against something. */
  checked: ProofPlace[];
}

function findingOf({ start, end, raw, rule, message, current }: TextMark, flow: Flow): ProofFinding {
  return {
    ...{ rule, raw, message, against: [], difference: null, cause: null, expected: current ?? null },
    where: flow.placeOf(start, end),
    level: rule === 'T18' ? 'doubt' : 'error',
  };
}

/** What sentences say of themselves, and with `data` what the plan says of them. */
export function proveText(
  flow: Flow,
  scanned: readonly ScannedFigure[],
  { plan }: DraftModel,
  data: PlanData | null,
): ProvedText {
  const findings: ProofFinding[] = [];
  const checked: ProofPlace[] = [];
  const own = scanned.filter(({ number }) => number.thing === undefined);
  const marks: TextMark[] = [
    ...checkCourses(flow.text, own, plan),
    ...checkConsistency(flow.text, plan, flow.nameOf),
    ...(data
      ? checkText(flow.text, data).filter(
          ({ status, rule }) => status !== 'warning' || rule === 'X03' || rule === 'X06',
        )
      : []),
  ];
  for (const mark of marks) {
    if (mark.status === 'unknown') continue;
    checked.push(flow.placeOf(mark.start, mark.end));
    if (mark.status === 'differs' || mark.status === 'warning') findings.push(findingOf(mark, flow));
  }
  return { findings, checked };
}

// Findings of the running text of a draft.
import type { PlanData } from '#shared/records/plan-data.ts';
import { checkText } from '#shared/text/check-text.ts';
import { findNumbers } from '#shared/text/numbers.ts';
import { scanText } from '#shared/text/scan-text.ts';
import { checkItself } from '#shared/text/self/check-itself.ts';
import { checkConsistency } from '#shared/text/self/consistency.ts';
import type { ProofFinding, ProofPlace } from '../finding.ts';
import type { Flow } from '../flow.ts';
import type { PlacedTable } from '../tables/draft-tables.ts';
import type { Proved } from '../tables/prove-tables.ts';

export function proveText(flow: Flow, _tables: readonly PlacedTable[], data: PlanData | null): Proved {
  const plan = data?.plan ?? { firstYear: 2021, lastYear: 2025, regionName: '' };
  const words = { mentionsIn: () => [], topOf: () => null, plan };
  const scanned = scanText(flow.text, words);
  const marks = data
    ? checkText(flow.text, data)
    : [...checkItself(flow.text, scanned, plan), ...checkConsistency(flow.text, plan)];
  const findings: ProofFinding[] = [];
  const checked: ProofPlace[] = [];
  for (const { start, end, raw, rule, status, message } of marks) {
    const where = flow.placeOf(start, end);
    if (status !== 'unknown') checked.push(where);
    if (status !== 'differs' && status !== 'warning') continue;
    findings.push({
      ...{ rule, raw, message, where, against: [], expected: null, difference: null, cause: null },
      level: rule === 'T18' ? 'doubt' : 'error',
    });
  }
  return { findings, checked, figures: findNumbers(flow.text).map(({ start, end }) => flow.placeOf(start, end)) };
}

// Whether a report of a county is news, the newest one once more, or an older one that arrived late.
import type { CountyReportHead } from '../domain/county-report.ts';
import type { Day } from '../domain/execution.ts';

export type ReportState =
  /** Of a county that has not reported yet. */
  | { kind: 'first' }
  | { kind: 'newer' }
  /** The same list that is held already. */
  | { kind: 'same' }
  /** An earlier list of this county, known by its content or by its day. */
  | { kind: 'stale'; reason: string };

/** `known` is the report that is held; the day decides only where both name one. */
export function judgeReport(
  known: Pick<CountyReportHead, 'mark' | 'asOf' | 'files' | 'number' | 'earlier'> | undefined,
  sent: { mark: string; asOf: Day | null },
): ReportState {
  if (!known) return { kind: 'first' };
  if (known.mark === sent.mark) return { kind: 'same' };
  const isOlder = known.asOf !== null && sent.asOf !== null && sent.asOf < known.asOf;
  if (isOlder)
    return {
      kind: 'stale',
      reason: `这份表是 ${sent.asOf} 的，已收到的（${known.files.join('、')}）是 ${known.asOf} 的`,
    };
  const before = known.earlier.find(({ mark }) => mark === sent.mark);
  // A county may go back to an earlier list; then it says so by a later day.
  const isLater = known.asOf !== null && sent.asOf !== null && sent.asOf > known.asOf;
  if (before && !isLater) return { kind: 'stale', reason: `内容与以前收过、后来又替换了的“${before.file}”相同` };
  return { kind: 'newer' };
}

// How far money and work show a project to be, whatever was recorded of its life: paid for, with progress, done.
import type { Day, Payment, ProgressNote } from '../domain/execution.ts';

/** 已开工 where anything was paid or done up to the day, 已竣工 at 100 %; null: they show nothing. */
export function shownByWork(
  payments: readonly Payment[],
  notes: readonly ProgressNote[],
  asOf: Day,
): 'started' | 'finished' | null {
  let paid = 0;
  for (const { date, amountFen } of payments) if (date <= asOf) paid += amountFen;
  let percent = 0;
  let done = 0;
  for (const note of notes.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))) {
    if (note.date > asOf) continue;
    percent = note.percent ?? percent;
    done = note.doneFen ?? done;
  }
  if (percent === 100) return 'finished';
  return paid > 0 || percent > 0 || done > 0 ? 'started' : null;
}

// What is chosen for each kind of print, remembered in the workbook: 上次怎么打，这次还怎么打.
import { useMemo } from 'react';
import { type JobOf, jobFrom, type PrintJob, type PrintWhat } from '#shared/print/print-job.ts';
import { useViewState } from '../../api/records.ts';
import { useTableShowings } from '../tables/showing-choice.tsx';

const START: { what: PrintWhat } = { what: 'annex' };
const NOTHING: Partial<PrintJob> = {};

/** The kind of print that is open. */
export function usePrintWhat(): [PrintWhat, (what: PrintWhat) => void] {
  const { value, remember } = useViewState('print', START);
  return [value.what, (what) => remember({ what })];
}

export type ChangeJob<W extends PrintWhat> = (changes: Partial<JobOf<W>>) => void;

/** The job of a kind, and how to change parts of it; null until what was remembered is known. */
export function usePrintJob<W extends PrintWhat>(
  what: W,
): { job: JobOf<W> | null; change: ChangeJob<W>; reset: () => void } {
  const { value, isKnown, remember } = useViewState(`print.${what}`, NOTHING);
  // A set prints its 项目表 as it is set up there.
  const annex = useViewState('print.annex', NOTHING);
  const { showings } = useTableShowings();
  const job = useMemo((): JobOf<W> | null => {
    if (!isKnown || !annex.isKnown) return null;
    return withShared(jobFrom(what, value), showings, annex.value) as JobOf<W>;
  }, [what, value, isKnown, showings, annex.value, annex.isKnown]);
  return {
    job,
    change: (changes) => remember({ ...value, ...changes } as Partial<PrintJob>),
    reset: () => remember(NOTHING),
  };
}

function withShared(job: PrintJob, showings: JobOf<'tables'>['showings'], annex: Partial<PrintJob>): PrintJob {
  if (job.what === 'tables') return { ...job, showings };
  if (job.what !== 'set') return job;
  const { what: _, ...own } = jobFrom('annex', annex);
  return { ...job, showings, annex: { ...own, shown: job.annex.shown } };
}

// The pages of a print as they are needed: the sizes of all at once, their words a few pages at a time.
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import type { PrintJob } from '#shared/print/print-job.ts';
import { KEYS } from '../../../api/queries.ts';
import { useSession } from '../../../session.ts';
import { CHUNK, chunksOf } from './preview-layout.ts';

export interface Preview {
  sheets: [number, number][];
  notes: string[];
  /** The page as a document; undefined while it is fetched. */
  html: (index: number) => string | undefined;
}

/** `ranges`: the pages in sight, here and among the small pictures. The old pages stand until the new ones are set. */
export function usePreview(job: PrintJob, ranges: readonly { from: number; to: number }[]) {
  const { call } = useSession();
  const fetchChunk = async (wanted: PrintJob, chunk: number) => ({
    ...(await call('print.preview', { job: wanted, from: chunk * CHUNK, to: (chunk + 1) * CHUNK })),
    job: wanted,
  });
  const first = useQuery({
    queryKey: [...KEYS.preview, job, 0],
    queryFn: () => fetchChunk(job, 0),
    placeholderData: keepPreviousData,
  });
  const shown = first.data?.job ?? job;
  const further = useQueries({
    queries: chunksOf(ranges)
      .filter((chunk) => chunk > 0 && chunk * CHUNK < (first.data?.sheets.length ?? 0))
      .map((chunk) => ({ queryKey: [...KEYS.preview, shown, chunk], queryFn: () => fetchChunk(shown, chunk) })),
  });
  const pages = new Map<number, string>();
  for (const reply of [first, ...further])
    for (const { index, html } of reply.data?.pages ?? []) pages.set(index, html);
  const preview: Preview | null = first.data
    ? { sheets: first.data.sheets, notes: first.data.notes, html: (index) => pages.get(index) }
    : null;
  return { preview, error: first.error, isSetting: first.isFetching, retry: () => void first.refetch() };
}

// Writing a file from a page: ask for a place, write with a progress bar, keep a line that says where it is.
import { useState } from 'react';
import type { FileKind } from '#shared/contract/methods.ts';
import { useWorkbook } from '../../api/queries.ts';
import { suggestName } from '../../commands/file-actions.ts';
import { useSession } from '../../session.ts';

/** What was written last. */
export interface Outcome {
  what: string;
  name: string;
  folder: string;
  notes: readonly string[];
}

export interface WriteJob {
  /** '项目表 PDF' */
  what: string;
  kind: FileKind;
  /** Suggested file name without region and ending; a full name with an ending is taken as it is. */
  fileName: string;
  /** Said while it goes on. */
  doing: string;
  write(token: string): Promise<{ name: string; folder: string; notes?: string[] }>;
}

export function useWriter() {
  const session = useSession();
  const workbook = useWorkbook();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  /** Name of the job under way. */
  const [busy, setBusy] = useState<string | null>(null);

  async function run(job: WriteJob): Promise<void> {
    const isWhole = job.fileName.includes('.');
    const suggested = isWhole ? job.fileName : `${suggestName(workbook, job.fileName)}.${job.kind}`;
    const file = await session.chooseSave(job.kind, `${job.what}保存到`, suggested);
    if (!file) return;
    setBusy(job.what);
    setOutcome(null);
    const written = await session.attempt(job.doing, () => job.write(file.token));
    setBusy(null);
    if (written) setOutcome({ what: job.what, name: written.name, folder: written.folder, notes: written.notes ?? [] });
  }
  return { run, busy, outcome, clear: () => setOutcome(null) };
}

export type Writer = ReturnType<typeof useWriter>;

// 公示台账 from a spreadsheet; a file is one undo step, and the same file again adds nothing.
import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { Posting } from '#shared/domain/posting.ts';
import type { ImportProblem } from '#shared/import/preview.ts';
import type { TableReading } from '#shared/import/reading.ts';
import { type RegisterReading, readRegister } from '#shared/postings/read-register.ts';
import { assertTaken, readMoneySheets, settleErrors } from '../funds/read-sheets.ts';
import type { Session } from '../session.ts';
import { contentOf } from './edit-postings.ts';
import { postingFacts } from './facts.ts';

export interface PostingsImport {
  added: number;
  updated: number;
  /** In the workbook already as they are. */
  known: number;
  problems: ImportProblem[];
}

/** What the notices of tables would be, and what each table brings; nothing is written. */
export function planPostings(
  session: Session,
  readings: readonly TableReading[],
  { today, pairs = new Map() }: { today: string; pairs?: ReadonlyMap<number, string | null> },
): { postings: Posting[]; tables: PostingsImport[] } {
  const { data, execution, postings, holidays } = postingFacts(session, today);
  let known = [...postings];
  const results: RegisterReading[] = [];
  const changed = new Map<string, Posting>();
  for (const reading of readings) {
    const context = { data, batches: execution.batches, postings: known, holidays, today, pairs };
    const result = readRegister(reading, context);
    results.push(result);
    const fresh = result.added.map((posting): Posting => ({ ...posting, id: randomUUID(), posted: null }));
    const updated = new Map(result.updated.map((posting) => [posting.id, posting]));
    known = [...known.map((posting) => updated.get(posting.id) ?? posting), ...fresh];
    for (const posting of [...fresh, ...result.updated]) {
      const before = changed.get(posting.id)?.posted ?? posting.posted;
      changed.set(posting.id, { ...posting, posted: contentOf(session, posting.projectIds, before, today) });
    }
  }
  settleErrors(results, (one) => one.added.length + one.updated.length + one.known > 0);
  return {
    postings: [...changed.values()],
    tables: results.map(({ added, updated, ...rest }) => ({ added: added.length, updated: updated.length, ...rest })),
  };
}

/** Takes in the notices of a file. Errors (AppError): those of reading a spreadsheet; invalid-input with the problems. */
export async function importPostings(
  session: Session,
  path: string,
  { dryRun, ...options }: { today: string; dryRun: boolean; pairs: ReadonlyMap<number, string | null> },
): Promise<PostingsImport> {
  const { readings, remarks } = await readMoneySheets(session.planData(), path, 'notices');
  const { postings, tables } = planPostings(session, readings, options);
  const sum = (key: 'added' | 'updated' | 'known'): number => tables.reduce((total, one) => total + one[key], 0);
  const result: PostingsImport = {
    ...{ added: sum('added'), updated: sum('updated'), known: sum('known') },
    problems: [...remarks, ...tables.flatMap(({ problems }) => problems)],
  };
  assertTaken(result.problems);
  if (!dryRun && postings.length > 0) {
    const label = `导入“${basename(path)}”：新增公示登记 ${result.added} 条，更新 ${result.updated} 条`;
    session.change('notices.import', label, (tx) => {
      for (const posting of postings) tx.put('posting', posting.id, posting);
    });
  }
  return result;
}

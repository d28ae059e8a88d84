// A list of offices from a spreadsheet: a file is one undo step, and the same file again changes nothing.
import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { cellProblem } from '#shared/funds/sheet-rows.ts';
import { headerOf } from '#shared/import/header-words.ts';
import { kindLabel } from '#shared/import/kinds/sheet-kinds.ts';
import type { ImportProblem } from '#shared/import/preview.ts';
import type { TableReading } from '#shared/import/reading.ts';
import { headersOf, type ListId, type Said } from '#shared/lists/list-spec.ts';
import { LISTS } from '#shared/lists/lists.ts';
import { type ListReading, readList } from '#shared/lists/read-list.ts';
import type { RecordValue } from '#shared/records/kinds.ts';
import { type RecordImage, recordKey, recordsOf } from '#shared/records/records.ts';
import { assertTaken, readMoneySheets, settleErrors } from '../funds/read-sheets.ts';
import type { Session } from '../session.ts';

export interface ListImport {
  added: number;
  updated: number;
  known: number;
  problems: ImportProblem[];
}

/** What a table surely is by its words, when that is none of these lists. */
const OTHERS = new Set(['progress', 'funds', 'payments', 'notices', 'changes', 'assets', 'goals']);
/** Lists of places only: a table of tasks has 进展, one of 联农带农 has 项目名称 and 兑现. */
const OF_PLACES: ReadonlySet<ListId> = new Set<ListId>(['village-year', 'listed-place']);

function refusal<K extends ListId>(reading: TableReading, list: K): ListReading<K> | null {
  if (!OF_PLACES.has(list)) return null;
  const kind = reading.byWords?.kind ?? 'unknown';
  const hasProjects = reading.columns.some((column) => /项目名称$/.test(headerOf(column)));
  if (!OTHERS.has(kind) && !hasProjects) return null;
  const why = OTHERS.has(kind) ? `像${kindLabel(kind)}（${reading.byWords?.reason ?? ''}）` : '一行是一个项目';
  const words = `这张表${why}，不是${LISTS[list].name}，没有读入`;
  const problems = [cellProblem(reading, 'error', 'wrong-sheet', '', reading.title, words)];
  return { added: [], updated: [], known: 0, problems };
}

/** Takes in a file; with dryRun says what would come. Errors (AppError): those of reading a spreadsheet; invalid-input with the problems. */
export async function importList<K extends ListId>(
  session: Session,
  list: K,
  path: string,
  { dryRun, ...said }: Said & { dryRun: boolean },
): Promise<ListImport> {
  const data = session.planData();
  const { readings, remarks } = await readMoneySheets(data, path, 'indicators', headersOf(LISTS[list]));
  const known = new Map<string, RecordValue<K>>(recordsOf(data.records, list));
  const changed = new Map<string, RecordValue<K>>();
  const results = readings.map((reading) => {
    const result = refusal(reading, list) ?? readList(reading, LISTS[list], data, known, said);
    const fresh = result.added.map((value) => [randomUUID() as string, value] as const);
    for (const [id, value] of [...fresh, ...result.updated.map((one) => [one.id, one.value] as const)]) {
      known.set(id, value);
      changed.set(id, value);
    }
    return result;
  });
  settleErrors(results, (one) => one.added.length + one.updated.length + one.known > 0);
  const problems = [...remarks, ...results.flatMap((one) => one.problems)];
  // A look at a sheet shows all that stands against it.
  if (!dryRun) assertTaken(problems);
  const sum = (count: (one: ListReading<K>) => number): number => results.reduce((all, one) => all + count(one), 0);
  const [added, updated] = [sum((one) => one.added.length), sum((one) => one.updated.length)];
  if (!dryRun && changed.size > 0) {
    const { noun, measure } = LISTS[list];
    const label = `导入“${basename(path)}”：新增${noun} ${added} ${measure}，更新 ${updated} ${measure}`;
    session.change('lists.import', label, (tx) => {
      for (const [id, value] of changed)
        tx.put('record', recordKey(list, id), { kind: list, id, value } as RecordImage);
    });
  }
  return { added, updated, known: sum((one) => one.known), problems };
}

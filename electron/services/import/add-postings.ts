// 公示台账 among the tables of an import: what would be registered of it, told in the preview and written with the rest.
import type { Posting } from '#shared/domain/posting.ts';
import type { FileTable } from '#shared/import/build-preview.ts';
import type { ImportPreview } from '#shared/import/preview.ts';
import { localDay } from '#shared/values/local-time.ts';
import { planPostings } from '../postings/import-postings.ts';
import type { Session } from '../session.ts';

const isRegister = ({ reading }: FileTable): boolean => reading.kind === 'notices' && reading.keptRows.length > 0;

/** Says of each register what it would bring. One that cannot be read is kept as 来源, as it is said. */
export function addPostings(preview: ImportPreview, tables: readonly FileTable[], session: Session): void {
  const registers = tables.flatMap((table, index) => (isRegister(table) ? [{ table, index }] : []));
  if (registers.length === 0) return;
  const readings = registers.map(({ table }) => table.reading);
  const plans = planPostings(session, readings, { today: localDay(new Date()) }).tables;
  plans.forEach(({ problems, ...counts }, at) => {
    const index = registers[at]?.index ?? 0;
    const shown = preview.tables[index];
    if (shown) shown.postings = counts;
    for (const problem of problems) {
      const level = problem.level === 'error' ? 'warning' : problem.level;
      preview.problems.push({ ...problem, level, table: index });
    }
  });
}

/** The notices of an import as they are written; [] where it has no register. */
export function postingsToWrite(session: Session, tables: readonly FileTable[]): Posting[] {
  const readings = tables.filter(isRegister).map(({ reading }) => reading);
  return readings.length === 0 ? [] : planPostings(session, readings, { today: localDay(new Date()) }).postings;
}

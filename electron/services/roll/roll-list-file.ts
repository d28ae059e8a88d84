// Writes the 结转清单 as .xlsx or .docx.
import { writeTables } from '#electron/excel/write/tables.ts';
import type { RollReport } from '#shared/contract/methods/roll.ts';
import { periodName } from '#shared/domain/reference.ts';
import { rollTable } from '#shared/roll/roll-list.ts';

/**
 * Writes the projects that are taken over, by the ending of `target`. Returns what could not be written whole. Throws AppError
 * `cannot-write` or `disk-full`.
 */
export async function writeRollList(target: string, report: RollReport): Promise<string[]> {
  const { region, oldPeriod, period, lines, notes } = report;
  const title = `${region}${periodName(oldPeriod)}项目结转${periodName(period)}清单`;
  const table = rollTable(
    title,
    lines.filter(({ isTaken }) => isTaken),
    notes,
  );
  if (!target.toLowerCase().endsWith('.docx')) return writeTables(target, [table]);
  const { writeTablesDocument } = await import('#electron/word/tables.ts');
  await writeTablesDocument(target, [table]);
  return [];
}

// Writes the 结转清单 as .xlsx, .docx or .pdf.
import type { RollReport } from '#shared/contract/methods/roll.ts';
import { periodName } from '#shared/domain/reference.ts';
import { rollTable } from '#shared/roll/roll-list.ts';
import { writeTablesFile } from '../write-tables.ts';

/**
 * Writes the projects that are taken over, by the ending of `target`. Returns what could not be written whole. Throws AppError
 * `cannot-write` or `disk-full`.
 */
export async function writeRollList(target: string, report: RollReport): Promise<string[]> {
  const { region, oldPeriod, period, lines, notes } = report;
  const title = `${region}${periodName(oldPeriod)}项目结转${periodName(period)}清单`;
  const taken = lines.filter(({ isTaken }) => isTaken);
  return writeTablesFile(target, { region, title, tables: [rollTable(title, taken, notes)] });
}

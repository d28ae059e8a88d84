// The day that a county's list speaks of: its lines above and below the table, the names of sheet and file.
import type { Day } from '../domain/execution.ts';
import { readAsOf } from '../funds/read-as-of.ts';
import type { TableReading } from '../import/reading.ts';
import { cellText } from '../sheet/sheet-view.ts';
import { parseDay } from '../values/parse-day.ts';

/** Lines looked at above the header, and below the last project. */
const ABOVE = 8;
const BELOW = 6;
/** 上报20261120.xlsx */
const DIGITS = /(?<!\d)(20\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?!\d)/;

/** null where nothing names a day. */
export function reportDay(
  { source, headerRows, projects, sheet }: Pick<TableReading, 'source' | 'headerRows' | 'projects' | 'sheet'>,
  file: string,
): Day | null {
  const [header = 1] = headerRows;
  const last = projects.at(-1)?.row ?? header;
  const titles = source.rows
    .filter(({ row }) => (row < header && row >= header - ABOVE) || (row > last && row <= last + BELOW))
    .flatMap(({ cells }) => cells.map(cellText));
  const said = readAsOf({ titles, headers: [] });
  if (said.kind === 'day') return said.day;
  const named = readAsOf({ titles: [sheet, file], headers: [] });
  if (named.kind === 'day') return named.day;
  return parseDay(DIGITS.exec(`${sheet} ${file}`)?.[1] ?? '') ?? null;
}

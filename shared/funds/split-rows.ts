// A project on several rows of a monthly sheet, one for each fund or paper: its figures are the sums of them. Rows that do
// not say what tells them apart are no parts.
import { headerOf } from '../import/header-words.ts';
import type { ReadColumn, TableReading } from '../import/reading.ts';
import { viewSheet } from '../sheet/sheet-view.ts';
import { compactText } from '../values/fold-text.ts';
import type { MatchedLine } from './match-lines.ts';
import type { MonthKey } from './month-columns.ts';
import type { SheetColumns, SheetLine } from './sheet-rows.ts';

const FUND = /资金(?:来源|名称|类别|性质|渠道|批次)|级次|批次|文号|指标/;

export interface SplitRows {
  /** The rows of a project in order, by its id; a project on one row is not in it. */
  rows: ReadonlyMap<string, readonly SheetLine<MonthKey>[]>;
  /** The column that tells them apart; null: no project is split. */
  column: ReadColumn | null;
}

export function splitRows(
  reading: TableReading,
  { others }: SheetColumns<MonthKey>,
  matched: readonly MatchedLine<MonthKey>[],
): SplitRows {
  const none: SplitRows = { rows: new Map(), column: null };
  const funds = others.filter((column) => !column.isNumeric && FUND.test(headerOf(column)));
  if (funds.length === 0) return none;
  const view = viewSheet(reading.source);
  const groups = Map.groupBy(
    matched.filter(({ project }) => project !== null),
    ({ project }) => project?.id ?? '',
  );
  for (const column of funds) {
    const rows = new Map<string, readonly SheetLine<MonthKey>[]>();
    for (const [id, group] of groups) {
      if (group.length < 2) continue;
      const told = group.map(({ line }) => compactText(view.seenText(line.row, column.column)));
      const isApart = told.every((text) => text !== '') && new Set(told).size === told.length;
      if (isApart)
        rows.set(
          id,
          group.map(({ line }) => line),
        );
    }
    if (rows.size > 0) return { rows, column };
  }
  return none;
}

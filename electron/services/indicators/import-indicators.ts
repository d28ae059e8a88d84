// 指标 and their values by year from spreadsheets; a file is one undo step, and the same file again adds nothing.
import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { IndicatorValue } from '#shared/domain/indicator.ts';
import { cellProblem } from '#shared/funds/sheet-rows.ts';
import { kindLabel } from '#shared/import/kinds/sheet-kinds.ts';
import type { ImportProblem } from '#shared/import/preview.ts';
import type { TableReading } from '#shared/import/reading.ts';
import { type IndicatorReading, type RowChoice, readIndicatorSheet } from '#shared/indicators/read-sheet.ts';
import { valuesOf } from '#shared/indicators/rows.ts';
import { indicatorsOf } from '#shared/tables/indicators.ts';
import { assertTaken, readMoneySheets, settleErrors } from '../funds/read-sheets.ts';
import type { Session } from '../session.ts';
import { indicatorImage, valueImage } from './edit-indicators.ts';

export interface IndicatorsImport {
  added: number;
  updated: number;
  values: number;
  /** Values that stood there already. */
  known: number;
  problems: ImportProblem[];
}

export interface IndicatorsChoices {
  year: number | null;
  pairs: ReadonlyMap<number, RowChoice>;
  dryRun: boolean;
}

/** What a table surely is by its words, when that is no table of indicators. */
const OTHERS = new Set(['progress', 'funds', 'payments', 'notices', 'changes', 'assets', 'goals']);

function refusal(reading: TableReading): IndicatorReading | null {
  const kind = reading.byWords?.kind ?? 'unknown';
  if (!OTHERS.has(kind)) return null;
  const words = `这张表像${kindLabel(kind)}（${reading.byWords?.reason ?? ''}），不是指标表，没有读入`;
  const problems = [cellProblem(reading, 'error', 'wrong-sheet', '', reading.title, words)];
  return { indicators: [], added: [], updated: [], values: [], known: 0, problems };
}

/** Takes in a file; with dryRun says what would come. Errors (AppError): those of reading a spreadsheet; invalid-input with the problems. */
export async function importIndicators(
  session: Session,
  path: string,
  { year, pairs, dryRun }: IndicatorsChoices,
): Promise<IndicatorsImport> {
  const data = session.planData();
  const { readings, remarks } = await readMoneySheets(data, path, 'indicators');
  let indicators = indicatorsOf(data);
  const values = new Map([...valuesOf(data)].map(([id, own]) => [id, new Map(own)]));
  const results: IndicatorReading[] = [];
  const read = new Map<string, IndicatorValue>();
  for (const reading of readings) {
    const context = { plan: data.plan, indicators, values, pairs, year, newId: () => `own-${randomUUID()}` };
    const refused = refusal(reading);
    const result = refused ?? readIndicatorSheet(reading, context);
    results.push(result);
    if (refused) continue;
    indicators = result.indicators;
    for (const value of result.values) {
      const own = values.get(value.indicatorId) ?? new Map<number, IndicatorValue>();
      own.set(value.year, value);
      values.set(value.indicatorId, own);
      read.set(`${value.indicatorId}@${value.year}`, value);
    }
  }
  settleErrors(
    results,
    (one) => one.added.length + one.updated.length + one.values.length + one.known > 0 && !hasNear(one),
  );
  const problems = [...remarks, ...results.flatMap((one) => one.problems)];
  // A look at a sheet shows all that stands against it.
  if (!dryRun) assertTaken(problems);
  const added = new Set(results.flatMap((one) => one.added));
  const updated = new Set(results.flatMap((one) => one.updated).filter((id) => !added.has(id)));
  const changed = indicators.filter(({ id }) => added.has(id) || updated.has(id));
  if (!dryRun && changed.length + read.size > 0) {
    const label = `导入“${basename(path)}”：新增指标 ${added.size} 个，实际值 ${read.size} 个`;
    session.change('indicators.import', label, (tx) => {
      for (const { key, image } of [...changed.map(indicatorImage), ...[...read.values()].map(valueImage)])
        tx.put('record', key, image);
    });
  }
  return {
    ...{ added: added.size, updated: updated.size, values: read.size },
    known: results.reduce((sum, one) => sum + one.known, 0),
    problems,
  };
}

/** A question about a name is never passed over. */
function hasNear({ problems }: IndicatorReading): boolean {
  return problems.some(({ code }) => code === 'indicator-near');
}

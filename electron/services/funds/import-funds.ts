// 资金批次 and 分配明细 from spreadsheets; each file one undo step.
import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { FundBatch } from '#shared/domain/execution.ts';
import { type BatchReading, newBatchId, readBatches } from '#shared/funds/read-batches.ts';
import { batchNamed, type LineReading, readLines } from '#shared/funds/read-lines.ts';
import type { ImportProblem } from '#shared/import/preview.ts';
import { AppError } from '#shared/values/app-error.ts';
import { formatWanFull, toFen } from '#shared/values/money.ts';
import type { AmountUnit } from '#shared/values/parse-amount.ts';
import type { Session } from '../session.ts';
import { assertTaken, readMoneySheets, settleErrors } from './read-sheets.ts';

export interface FundsImport {
  added: number;
  /** In the workbook already. */
  known: number;
  amountFen: number;
  problems: ImportProblem[];
}

const sumOf = (facts: readonly { amountFen: number }[]): number =>
  facts.reduce((sum, { amountFen }) => sum + amountFen, 0);

/** Takes in the batches of a file that are not there yet. Errors (AppError): invalid-input with the problems. */
export async function importBatches(
  session: Session,
  path: string,
  { unit, columns, dryRun }: { unit: AmountUnit | null; columns: readonly string[]; dryRun: boolean },
): Promise<FundsImport> {
  const data = session.planData();
  const { readings, remarks } = await readMoneySheets(data, path, 'funds');
  const known: FundBatch[] = [...session.execution().batches];
  const results: BatchReading[] = [];
  for (const reading of readings) {
    const context = { plan: data.plan, fundSources: data.reference.fundSources, known, projects: data.projects };
    const result = readBatches(reading, context, { unit, columns });
    results.push(result);
    known.push(...result.batches.map((batch, index) => ({ ...batch, id: newBatchId(results.length, index) })));
  }
  settleErrors(results, ({ batches, known: there }) => batches.length + there > 0);
  const problems = [...remarks, ...results.flatMap((one) => one.problems)];
  assertTaken(problems);
  const added = results.flatMap(({ batches }) => batches.map((batch): FundBatch => ({ ...batch, id: randomUUID() })));
  if (!dryRun && added.length > 0) {
    const label = `导入“${basename(path)}”：${added.length} 个资金批次，${formatWanFull(toFen(sumOf(added)))} 万元`;
    session.change('funds.import', label, (tx) => {
      for (const batch of added) tx.put('fundBatch', batch.id, batch);
    });
  }
  return {
    added: added.length,
    known: results.reduce((sum, one) => sum + one.known, 0),
    amountFen: sumOf(added),
    problems,
  };
}

/** Takes in an allocation; what a batch gives to a project already is counted. Errors as importBatches. */
export async function importLines(
  session: Session,
  path: string,
  options: {
    unit: AmountUnit | null;
    columns: readonly string[];
    batch: string | null;
    dryRun: boolean;
    pairs: ReadonlyMap<number, string | null>;
  },
): Promise<FundsImport> {
  const data = session.planData();
  const execution = session.execution();
  if (execution.batches.length === 0) {
    throw new AppError('invalid-input', '还没有资金批次，不知道分的是哪一笔钱。请先录入或导入资金批次（指标文）。');
  }
  const named = options.batch === null ? null : batchNamed(options.batch, execution.batches);
  const { readings, remarks } = await readMoneySheets(data, path, 'funds');
  let now = execution;
  const results: LineReading[] = [];
  for (const reading of readings) {
    const result = readLines(data, now, reading, {
      batchId: named?.id ?? null,
      unit: options.unit,
      pairs: options.pairs,
      columns: options.columns,
    });
    results.push(result);
    now = {
      ...now,
      lines: [...now.lines, ...result.lines.map((line, index) => ({ ...line, id: `new:${results.length}:${index}` }))],
    };
  }
  settleErrors(results, ({ lines, known }) => lines.length + known > 0);
  const problems = [...remarks, ...results.flatMap((one) => one.problems)];
  assertTaken(problems);
  const added = results.flatMap(({ lines }) => lines);
  if (!options.dryRun && added.length > 0) {
    const label = `导入“${basename(path)}”：分配 ${added.length} 笔，${formatWanFull(toFen(sumOf(added)))} 万元`;
    session.change('funds.allocate', label, (tx) => {
      for (const line of added) {
        const id = randomUUID();
        tx.put('fundLine', id, { ...line, id });
      }
    });
  }
  return {
    added: added.length,
    known: results.reduce((sum, one) => sum + one.known, 0),
    amountFen: sumOf(added),
    problems,
  };
}

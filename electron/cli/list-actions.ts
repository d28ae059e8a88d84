// What the commands on lists (tasks, villages, places, linkage, basis) have in common: reading a file, writing a form,
// printing rows.
import type { ListId } from '#shared/lists/list-spec.ts';
import { LISTS } from '#shared/lists/lists.ts';
import type { ReportChoice } from '#shared/reports/report.ts';
import { tableJson } from '#shared/tables/table-json.ts';
import { AppError } from '#shared/values/app-error.ts';
import { type CommandContext, type CommandResult, operand, requireEnding, UsageError } from './command.ts';
import { sayProblems, statusOf } from './fund-options.ts';
import { problemsOf } from './funds.ts';
import { printTable } from './print-table.ts';
import { REPORT_ENDINGS, writeReport } from './report-out.ts';

/** The year of --year; null where it is not given. */
export function yearOption({ args }: Pick<CommandContext, 'args'>): number | null {
  const text = args.text('year');
  if (text === undefined) return null;
  if (!/^(?:19|20)\d{2}年?$/.test(text)) throw new UsageError(`选项 --year 应为年份，如 2024，不能是“${text}”。`);
  return Number(text.slice(0, 4));
}

export async function importSheet(context: CommandContext, list: ListId): Promise<CommandResult> {
  const { args, backend, say } = context;
  const dryRun = args.flag('dry-run');
  const { token } = backend.grant(operand(context, 2));
  const said = list === 'village-year' ? { year: yearOption(context) } : {};
  const name = list === 'listed-place' ? args.text('list') : undefined;
  await backend.open(operand(context, 0), dryRun ? 'read' : 'change');
  const { noun, measure } = LISTS[list];
  try {
    const asked = { list, token, dryRun, ...said, ...(name === undefined ? {} : { name }) };
    const { added, updated, known, problems } = await backend.call('lists.import', asked);
    sayProblems(say, problems);
    say(
      `${dryRun ? '试读，没有写入：' : ''}新增${noun} ${added} ${measure}，更新 ${updated} ${measure}，没有变化 ${known} ${measure}。`,
    );
    return { status: statusOf(problems), value: { added, updated, known, problems, committed: !dryRun } };
  } catch (error) {
    const problems = problemsOf(error);
    if (problems === null) throw error;
    sayProblems(say, problems);
    say('没有读入任何内容。');
    return { status: 1, value: { added: 0, updated: 0, known: 0, problems, committed: false } };
  }
}

/** Writes a report to the file that was named, or prints its tables. An empty list prints as no table, and is told. */
export async function giveReport(
  context: CommandContext,
  report: ReportChoice,
  out: string | undefined,
  intent: 'read' | 'change' = 'read',
): Promise<CommandResult> {
  const { backend, print, say } = context;
  if (out !== undefined) requireEnding(out, REPORT_ENDINGS);
  await backend.open(operand(context, 0), intent);
  if (out !== undefined) await writeReport(context, out, report);
  try {
    const { tables } = await backend.call('report.tables', { report });
    if (out === undefined) for (const table of tables) printTable(print, table);
    return { status: 0, value: { tables: tables.map(tableJson) } };
  } catch (error) {
    if (!(error instanceof AppError) || out !== undefined) throw error;
    say(error.message);
    return { status: 0, value: { tables: [] } };
  }
}

// xianjie import with workbooks of counties: they are taken into that of the office above.
import { countyLine } from '#shared/city/county-preview.ts';
import { wanText } from '#shared/values/money.ts';
import { type CommandContext, type CommandResult, operand, UsageError } from './command.ts';

/** Options that speak of sheets. */
const OF_SHEETS = ['sheet', 'kind', 'classes', 'own-columns', 'mapping', 'pair', 'marked'];

export function isWorkbook(file: string): boolean {
  return file.toLowerCase().endsWith('.xianjie');
}

/** Throws UsageError for sheets among the workbooks, and for options that speak of sheets. */
export async function importWorkbooks(context: CommandContext): Promise<CommandResult> {
  const { args, backend, say } = context;
  const files = args.positionals.slice(1);
  if (!files.every(isWorkbook)) throw new UsageError('工作簿（.xianjie）和表格请分两次导入。');
  const odd = OF_SHEETS.find((name) => args.texts(name).length > 0);
  if (odd !== undefined) throw new UsageError(`--${odd} 只用于表格，导入工作簿（.xianjie）时不能用。`);
  const mode = args.text('mode');
  if (mode !== undefined && mode !== 'replace')
    throw new UsageError('导入工作簿（.xianjie）总是替换它那个县的项目，--mode 只能是 replace。');
  const regionCode = args.text('region');
  if (regionCode !== undefined && files.length > 1) throw new UsageError('--region 只能用于一个工作簿。');
  const dryRun = args.flag('dry-run');
  await backend.open(operand(context, 0), dryRun ? 'read' : 'change');
  const result = await backend.call('city.take', {
    tokens: files.map((file) => backend.grant(file).token),
    dryRun,
    ...(regionCode === undefined ? {} : { regionCode }),
    // A mode that was written down means it, older or not.
    force: mode === 'replace',
  });
  for (const { level, message } of result.problems) say(`【${level === 'error' ? '错误' : '提示'}】${message}`);
  for (const county of result.counties) say(countyLine(county));
  const { before, after } = result;
  say(
    dryRun
      ? '试读完成，没有写入。'
      : `项目表由 ${before.projects} 个、${before.totalWan} 万元变为 ${after.projects} 个、${after.totalWan} 万元。`,
  );
  return {
    status: result.problems.some(({ level }) => level === 'error') ? 1 : 0,
    value: {
      counties: result.counties,
      problems: result.problems,
      unmapped: result.unmapped.map(({ fen, ...one }) => ({ ...one, totalWan: wanText(fen) })),
      withdrawn: result.withdrawn,
      listBefore: before,
      listProjects: after.projects,
      listTotalWan: after.totalWan,
      committed: !dryRun,
    },
  };
}

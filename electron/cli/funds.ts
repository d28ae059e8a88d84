// xianjie funds: fund batches, taken in from lists of papers and allocated to projects.
import type { FundsImported } from '#shared/contract/methods/funds.ts';
import { batchName } from '#shared/domain/execution.ts';
import { batchNamed } from '#shared/funds/read-lines.ts';
import { AppError } from '#shared/values/app-error.ts';
import { toFen, wanText } from '#shared/values/money.ts';
import {
  type Command,
  type CommandContext,
  type CommandResult,
  choose,
  operand,
  requireEnding,
  UsageError,
} from './command.ts';
import {
  AS_OF,
  asOfOption,
  COLUMN,
  columnOption,
  DRY_RUN,
  isoToday,
  sayProblems,
  statusOf,
  UNIT,
  unitOption,
} from './fund-options.ts';
import { REPORT_ENDINGS, writeReport } from './report-out.ts';

const ACTIONS = ['list', 'import', 'allocate', 'ledger'] as const;

export const FUNDS: Command = {
  name: 'funds',
  operands: 'WORKBOOK [list|import FILE|allocate FILE|ledger OUT]',
  count: [1, 3],
  summary: '资金批次（指标文）和分配到项目的资金',
  details: [
    'list 列出批次：编号、年度、资金来源、上级文号、本级文号、金额、已分配、未分配、已支付（万元）。',
    'import 读入指标文清单：文号、日期、资金名称、级次、金额、用途等列；已有的批次不重复录入，收回的金额为负。',
    'allocate 读入资金分配表：一行一个项目，批次由“文号”列或 --batch 指定，也认以文号为表头的列；已分配的只记差额。',
    'ledger 把资金台账写成 .xlsx、.docx 或 .pdf：每个批次一张，或用 --batch 指定一个；最后的余额是还没有支付的。',
    '计划表的总投资、来源和年度数不受影响。',
  ],
  options: {
    'as-of': AS_OF,
    batch: { type: 'string', value: 'N', help: '哪一个批次（文号或编号）：allocate 没有“文号”列时，ledger 只要一个时' },
    unit: UNIT,
    column: COLUMN,
    'dry-run': DRY_RUN,
  },
  async run(context) {
    const { args, backend } = context;
    const action = choose(args.positionals[1], ACTIONS, '动作', 'list');
    if (action === 'list') return list(context);
    const file = args.positionals[2];
    if (file === undefined) throw new UsageError('缺少文件的名字。');
    if (action === 'ledger') return ledger(context, file);
    const dryRun = args.flag('dry-run');
    await backend.open(operand(context, 0), dryRun ? 'read' : 'change');
    const { token } = backend.grant(file);
    const input = { token, unit: unitOption(args), columns: columnOption(args), dryRun };
    return taken(context, action, () =>
      action === 'import'
        ? backend.call('funds.import', input)
        : backend.call('funds.allocate', { ...input, batch: args.text('batch') ?? null }),
    );
  },
};

async function taken(
  { say, args }: CommandContext,
  action: 'import' | 'allocate',
  run: () => Promise<FundsImported>,
): Promise<CommandResult> {
  try {
    const { added, known, amountFen, problems } = await run();
    sayProblems(say, problems);
    const what = action === 'import' ? '个资金批次' : '笔分配';
    say(
      `${args.flag('dry-run') ? '试看，没有写入：' : ''}新增 ${added} ${what}，${wanText(toFen(amountFen))} 万元；已有 ${known} ${what.slice(0, 1)}。`,
    );
    return { status: statusOf(problems), value: { added, known, amountWan: wanText(toFen(amountFen)), problems } };
  } catch (error) {
    const problems = problemsOf(error);
    if (problems === null) throw error;
    sayProblems(say, problems);
    say('没有读入任何内容。');
    return { status: 1, value: { added: 0, known: 0, amountWan: '0', problems } };
  }
}

/** The problems that a refusal carries; null for another failure. */
export function problemsOf(error: unknown): FundsImported['problems'] | null {
  const details =
    error instanceof AppError ? (error.details as { problems?: FundsImported['problems'] } | undefined) : undefined;
  return details?.problems ?? null;
}

async function ledger(context: CommandContext, out: string): Promise<CommandResult> {
  const { args, backend } = context;
  requireEnding(out, REPORT_ENDINGS);
  await backend.open(operand(context, 0), 'read');
  const asOf = asOfOption(args) ?? isoToday(context);
  const wanted = args.text('batch');
  const { batches } = await backend.call('funds.read', { asOf: '2100-12-31' });
  const batchId =
    wanted === undefined
      ? null
      : batchNamed(
          wanted,
          batches.map(({ batch }) => batch),
        ).id;
  await writeReport(context, out, { kind: 'ledger', batchId, asOf });
  return { status: 0, value: { file: out, asOf, batches: batchId === null ? batches.length : 1 } };
}

async function list(context: CommandContext): Promise<CommandResult> {
  const { args, backend, print, say } = context;
  await backend.open(operand(context, 0), 'read');
  const { asOf, batches } = await backend.call('funds.read', { asOf: asOfOption(args) ?? isoToday(context) });
  const entries = batches.map(({ batch, allocatedFen, unallocatedFen, paidFen, projects }) => ({
    id: batch.id,
    year: batch.year,
    source: batch.sourceText,
    kind: batch.kind,
    direction: batch.direction,
    upperNumber: batch.upperNumber,
    ownNumber: batch.ownNumber,
    name: batchName(batch),
    amountWan: wanText(batch.amountFen),
    allocatedWan: wanText(allocatedFen),
    unallocatedWan: wanText(unallocatedFen),
    paidWan: wanText(paidFen),
    projects,
  }));
  for (const one of entries) {
    print(
      [
        one.id,
        one.year,
        one.source,
        one.upperNumber,
        one.ownNumber,
        one.amountWan,
        one.allocatedWan,
        one.unallocatedWan,
        one.paidWan,
      ].join('\t'),
    );
  }
  say(entries.length === 0 ? '还没有资金批次。' : `共 ${entries.length} 个资金批次，截至 ${asOf}。`);
  return { status: 0, value: { asOf, batches: entries } };
}

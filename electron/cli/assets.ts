// xianjie assets: the register of what projects left behind.
import { type Asset, assetStage } from '#shared/domain/asset.ts';
import { tableJson } from '#shared/tables/table-json.ts';
import { toFen, wanText } from '#shared/values/money.ts';
import { type Command, type CommandContext, type CommandResult, choose, operand, requireEnding } from './command.ts';
import { AS_OF, asOfOption, DRY_RUN, isoToday, sayProblems, statusOf } from './fund-options.ts';
import { problemsOf } from './funds.ts';
import { printTable } from './print-table.ts';
import { REPORT_ENDINGS, writeReport } from './report-out.ts';

const ACTIONS = ['list', 'import', 'export', 'propose', 'summary', 'handover'] as const;

export const ASSETS: Command = {
  name: 'assets',
  operands: 'WORKBOOK [list|import FILE|export FILE|propose|summary|handover]',
  count: [1, 3],
  summary: '资产台账：项目形成的资产、确权、移交、管护和处置',
  details: [
    'list（默认）列出资产：编号、项目、名称、类别、坐落、原值（万元）、所有权人、进展。',
    'import 读入资产台账：资产编号、项目名称、资产名称、类别、坐落、数量、购建时间、原值、资金来源、所有权人、确权、移交、管护等列；已登记的按编号或项目、名称、坐落认出来，表上写了的更新，空着的不动。',
    'export 写台账，--place 只要一个乡镇或村的；summary 按类别和所有权人汇总；handover 列移交清单，不含已处置的。',
    'propose 列出已验收、还没有登记资产的项目；--take 把它们登记下来。',
  ],
  options: {
    'as-of': AS_OF,
    place: { type: 'string', value: 'NAME', help: 'export、handover：只要这个乡镇或村的；村名有重的写乡镇加村' },
    out: { type: 'string', value: 'FILE', help: 'summary、handover：另写成 .xlsx、.docx 或 .pdf' },
    take: { type: 'boolean', help: 'propose：登记下来' },
    'dry-run': DRY_RUN,
  },
  run(context) {
    const action = choose(context.args.positionals[1], ACTIONS, '动作', 'list');
    if (action === 'import') return importLedger(context);
    if (action === 'propose') return propose(context);
    return action === 'list' ? list(context) : write(context, action);
  },
};

async function list(context: CommandContext): Promise<CommandResult> {
  const { args, backend, print, say } = context;
  await backend.open(operand(context, 0), 'read');
  const asOf = asOfOption(args) ?? isoToday(context);
  const { rows, originalFen, unregistered } = await backend.call('assets.list', { asOf });
  const assets = rows.map(({ asset, projects, stage }) => ({ ...jsonOf(asset, projects), stage }));
  for (const one of assets) {
    const { code, projects, name, class: kind, town, village, originalWan, owner, stage } = one;
    print([code, projects.join('、'), name, kind ?? '', town, village, originalWan ?? '', owner, stage].join('\t'));
  }
  const originalWan = wanText(toFen(originalFen));
  say(`共 ${assets.length} 项资产，原值 ${originalWan} 万元。`);
  if (unregistered > 0) say(`另有 ${unregistered} 个已验收的项目没有登记资产（xianjie assets 工作簿 propose 列出）。`);
  return { status: 0, value: { assets, count: assets.length, originalWan, unregistered } };
}

async function importLedger(context: CommandContext): Promise<CommandResult> {
  const { args, backend, say } = context;
  const dryRun = args.flag('dry-run');
  const { token } = backend.grant(operand(context, 2));
  await backend.open(operand(context, 0), dryRun ? 'read' : 'change');
  try {
    const { added, updated, known, problems } = await backend.call('assets.import', { token, dryRun });
    sayProblems(say, problems);
    say(`${dryRun ? '试读，没有写入：' : ''}新增资产 ${added} 项，更新 ${updated} 项，没有变化 ${known} 项。`);
    return { status: statusOf(problems), value: { added, updated, known, problems, committed: !dryRun } };
  } catch (error) {
    const problems = problemsOf(error);
    if (problems === null) throw error;
    sayProblems(say, problems);
    say('没有读入任何内容。');
    return { status: 1, value: { added: 0, updated: 0, known: 0, problems, committed: false } };
  }
}

async function write(context: CommandContext, action: 'export' | 'summary' | 'handover'): Promise<CommandResult> {
  const { args, backend, print } = context;
  const out = action === 'export' ? operand(context, 2) : args.text('out');
  if (out !== undefined) requireEnding(out, REPORT_ENDINGS);
  await backend.open(operand(context, 0), 'read');
  const asOf = asOfOption(args) ?? isoToday(context);
  const report =
    action === 'summary'
      ? ({ kind: 'assets-summary', asOf } as const)
      : ({
          kind: action === 'export' ? 'assets' : 'assets-handover',
          place: args.text('place') ?? null,
          asOf,
        } as const);
  if (out !== undefined) await writeReport(context, out, report);
  const { tables } = await backend.call('report.tables', { report });
  if (out === undefined) for (const table of tables) printTable(print, table);
  return { status: 0, value: { tables: tables.map(tableJson) } };
}

async function propose(context: CommandContext): Promise<CommandResult> {
  const { args, backend, print, say } = context;
  const take = args.flag('take');
  await backend.open(operand(context, 0), take ? 'change' : 'read');
  const { assets } = await backend.call('assets.propose', { asOf: asOfOption(args) ?? isoToday(context), take });
  const shown = assets.map((asset) => jsonOf(asset, [asset.name]));
  for (const { name, town, village, builtAt, originalWan } of shown)
    print([name, town, village, builtAt ?? '', originalWan ?? ''].join('\t'));
  say(take ? `登记了 ${assets.length} 项资产。` : `${assets.length} 个已验收的项目还没有登记资产。`);
  return { status: 0, value: { assets: shown, count: shown.length, taken: take } };
}

function jsonOf({ originalFen, byFund, netFen, disposal, ...asset }: Asset, projects: readonly string[]) {
  const wanOf = (fen: number | null): string | null => (fen === null ? null : wanText(toFen(fen)));
  const { incomeFen = null, ...ending } = disposal ?? {};
  return {
    ...asset,
    projects: projects.length > 0 ? projects : asset.projectText === '' ? [] : [asset.projectText],
    originalWan: wanOf(originalFen),
    byFund: Object.fromEntries(Object.entries(byFund).map(([id, fen]) => [id, wanOf(fen)])),
    netWan: wanOf(netFen),
    disposal: disposal === null ? null : { ...ending, incomeWan: wanOf(incomeFen) },
    stage: assetStage({ ...asset, originalFen, byFund, netFen, disposal }, null),
  };
}

// xianjie indicators: the plan's indicators, what came of them by year, and how far they are.
import type { IndicatorsImported, IndicatorsRead } from '#shared/contract/methods/indicators.ts';
import { VALUE_STATES } from '#shared/domain/indicator.ts';
import { statusWords } from '#shared/indicators/indicator-table.ts';
import { parseDay } from '#shared/values/parse-day.ts';
import {
  type Command,
  type CommandContext,
  type CommandResult,
  choose,
  operand,
  requireEnding,
  UsageError,
} from './command.ts';
import { DRY_RUN, sayProblems, statusOf } from './fund-options.ts';
import { problemsOf } from './funds.ts';
import { REPORT_ENDINGS, REPORT_OUT, writeReport } from './report-out.ts';

const ACTIONS = ['list', 'import', 'set', 'judge', 'adopt'] as const;

export const INDICATORS: Command = {
  name: 'indicators',
  operands: 'WORKBOOK [list|import FILE|set NO YEAR VALUE|judge|adopt WORKBOOK]',
  count: [1, 5],
  summary: '规划指标：基期、目标、各年实际值和完成情况',
  details: [
    'list 列出指标：序号、名称、单位、属性、基期值、目标值、各年实际值。',
    'import 读入指标表：指标、单位、属性、基期、目标和各年实际值等列，列的次序不限，也认一行一年的；按名称对应，已填而不同的不覆盖，列出。',
    'set 填一个实际值：序号（list 的第一列）、年份、数值；数值写 - 清空。',
    'judge 判断 --year 那一年的完成情况：时序进度应达、实际值、已达终期目标、达到进度、滞后、下降、无法判断；最后一年为完成、未完成。',
    '有约束性指标到期未完成的，退出状态为 1。不是数的文字照存，判为“无法判断”，不作 0 计。',
    'adopt 采用上级工作簿的指标：名称、单位、属性、目标，基期留空；已有的不重复。',
  ],
  options: {
    year: {
      type: 'string',
      value: 'Y',
      help: 'judge：哪一年，默认最近有实际值的一年；import：表头没有写年份的实际值是哪一年的',
    },
    pair: {
      type: 'string',
      multiple: true,
      value: 'ROW=NO',
      help: 'import：表的第几行是第几个指标（new 新指标，skip 不读）；可写几次',
    },
    state: { type: 'string', value: '初步|核定', help: 'set：是初步数还是核定数，默认初步' },
    source: { type: 'string', value: 'TEXT', help: 'set：数据来源' },
    date: { type: 'string', value: 'D', help: 'set：数据的日期' },
    note: { type: 'string', value: 'TEXT', help: 'set：未完成的原因及措施' },
    out: { ...REPORT_OUT, help: 'list、judge：另写成 .xlsx、.docx 或 .pdf' },
    'dry-run': DRY_RUN,
  },
  async run(context) {
    const action = choose(context.args.positionals[1], ACTIONS, '动作', 'list');
    if (action === 'import') return take(context);
    if (action === 'set') return set(context);
    if (action === 'adopt') return adopt(context);
    return action === 'judge' ? judge(context) : list(context);
  },
};

function yearOption({ args }: Pick<CommandContext, 'args'>): number | null {
  const text = args.text('year');
  return text === undefined ? null : yearIn(text, '选项 --year ');
}

function yearIn(text: string, what: string): number {
  if (!/^(?:19|20)\d{2}年?$/.test(text)) throw new UsageError(`${what}应为年份，如 2023，不能是“${text}”。`);
  return Number(text.slice(0, 4));
}

async function read(context: CommandContext): Promise<IndicatorsRead> {
  const { args, backend } = context;
  const out = args.text('out');
  if (out !== undefined) requireEnding(out, REPORT_ENDINGS);
  await backend.open(operand(context, 0), 'read');
  const year = yearOption(context);
  const view = await backend.call('indicators.read', { year });
  if (out !== undefined) await writeReport(context, out, { kind: 'indicators', year: view.year, asOf: null });
  return view;
}

async function list(context: CommandContext): Promise<CommandResult> {
  const { print, say } = context;
  const { rows, years } = await read(context);
  const entries = rows.map(({ indicator, values, judged }) => ({
    number: indicator.number,
    id: indicator.id,
    group: indicator.group,
    name: indicator.name,
    unit: indicator.unit,
    attribute: indicator.attribute,
    ...judged,
    baseYear: indicator.baseYear,
    base: indicator.baseValue,
    targetYear: indicator.targetYear,
    target: indicator.targetValue,
    targets: indicator.targets,
    department: indicator.department,
    inPlan: indicator.inPlan,
    values: Object.fromEntries(values.map(({ year, text }) => [year, text])),
    states: Object.fromEntries(values.map(({ year, state }) => [year, state])),
  }));
  for (const one of entries) {
    const { number, name, unit, attribute, base, target, values } = one;
    const cells = [
      number,
      name,
      unit ?? '',
      attribute,
      base ?? '——',
      target ?? '——',
      ...years.map((year) => values[year] ?? '——'),
    ];
    print(cells.join('\t'));
  }
  say(
    entries.length === 0 ? '还没有指标。可用 indicators 工作簿 import 读入指标表。' : `共 ${entries.length} 个指标。`,
  );
  return { status: 0, value: { years, indicators: entries } };
}

async function judge(context: CommandContext): Promise<CommandResult> {
  const { print, say } = context;
  const { rows, year } = await read(context);
  const entries = rows.map(({ indicator, judgement, judged }) => ({
    number: indicator.number,
    name: indicator.name,
    unit: indicator.unit,
    attribute: indicator.attribute,
    ...judged,
    expected: judgement.expected,
    actual: judgement.actual,
    status: judgement.status,
    gap: judgement.gap,
    reason: judgement.reason,
  }));
  for (const one of entries)
    print([one.number, one.name, one.expected ?? '——', one.actual ?? '——', statusWords(one)].join('\t'));
  const counts = new Map<string, number>();
  for (const { status } of entries) counts.set(status, (counts.get(status) ?? 0) + 1);
  const words = [...counts].map(([status, count]) => `${status} ${count}`).join('，');
  say(entries.length === 0 ? '还没有指标。' : `${year} 年：共 ${entries.length} 个指标，${words}。`);
  const failed = entries.some(({ status, attribute }) => status === '未完成' && attribute === '约束性');
  return { status: failed ? 1 : 0, value: { year, rows: entries } };
}

async function set(context: CommandContext): Promise<CommandResult> {
  const { args, backend, say } = context;
  const [, , number, yearText, ...rest] = args.positionals;
  const text = rest.join(' ');
  if (number === undefined || yearText === undefined || text === '')
    throw new UsageError('set 后面应写序号、年份、数值，如 indicators 工作簿 set 12 2023 67.6；清空写 -。');
  const year = yearIn(yearText, '年份');
  const dated = args.text('date');
  const date = dated === undefined ? undefined : parseDay(dated);
  if (dated !== undefined && date === undefined)
    throw new UsageError(`选项 --date 应为日期，如 2024-01-31，不能是“${dated}”。`);
  const state = args.text('state');
  await backend.open(operand(context, 0), 'change');
  const { rows } = await backend.call('indicators.read', { year });
  const row = rows.find(({ indicator }) => String(indicator.number) === number || indicator.id === number);
  if (!row) throw new UsageError(`没有序号为“${number}”的指标。用 xianjie indicators 工作簿 list 看序号。`);
  const said = {
    state: state === undefined ? undefined : choose(state, VALUE_STATES, 'state', '初步'),
    source: args.text('source'),
    date,
    note: args.text('note'),
  };
  const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  const typed = /^[-—]+$/.test(text) ? '' : text;
  const { changed } = await backend.call('indicators.set', {
    changes: [{ indicatorId: row.indicator.id, year, text: typed, ...given }],
  });
  const after = await backend.call('indicators.read', { year });
  const judgement = after.rows.find(({ indicator }) => indicator.id === row.indicator.id)?.judgement;
  const words = judgement ? statusWords(judgement) : '';
  say(
    `第 ${row.indicator.number} 个指标“${row.indicator.name}”${year} 年：${typed === '' ? '已清空' : typed}。${words}。`,
  );
  return {
    status: 0,
    value: { changed, number: row.indicator.number, name: row.indicator.name, year, text: typed, ...judgement },
  };
}

async function take(context: CommandContext): Promise<CommandResult> {
  const { args, backend, say } = context;
  const file = args.positionals[2];
  if (file === undefined) throw new UsageError('缺少电子表格文件的名字。');
  const dryRun = args.flag('dry-run');
  const year = yearOption(context);
  const wanted = args.texts('pair').map((text) => {
    const [, row, target] = /^(\d+)=(.+)$/.exec(text) ?? [];
    if (row === undefined || target === undefined)
      throw new UsageError(`选项 --pair 应写成 行号=序号、行号=new 或 行号=skip，不能是“${text}”。`);
    return { row, target: target.trim() };
  });
  await backend.open(operand(context, 0), dryRun ? 'read' : 'change');
  const { rows } = await backend.call('indicators.read', {});
  const pairs = Object.fromEntries(
    wanted.map(({ row, target }) => {
      if (target === 'new' || target === 'skip') return [row, target === 'new' ? 'new' : null];
      const found = rows.find(({ indicator }) => String(indicator.number) === target || indicator.id === target);
      if (!found) throw new UsageError(`--pair：没有序号为“${target}”的指标。`);
      return [row, found.indicator.id];
    }),
  );
  const { token } = backend.grant(file);
  try {
    const done = await backend.call('indicators.import', { token, year, pairs, dryRun });
    return told(context, done);
  } catch (error) {
    const problems = problemsOf(error);
    if (problems === null) throw error;
    sayProblems(say, problems);
    say('没有读入任何内容。');
    return { status: 1, value: { added: 0, updated: 0, values: 0, known: 0, problems } };
  }
}

function told({ say, args }: CommandContext, done: IndicatorsImported): CommandResult {
  const { added, updated, values, known, problems } = done;
  sayProblems(say, problems);
  const words = `新增指标 ${added} 个，补填 ${updated} 个，实际值 ${values} 个，已有 ${known} 个`;
  say(`${args.flag('dry-run') ? '试看，没有写入：' : ''}${words}。`);
  return { status: statusOf(problems), value: done };
}

async function adopt(context: CommandContext): Promise<CommandResult> {
  const { args, backend, say } = context;
  const file = args.positionals[2];
  if (file === undefined) throw new UsageError('缺少上级工作簿文件的名字。');
  await backend.open(operand(context, 0), 'change');
  const { token } = backend.grant(file);
  const { added, known, names } = await backend.call('indicators.adopt', { token });
  say(`采用 ${added} 个指标，已有 ${known} 个；基期值留空，请填写。`);
  return { status: 0, value: { added, known, names } };
}

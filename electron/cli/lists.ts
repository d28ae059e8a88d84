// xianjie tasks, villages, places, linkage, basis: the lists that offices keep beside the list of projects.
import type { ListId } from '#shared/lists/list-spec.ts';
import { LISTS } from '#shared/lists/lists.ts';
import type { RecordKind } from '#shared/records/kinds.ts';
import { wanText } from '#shared/values/money.ts';
import { type Command, type CommandContext, type CommandResult, choose, operand } from './command.ts';
import { AS_OF, asOfOption, DRY_RUN, isoToday } from './fund-options.ts';
import { giveReport, importSheet, yearOption } from './list-actions.ts';

const OUT = { type: 'string', value: 'FILE', help: '另写成 .xlsx、.docx 或 .pdf' } as const;
const YEAR = { type: 'string', value: 'Y', help: '哪一年' } as const;
const INPUT = '表头、列的次序不限，合并单元格也认；读不懂的格子、没有读入的列逐一说明；表上空着的不改动原来的内容。';

const dayOf = (context: CommandContext): string => asOfOption(context.args) ?? isoToday(context);

/** The rows as they are stored, with their ids. */
async function rowsOf({ backend }: CommandContext, list: ListId): Promise<Record<string, unknown>[]> {
  const { records } = await backend.call('records.list', { kinds: [list as RecordKind] });
  return records.map(({ id, value }) => {
    const { incomeFen, gainFen, ...own } = value as Record<string, unknown>;
    const money = {
      ...(incomeFen === undefined ? {} : { incomeWan: incomeFen === null ? null : wanText(incomeFen as never) }),
      ...(gainFen === undefined ? {} : { gainFen }),
    };
    return { id, ...own, ...money };
  });
}

async function list(
  context: CommandContext,
  id: ListId,
  show: (row: Record<string, unknown>) => unknown[],
): Promise<CommandResult> {
  await context.backend.open(operand(context, 0), 'read');
  const rows = await rowsOf(context, id);
  for (const row of rows)
    context.print(
      show(row)
        .map((cell) => String(cell ?? ''))
        .join('\t'),
    );
  context.say(`共 ${rows.length} ${LISTS[id].measure}${LISTS[id].noun}。`);
  return { status: 0, value: { rows, count: rows.length } };
}

export const TASKS: Command = {
  name: 'tasks',
  operands: 'WORKBOOK [list|import FILE|export FILE|units|propose]',
  count: [1, 3],
  summary: '任务分解及责任表：任务、目标、年度目标、牵头和配合单位、时限、进展',
  details: [
    'list（默认）列出任务：任务、目标、牵头单位、配合单位、完成时限、状态；--unit 只列一个单位的，改名、合并以前的名称也算。',
    `import 读入任务分解表：任务、目标、各年目标、责任单位（“甲局牵头，乙局配合”也认）、时限、进展等列。${INPUT}`,
    'export 写任务分解及责任表，--unit 写一个单位的任务交办单；units 按单位统计牵头、配合、已完成、逾期。',
    'propose 按表1的指标列出还没有的任务；--take 登记下来。',
  ],
  options: {
    unit: { type: 'string', value: 'NAME', help: 'list、export：只要这个单位牵头或配合的' },
    'as-of': AS_OF,
    out: { ...OUT, help: 'units：另写成 .xlsx、.docx 或 .pdf' },
    take: { type: 'boolean', help: 'propose：登记下来' },
    'dry-run': DRY_RUN,
  },
  run(context) {
    const action = choose(
      context.args.positionals[1],
      ['list', 'import', 'export', 'units', 'propose'] as const,
      '动作',
      'list',
    );
    const { args } = context;
    const unit = args.text('unit') ?? null;
    if (action === 'import') return importSheet(context, 'task');
    if (action === 'propose') return propose(context);
    if (action === 'units') return giveReport(context, { kind: 'task-units', asOf: dayOf(context) }, args.text('out'));
    if (action === 'export' || unit !== null)
      return giveReport(
        context,
        { kind: 'tasks', unit, asOf: dayOf(context) },
        action === 'export' ? operand(context, 2) : undefined,
      );
    return list(context, 'task', ({ text, measure, goal, unit: of, lead, partners, due, state }) => [
      ...[text, [measure, `${goal}${of}`].filter(Boolean).join(' '), lead, partners, due, state],
    ]);
  },
};

async function propose(context: CommandContext): Promise<CommandResult> {
  const { args, backend, print, say } = context;
  const take = args.flag('take');
  await backend.open(operand(context, 0), take ? 'change' : 'read');
  const { tasks } = await backend.call('tasks.propose', { take });
  for (const { text, goal, unit, lead, due } of tasks) print([text, `${goal}${unit}`, lead, due].join('\t'));
  say(take ? `登记了 ${tasks.length} 项任务。` : `表1有 ${tasks.length} 个指标还没有任务（--take 登记）。`);
  return { status: 0, value: { tasks, count: tasks.length, taken: take } };
}

export const VILLAGES: Command = {
  name: 'villages',
  operands: 'WORKBOOK [list|import FILE|export FILE|summary]',
  count: [1, 3],
  summary: '村情基础表：各村户数、人口、脱贫户、监测户和集体经营性收入，只存汇总数',
  details: [
    'list（默认）列出各村各年的数；export 写村情基础表，--year 哪一年，默认最近一年。',
    `import 读入一年一张的村情表，或一列一年的集体经营性收入；年度列、标题里的年份或 --year 说明是哪一年。${INPUT}`,
    '有身份证号、姓名、电话等列的表整张不读：本程序不存个人信息。',
    'summary 按乡镇汇总，数出集体经营性收入达到表1要求的村；--take 把结果（如 89/104）填进这一年的指标。',
  ],
  options: {
    year: YEAR,
    out: { ...OUT, help: 'summary：另写成 .xlsx、.docx 或 .pdf' },
    take: { type: 'boolean', help: 'summary：填进指标' },
    'dry-run': DRY_RUN,
  },
  run(context) {
    const action = choose(
      context.args.positionals[1],
      ['list', 'import', 'export', 'summary'] as const,
      '动作',
      'list',
    );
    const year = yearOption(context);
    if (action === 'import') return importSheet(context, 'village-year');
    if (action === 'export')
      return giveReport(context, { kind: 'villages', year, asOf: dayOf(context) }, operand(context, 2));
    if (action === 'summary') return summary(context, year);
    return list(
      context,
      'village-year',
      ({ town, village, year: of, households, people, poorHouseholds, watchHouseholds, incomeWan }) => [
        ...[town, village, of, households, people, poorHouseholds, watchHouseholds, incomeWan],
      ],
    );
  },
};

async function summary(context: CommandContext, year: number | null): Promise<CommandResult> {
  const { args, backend, say } = context;
  const take = args.flag('take');
  const given = await giveReport(
    context,
    { kind: 'village-summary', year, asOf: isoToday(context) },
    args.text('out'),
    take ? 'change' : 'read',
  );
  const { tables } = given.value as { tables: unknown[] };
  if (tables.length === 0) return given;
  const counted = await backend.call('villages.count', { year, take });
  const { indicator, text } = counted;
  if (indicator)
    say(
      text === null
        ? `第 ${indicator.number} 个指标“${indicator.name}”：${counted.unknown} 个村没有写收入，还数不出。`
        : `第 ${indicator.number} 个指标“${indicator.name}”${counted.year} 年：${text}${take ? '，已填入' : '（--take 填入）'}。`,
    );
  return { status: 0, value: { ...(given.value as object), ...counted } };
}

export const PLACES: Command = {
  name: 'places',
  operands: 'WORKBOOK [list|import FILE|export FILE|summary]',
  count: [1, 3],
  summary: '重点村、示范村、安置点等名单，各有多少项目、多少投资',
  details: [
    'list（默认）列出名单上的村和安置点：名单、级别、乡镇、村、安置点、年度、状态。',
    `import 读入名单：名单、级别、乡镇、村、年度、状态、文号等列；表上没有“名单”列的，按标题或 --list 认。${INPUT}`,
    'export 写名单；summary 按名单和乡镇列出有项目的个数、项目数、投资，并与同名类别的合计核对。',
  ],
  options: {
    list: { type: 'string', value: 'NAME', help: '哪一个名单，如 重点村' },
    'as-of': AS_OF,
    out: { ...OUT, help: 'summary：另写成 .xlsx、.docx 或 .pdf' },
    'dry-run': DRY_RUN,
  },
  run(context) {
    const action = choose(
      context.args.positionals[1],
      ['list', 'import', 'export', 'summary'] as const,
      '动作',
      'list',
    );
    const name = context.args.text('list') ?? null;
    if (action === 'import') return importSheet(context, 'listed-place');
    if (action === 'export')
      return giveReport(context, { kind: 'places', list: name, asOf: dayOf(context) }, operand(context, 2));
    if (action === 'summary')
      return giveReport(
        context,
        { kind: 'place-coverage', list: name, asOf: dayOf(context) },
        context.args.text('out'),
      );
    return list(context, 'listed-place', ({ list: of, level, town, village, place, year, state }) => [
      ...[of, level, town, village, place, year, state],
    ]);
  },
};

export const LINKAGE: Command = {
  name: 'linkage',
  operands: 'WORKBOOK [list|import FILE|export FILE|towns]',
  count: [1, 3],
  summary: '联农带农情况：经营主体、带动方式、带动农户、增收和村集体收益',
  details: [
    'list（默认）列出各项目的联农带农情况；export 写联农带农情况统计表；towns 按乡镇汇总。',
    `import 读入联农带农表：项目名称、经营主体、带动方式、协议期限、带动农户、户均增收（元）、村集体收益（万元）、兑现情况等列，按项目名称、编号和地点对应项目表。${INPUT}`,
  ],
  options: { 'as-of': AS_OF, out: { ...OUT, help: 'towns：另写成 .xlsx、.docx 或 .pdf' }, 'dry-run': DRY_RUN },
  run(context) {
    const action = choose(context.args.positionals[1], ['list', 'import', 'export', 'towns'] as const, '动作', 'list');
    if (action === 'import') return importSheet(context, 'linkage');
    if (action === 'export') return giveReport(context, { kind: 'linkage', asOf: dayOf(context) }, operand(context, 2));
    if (action === 'towns')
      return giveReport(context, { kind: 'linkage-towns', asOf: dayOf(context) }, context.args.text('out'));
    return giveReport(context, { kind: 'linkage', asOf: dayOf(context) }, undefined);
  },
};

export const BASIS: Command = {
  name: 'basis',
  operands: 'WORKBOOK [list|import FILE|export FILE]',
  count: [1, 3],
  summary: '依据文件清单：文号、名称、日期，供公示和调整变更选用',
  details: [
    'list（默认）列出依据文件；export 写依据文件清单。',
    `import 读入清单：文号、文件名称、印发日期、发文机关等列；文号写在名称后面括号里的也认。${INPUT}`,
  ],
  options: { 'as-of': AS_OF, 'dry-run': DRY_RUN },
  run(context) {
    const action = choose(context.args.positionals[1], ['list', 'import', 'export'] as const, '动作', 'list');
    if (action === 'import') return importSheet(context, 'basis-document');
    if (action === 'export') return giveReport(context, { kind: 'basis', asOf: dayOf(context) }, operand(context, 2));
    return list(context, 'basis-document', ({ number, title, date, issuer }) => [number, title, date, issuer]);
  },
};

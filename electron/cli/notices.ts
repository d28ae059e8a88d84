// xianjie notices: the register of 公示公告.

import { postingStage } from '#shared/domain/posting.ts';
import { LEVEL_NAMES } from '#shared/format/finding-rows.ts';
import { mergeHolidays, parseHolidays } from '#shared/notice/parse-holidays.ts';
import { POSTING_STATUS } from '#shared/postings/posting-state.ts';
import { wanText } from '#shared/values/money.ts';
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
import { AS_OF, asOfOption, DRY_RUN, isoToday, sayProblems, statusOf } from './fund-options.ts';
import { problemsOf } from './funds.ts';
import { REPORT_ENDINGS, REPORT_OUT, writeReport } from './report-out.ts';

const ACTIONS = ['list', 'register', 'close', 'check', 'holidays'] as const;

export const NOTICES: Command = {
  name: 'notices',
  operands: 'WORKBOOK [list|register FILE|close ID|check|holidays [TEXT…]]',
  count: [1, Number.POSITIVE_INFINITY],
  summary: '公示台账：在哪里公示了什么、到哪天、有没有异议、公示后有没有改动',
  details: [
    'list 列出台账：编号、环节、级别、事项、起、止、天数、项目数、金额（万元）、状态；--form matrix 列出各项目各环节的公示。',
    'register 读入公示台账：公示事项、级别、类型、载体、地点、起、止、天数、项目、异议、处理结果等列；已登记的不重复，表上多写的补上。',
    'close 到期办结：期满无异议的办结，村、乡镇、县公示的项目同时进入下一步（--stay 只办结）；一次一步，可撤销。ID 可用逗号分开，all 为全部到期的。',
    'check 审核台账（规则 P08、E01 至 E07）：天数、缺哪一级、公示后改动、异议未处理、没有隐去的个人信息等。',
    'holidays 列出或录入节假日：后面写“10月1日至7日放假。10月10日上班。”这样的话，计算工作日时用。',
  ],
  options: {
    'as-of': AS_OF,
    date: { type: 'string', value: 'D', help: 'close：办结日期，默认为今天' },
    result: { type: 'string', value: 'TEXT', help: 'close：结果，默认“公示无异议”' },
    stay: { type: 'boolean', help: 'close：项目不进入下一步' },
    form: { type: 'string', value: 'register|matrix', help: 'list：台账（默认），或项目×环节一览表' },
    out: { ...REPORT_OUT, help: 'list：另写成 .xlsx、.docx 或 .pdf' },
    year: { type: 'string', value: 'YYYY', help: 'holidays：没有写年份的是哪一年，默认今年' },
    'dry-run': DRY_RUN,
  },
  async run(context) {
    const { args } = context;
    const action = choose(args.positionals[1], ACTIONS, '动作', 'list');
    if (action === 'list') return list(context);
    if (action === 'check') return check(context);
    if (action === 'register') return register(context);
    return action === 'close' ? close(context) : holidays(context);
  },
};

async function list(context: CommandContext): Promise<CommandResult> {
  const { args, backend, print, say } = context;
  const form = choose(args.text('form'), ['register', 'matrix'] as const, 'form', 'register');
  const out = args.text('out');
  if (out !== undefined) requireEnding(out, REPORT_ENDINGS);
  await backend.open(operand(context, 0), 'read');
  const asOf = asOfOption(args) ?? isoToday(context);
  if (out !== undefined) {
    await writeReport(context, out, { kind: form, asOf });
  }
  if (form === 'matrix') {
    const matrix = await backend.call('notices.matrix', { asOf });
    for (const { name, place, cells, missing } of matrix.rows)
      print([name, place, ...matrix.stages.map(({ id }) => cells[id] ?? ''), missing].join('\t'));
    say(
      `截至 ${asOf}：${matrix.rows.length} 个项目，缺 ${matrix.rows.reduce((sum, { missing }) => sum + missing, 0)} 处。`,
    );
    return { status: 0, value: matrix };
  }
  const { rows } = await backend.call('notices.read', { asOf });
  const entries = rows.map(({ posting, status, to, days, needed, isShort, open, projects, amountFen, changed }) => ({
    id: posting.id,
    stage: posting.stage,
    name: postingStage(posting.stage).name,
    level: posting.level,
    kind: posting.kind,
    title: posting.title,
    office: posting.office,
    medium: posting.medium,
    place: posting.place,
    from: posting.from,
    to,
    days,
    dayKind: posting.dayKind,
    needed,
    isShort,
    projects,
    amountWan: amountFen === null ? null : wanText(amountFen),
    objections: posting.objections.length,
    open,
    changed,
    state: POSTING_STATUS[status],
    closedAt: posting.closedAt,
    result: posting.result,
  }));
  for (const one of entries) {
    const { id, name, level, title, from, to, days, projects, amountWan, state } = one;
    print(
      [id, name, level, title, from ?? '日期不详', to ?? '', days ?? '', projects ?? '', amountWan ?? '', state].join(
        '\t',
      ),
    );
  }
  const counted = (status: string): number => rows.filter((row) => row.status === status).length;
  const counts = {
    total: rows.length,
    running: counted('running'),
    ended: rows.filter(({ status, open }) => status === 'ended' && open === 0).length,
    objected: rows.filter(({ open }) => open > 0).length,
    closed: counted('closed'),
    short: rows.filter(({ isShort }) => isShort).length,
    changed: rows.filter(({ changed }) => changed > 0).length,
  };
  say(
    rows.length === 0
      ? '公示台账里还没有登记。'
      : `截至 ${asOf}：共 ${counts.total} 条，公示中 ${counts.running}，期满待办结 ${counts.ended}，异议未处理 ${counts.objected}，天数不足 ${counts.short}，公示后有改动 ${counts.changed}。`,
  );
  return { status: 0, value: { asOf, notices: entries, counts } };
}

async function register(context: CommandContext): Promise<CommandResult> {
  const { args, backend, say } = context;
  const file = args.positionals[2];
  if (file === undefined) throw new UsageError('缺少电子表格文件的名字。');
  const dryRun = args.flag('dry-run');
  await backend.open(operand(context, 0), dryRun ? 'read' : 'change');
  try {
    const { token } = backend.grant(file);
    const done = await backend.call('notices.import', { token, today: isoToday(context), dryRun });
    const { added, updated, known, problems } = done;
    sayProblems(say, problems);
    say(`${dryRun ? '试看，没有写入：' : ''}新增公示登记 ${added} 条，更新 ${updated} 条，已有 ${known} 条。`);
    return { status: statusOf(problems), value: done };
  } catch (error) {
    const problems = problemsOf(error);
    if (problems === null) throw error;
    sayProblems(say, problems);
    say('没有读入任何内容。');
    return { status: 1, value: { added: 0, updated: 0, known: 0, problems } };
  }
}

async function close(context: CommandContext): Promise<CommandResult> {
  const { args, backend, print, say } = context;
  const named = args.positionals[2];
  if (named === undefined) throw new UsageError('请写明办结哪一条：编号（notices list 的第一列），或 all。');
  const today = isoToday(context);
  const text = args.text('date');
  const date = text === undefined ? today : parseDay(text);
  if (date === undefined) throw new UsageError(`选项 --date 应为日期，如 2026-11-30，不能是“${text}”。`);
  const dryRun = args.flag('dry-run');
  await backend.open(operand(context, 0), dryRun ? 'read' : 'change');
  const { rows } = await backend.call('notices.read', { asOf: date });
  const ids =
    named === 'all'
      ? rows.filter(({ status, open }) => status === 'ended' && open === 0).map(({ posting }) => posting.id)
      : named.split(/[,，、]/).map((id) => id.trim());
  if (ids.length === 0) {
    say('没有到期待办结的公示。');
    return { status: 0, value: { closed: 0, kept: [], moved: 0, refused: [] } };
  }
  const result = await backend.call('notices.close', {
    ...{ ids, date, today, dryRun },
    result: args.text('result') ?? '',
    moves: !args.flag('stay'),
  });
  for (const { title, reason } of result.kept) print([title, reason].join('\t'));
  for (const { project, reason } of result.refused) print([project, reason].join('\t'));
  const { closed, kept, moved, refused } = result;
  say(
    `${dryRun ? '试看，没有写入：' : ''}办结 ${closed} 条，${moved} 个项目进入下一步${kept.length === 0 ? '' : `；${kept.length} 条不能办结`}${refused.length === 0 ? '' : `；${refused.length} 个项目没有变动`}。`,
  );
  return { status: kept.length > 0 ? 1 : 0, value: result };
}

async function check(context: CommandContext): Promise<CommandResult> {
  const { args, backend, print, say } = context;
  await backend.open(operand(context, 0), 'read');
  const { findings, counts } = await backend.call('notices.check', { asOf: asOfOption(args) ?? isoToday(context) });
  for (const { level, rule, message } of findings) print(`【${LEVEL_NAMES[level]}】${rule} ${message}`);
  say(findings.length === 0 ? '公示台账没有发现问题。' : `公示台账：${findings.length} 条。`);
  return { status: counts.error > 0 ? 1 : 0, value: { findings, counts } };
}

async function holidays(context: CommandContext): Promise<CommandResult> {
  const { args, backend, print, say } = context;
  const text = args.positionals.slice(2).join('\n');
  const year = Number(args.text('year') ?? isoToday(context).slice(0, 4));
  if (!Number.isInteger(year) || year < 2000 || year > 2100) throw new UsageError('选项 --year 应为年份，如 2026。');
  const { tables, problems } = parseHolidays(text, year);
  if (text.trim() !== '' && tables.length === 0 && problems.length === 0)
    problems.push(
      `“${text.trim().slice(0, 40)}”里没有看出哪天放假、哪天上班，没有录入。请写成“10月1日至7日放假。10月10日上班。”`,
    );
  for (const problem of problems) say(`注意：${problem}`);
  await backend.open(operand(context, 0), tables.length === 0 ? 'read' : 'change');
  if (tables.length > 0) {
    const before = (await backend.call('records.list', { kinds: ['holidays'] })).records;
    const ofYear = new Map(before.map(({ id, value }) => [id, value as (typeof tables)[number]]));
    await backend.call('records.save', {
      changes: tables.map((table) => {
        const id = String(table.year);
        return { kind: 'holidays' as const, id, value: mergeHolidays(ofYear.get(id), table) };
      }),
    });
  }
  const { records } = await backend.call('records.list', { kinds: ['holidays'] });
  const known = records.map(({ value }) => value as (typeof tables)[number]).sort((a, b) => a.year - b.year);
  for (const { year: one, off, work } of known) print([one, off.join(' '), work.join(' ')].join('\t'));
  say(known.length === 0 ? '还没有节假日表。' : `节假日表：${known.map(({ year: one }) => `${one}年`).join('、')}。`);
  return { status: problems.length > 0 ? 1 : 0, value: { years: known, problems } };
}

// xianjie change: change orders (调整变更) of a plan that was printed.

import type { MethodInput, MethodOutput } from '#shared/contract/methods.ts';
import { CHANGE_REASONS, reasonText } from '#shared/domain/change-order.ts';
import { toFen, wanText } from '#shared/values/money.ts';
import { parseDay } from '#shared/values/parse-day.ts';
import {
  type Command,
  type CommandArgs,
  type CommandContext,
  type CommandResult,
  choose,
  operand,
  requireEnding,
  UsageError,
} from './command.ts';
import { DRY_RUN, isoToday, sayProblems, statusOf } from './fund-options.ts';
import { problemsOf } from './funds.ts';
import { REPORT_ENDINGS, REPORT_OUT, writeReport } from './report-out.ts';

const ACTIONS = ['list', 'new', 'approve', 'reject', 'withdraw', 'unregistered'] as const;

type Words = NonNullable<MethodInput<'orders.register'>['words']>;
type View = MethodOutput<'orders.read'>;

export const CHANGE: Command = {
  name: 'change',
  operands: 'WORKBOOK [list [ID]|unregistered|new [FILE]|approve ID|reject ID|withdraw ID]',
  count: [1, 3],
  summary: '调整变更：印发后的调整，带理由、申请、批复文号',
  details: [
    'list 列出：编号、状态、调整类型、项目、调整前、调整后总投资（万元）、理由、文号、批复日期。',
    'unregistered 列出最近一次印发稿以后没有登记的调整。',
    'new FILE 读入项目变更表、调整申请表、调整对照表：变更前后、金额、理由、批复文号等列，一个原项目拆成几个也认得；记为申请，写了 --doc 和 --date 就批复；对不上项目的逐格说明，已有的不重复。',
    'new --unregistered 把没有登记的调整登记成一个调整变更；同时写 --doc 和 --date 的就是批复，否则是申请。',
    'approve 批复：项目表和资金一起改，一步，可撤销；申请以后项目又改过的逐栏说明，一处不改。',
    'reject 不予批准，withdraw 撤回：项目表不动，--text 写理由。',
    'ID 是 list 的第一列（开头几位也行），或批复文号。',
  ],
  options: {
    unregistered: { type: 'boolean', help: 'new：登记没有登记的调整' },
    reason: { type: 'string', value: 'R', help: `理由：${CHANGE_REASONS.join('、')}` },
    text: { type: 'string', value: 'TEXT', help: '理由的说明' },
    applicant: { type: 'string', value: 'NAME', help: '申请单位' },
    doc: { type: 'string', value: 'N', help: '批复文号' },
    date: { type: 'string', value: 'D', help: '批复（撤回、不予批准）日期，如 2026-05-08' },
    form: {
      type: 'string',
      value: 'changes|fund-shift',
      help: 'list --out：项目变更表（默认，一个调整一张），或资金调整表',
    },
    out: { ...REPORT_OUT, help: 'list：另写成 .xlsx、.docx 或 .pdf；后面可写 ID，不写为已批复的全部' },
    'dry-run': DRY_RUN,
    funds: { type: 'boolean', help: 'approve：已下达的资金随之调整（收回、增加），由原来的批次出' },
    approver: { type: 'string', value: 'NAME', help: '批准单位' },
  },
  async run(context) {
    const { args } = context;
    switch (choose(args.positionals[1], ACTIONS, '动作', 'list')) {
      case 'list':
        return list(context);
      case 'unregistered':
        return unregistered(context);
      case 'new':
        return add(context);
      case 'approve':
        return approve(context);
      case 'reject':
        return close(context, '不予批准');
      case 'withdraw':
        return close(context, '撤回');
    }
  },
};

function entryOf({ order, state, types, reason, before, after, difference }: View['orders'][number]) {
  return {
    id: order.id,
    state,
    type: types.join('、'),
    reason,
    applicant: order.applicant,
    applyDate: order.applyDate,
    documentNumber: order.documentNumber,
    approvedAt: order.approvedAt,
    approver: order.approver,
    before: { count: before.count, totalWan: wanText(toFen(before.totalFen)) },
    after: { count: after.count, totalWan: wanText(toFen(after.totalFen)) },
    differenceWan: wanText(toFen(difference)),
    items: order.items.map((item) => ({
      before: item.before.map(projectEntry),
      after: item.after.map(projectEntry),
      reason: reasonText(order, item),
    })),
  };
}

function isNamed({ id, documentNumber }: View['orders'][number]['order'], wanted: string): boolean {
  return id === wanted || (wanted.length >= 4 && id.startsWith(wanted)) || documentNumber === wanted.trim();
}

function projectEntry({ id, name, amounts }: View['orders'][number]['order']['items'][number]['before'][number]) {
  return { id, name, totalWan: amounts.total === null ? '' : wanText(amounts.total) };
}

function changeEntry({ types, before, after, difference, asked }: View['unregistered'][number]) {
  const wan = (projects: typeof before): string =>
    projects.length === 0 ? '' : wanText(toFen(projects.reduce((sum, { amounts }) => sum + (amounts.total ?? 0), 0)));
  return {
    type: types.join('、'),
    name: (after[0] ?? before[0])?.name ?? '',
    beforeWan: wan(before),
    afterWan: wan(after),
    differenceWan: wanText(toFen(difference)),
    asked: asked?.id ?? null,
  };
}

async function list(context: CommandContext): Promise<CommandResult> {
  const { args, backend, print, say } = context;
  const out = args.text('out');
  const kind = choose(args.text('form'), ['changes', 'fund-shift'] as const, 'form', 'changes');
  if (out !== undefined) requireEnding(out, REPORT_ENDINGS);
  await backend.open(operand(context, 0), 'read');
  const view = await backend.call('orders.read', {});
  const wanted = args.positionals[2];
  const named = wanted === undefined ? view.orders : view.orders.filter(({ order }) => isNamed(order, wanted));
  const [only] = named;
  if (wanted !== undefined && (named.length !== 1 || !only))
    throw new UsageError(
      named.length === 0 ? `没有调整变更“${wanted}”。` : `“${wanted}”有 ${named.length} 个调整变更，请写完整的编号。`,
    );
  if (out !== undefined)
    await writeReport(context, out, {
      kind,
      orderId: wanted === undefined ? null : (only?.order.id ?? null),
      asOf: null,
    });
  const orders = named.map(entryOf);
  for (const { id, state, type, items, before, after, reason, documentNumber, approvedAt } of orders) {
    const names = items.map(({ before: old, after: fresh }) => (fresh[0] ?? old[0])?.name ?? '').join('、');
    print(
      [id, state, type, names, before.totalWan, after.totalWan, reason, documentNumber, approvedAt ?? ''].join('\t'),
    );
  }
  const count = view.unregistered.filter(({ asked }) => asked === null).length;
  const open = orders.filter(({ state }) => state === '申请中').length;
  say(orders.length === 0 ? '还没有调整变更。' : `${orders.length} 个调整变更，其中申请中 ${open} 个。`);
  if (view.printed !== null) say(`印发稿“${view.printed.name}”以后，没有登记的调整 ${count} 处。`);
  return { status: 0, value: { orders, unregistered: count } };
}

async function unregistered(context: CommandContext): Promise<CommandResult> {
  const { backend, print, say } = context;
  await backend.open(operand(context, 0), 'read');
  const { printed, unregistered: rows } = await backend.call('orders.read', {});
  const changes = rows.map(changeEntry);
  for (const { type, name, beforeWan, afterWan, asked } of changes)
    print([type, name, beforeWan, afterWan, asked === null ? '' : '已申请'].join('\t'));
  say(
    printed === null
      ? '还没有保存过印发稿，没有需要登记的调整。'
      : `印发稿“${printed.name}”以后，没有批复的调整 ${changes.length} 处，其中已申请 ${changes.filter(({ asked }) => asked !== null).length} 处。`,
  );
  return { status: 0, value: { printed: printed?.name ?? null, changes } };
}

/** Days are typed as people write them. */
function dayOption(args: CommandArgs): string | null {
  const text = args.text('date');
  if (text === undefined) return null;
  const day = parseDay(text);
  if (day === undefined) throw new UsageError(`选项 --date 应为日期，如 2026-05-08，不能是“${text}”。`);
  return day;
}

function wordsOf(args: CommandArgs): Words {
  const reason = args.text('reason');
  const known = CHANGE_REASONS.find((one) => one === reason);
  return {
    reason: known ?? (reason === undefined ? null : '其他'),
    text: [...(known || reason === undefined ? [] : [reason]), args.text('text') ?? '']
      .filter((part) => part !== '')
      .join('：'),
    applicant: args.text('applicant') ?? '',
    documentNumber: args.text('doc') ?? '',
    approvedAt: dayOption(args),
    approver: args.text('approver') ?? '',
  };
}

async function add(context: CommandContext): Promise<CommandResult> {
  const { args } = context;
  const file = args.positionals[2];
  if (args.flag('unregistered')) {
    if (file !== undefined) throw new UsageError('变更表文件和 --unregistered 只能写一个。');
    return register(context);
  }
  if (file === undefined)
    throw new UsageError('缺少变更表文件的名字；要登记项目表里已经做了的调整，请写 --unregistered。');
  return readFile(context, file);
}

async function register(context: CommandContext): Promise<CommandResult> {
  const { args, backend, say } = context;
  const words = wordsOf(args);
  await backend.open(operand(context, 0), 'change');
  const { id } = await backend.call('orders.register', { words });
  const [value] = await entriesOf(context, [id]);
  say(`已登记 ${value?.items.length ?? 0} 项调整（${value?.state}）：${value?.type}，编号 ${id}。`);
  return { status: 0, value: { orders: [value] } };
}

/** The orders of a file; with --doc and --date they are approved at once, each a step of its own. */
async function readFile(context: CommandContext, file: string): Promise<CommandResult> {
  const { args, backend, say } = context;
  const { documentNumber, approvedAt, approver, ...words } = wordsOf(args);
  if ((documentNumber === '') !== (approvedAt === null))
    throw new UsageError('读入后就批复的，--doc 文号和 --date 日期都要写；只是申请的都不写。');
  const dryRun = args.flag('dry-run');
  await backend.open(operand(context, 0), dryRun ? 'read' : 'change');
  try {
    const { token } = backend.grant(file);
    const given = Object.fromEntries(Object.entries(words).filter(([, value]) => value !== null && value !== ''));
    const { ids, items, known, problems } = await backend.call('orders.import', { token, words: given, dryRun });
    sayProblems(say, problems);
    say(`${dryRun ? '试看，没有写入：' : ''}${ids.length} 个调整变更、${items} 项，已有 ${known} 项。`);
    if (!dryRun && approvedAt)
      for (const id of ids)
        await backend.call('orders.approve', {
          id,
          documentNumber: documentNumber ?? '',
          approvedAt,
          approver: approver ?? '',
        });
    return { status: statusOf(problems), value: { orders: await entriesOf(context, ids), items, known, problems } };
  } catch (error) {
    const problems = problemsOf(error);
    if (problems === null) throw error;
    sayProblems(say, problems);
    say('没有读入任何内容。');
    return { status: 1, value: { orders: [], items: 0, known: 0, problems } };
  }
}

async function entriesOf({ backend }: CommandContext, ids: readonly string[]) {
  const { orders } = await backend.call('orders.read', {});
  return orders.filter(({ order }) => ids.includes(order.id)).map(entryOf);
}

async function approve(context: CommandContext): Promise<CommandResult> {
  const { args, backend, say } = context;
  const id = args.positionals[2];
  if (id === undefined) throw new UsageError('请写明批复哪一个：编号（change list 的第一列）。');
  const documentNumber = args.text('doc');
  const approvedAt = dayOption(args);
  if (documentNumber === undefined || approvedAt === null) throw new UsageError('批复要写 --doc 文号和 --date 日期。');
  await backend.open(operand(context, 0), 'change');
  const money = args.flag('funds') ? await backend.call('orders.money', { id }) : { moved: [], open: [] };
  for (const note of money.open) say(`注意：${note}`);
  await backend.call('orders.approve', {
    ...{ id, documentNumber, approvedAt, approver: args.text('approver') ?? '', money: money.moved },
  });
  if (money.moved.length > 0) say(`下达资金随之调整 ${money.moved.length} 笔。`);
  say(`已批复（${documentNumber}，${approvedAt}），项目表已按调整后改。可以用 xianjie undo 撤销。`);
  const { orders } = await backend.call('orders.read', {});
  const done =
    orders.find(({ order }) => order.id.startsWith(id)) ??
    orders.find(({ order }) => order.documentNumber === documentNumber.trim());
  return { status: 0, value: { orders: done ? [entryOf(done)] : [] } };
}

async function close(context: CommandContext, as: '撤回' | '不予批准'): Promise<CommandResult> {
  const { args, backend, say } = context;
  const id = args.positionals[2];
  if (id === undefined) throw new UsageError(`请写明${as}哪一个：编号（change list 的第一列）。`);
  const text = args.text('text') ?? args.text('reason') ?? '';
  await backend.open(operand(context, 0), 'change');
  await backend.call('orders.close', { id, as, date: dayOption(args) ?? isoToday(context), text });
  say(`已${as}，项目表没有动。`);
  const { orders } = await backend.call('orders.read', {});
  return { status: 0, value: { orders: orders.filter(({ order }) => isNamed(order, id)).map(entryOf) } };
}

// xianjie life: one step in the life of projects.
import { LIFE_STATES, lifeStepOf, SIDE_EVENTS } from '#shared/domain/life.ts';
import type { Project } from '#shared/domain/project.ts';
import type { Fen } from '#shared/values/money.ts';
import { parseAmount } from '#shared/values/parse-amount.ts';
import { parseDay } from '#shared/values/parse-day.ts';
import { type Command, type CommandArgs, operand, UsageError } from './command.ts';
import { DRY_RUN, isoToday } from './fund-options.ts';

const WORDS = [
  ...LIFE_STATES.map(({ id, name }) => `${id}（${name}）`),
  ...Object.entries(SIDE_EVENTS).map(([id, name]) => `${id}（${name}）`),
];

export const LIFE: Command = {
  name: 'life',
  operands: 'WORKBOOK',
  count: [1, 1],
  summary: '项目办理：申报、审核、审定、入库、下达、开工、竣工、验收……一批项目一步',
  details: [
    `--to 可写：${WORDS.join('、')}。`,
    '退回用 --to returned --back 状态；清理出库要写 --reason。',
    '中间缺了必经的步骤、日期未到的项目不办理，逐个说明；以前办过、补不全的用 --backfill（补录）。',
    '下达了资金的项目自动是“已下达”。一批是一步，可撤销。',
  ],
  options: {
    to: { type: 'string', value: 'STATE', required: true, help: '办到哪一步（英文名或中文名）' },
    projects: { type: 'string', value: 'ID,…', help: '项目：内部编号或项目编号，用逗号分开' },
    filter: { type: 'string', value: 'TEXT', help: '名称、地点、内容、单位里含有这些字的项目' },
    all: { type: 'boolean', help: '全部项目' },
    date: { type: 'string', value: 'D', help: '办理日期；写“不详”表示日期不详。默认为今天' },
    back: { type: 'string', value: 'STATE', help: '退回到哪一步（默认草稿）' },
    opinion: { type: 'string', value: 'T', help: '意见' },
    doc: { type: 'string', value: 'N', help: '文号' },
    year: { type: 'string', value: 'YYYY', help: '--to planned：列入哪一年的年度计划（默认办理日期的年份）' },
    settled: { type: 'string', value: 'WAN', help: '--to settled：审定结算价（万元）' },
    meeting: { type: 'string', value: 'T', help: '会议' },
    reason: { type: 'string', value: 'R', help: '原因（退回、清理出库）' },
    backfill: { type: 'boolean', help: '补录：前面的步骤可以不全' },
    'dry-run': DRY_RUN,
  },
  async run(context) {
    const { args, backend, say, print } = context;
    const to = args.text('to') ?? '';
    const found = lifeStepOf(to);
    if (!found) throw new UsageError(`没有“${to}”这一步。可写：${WORDS.join('、')}。`);
    const today = isoToday(context);
    const dryRun = args.flag('dry-run');
    const back = args.text('back');
    const backTo = back === undefined ? 'draft' : lifeStepOf(back)?.to;
    if (!backTo) throw new UsageError(`没有“${back}”这一步。`);
    await backend.open(operand(context, 0), dryRun ? 'read' : 'change');
    const { projects } = await backend.call('projects.list', {});
    const ids = chosen(args, projects);
    if (ids.length === 0) {
      say('没有符合条件的项目。');
      return { status: 0, value: { moved: 0, refused: [], doubts: [] } };
    }
    const { moved, refused, doubts } = await backend.call('life.step', {
      ids,
      today,
      dryRun,
      step: {
        kind: found.kind,
        to: found.kind === 'returned' ? backTo : found.to,
        date: dayOf(args.text('date'), today),
        office: '',
        verdict: '',
        opinion: args.text('opinion') ?? '',
        documentNumber: args.text('doc') ?? '',
        meeting: args.text('meeting') ?? '',
        reason: args.text('reason') ?? '',
        dueDate: null,
        settledFen: settledOf(args.text('settled')),
        isBackfilled: args.flag('backfill'),
        planYear: yearOf(args.text('year')),
        note: '',
      },
    });
    for (const { project, reason } of doubts) say(`注意：${project}：${reason}。`);
    for (const { project, reason } of refused) print([project, reason].join('\t'));
    say(
      `${dryRun ? '试看，没有写入：' : ''}办理 ${moved} 个项目${refused.length === 0 ? '' : `，${refused.length} 个不能办理`}。`,
    );
    return { status: refused.length + doubts.length > 0 ? 1 : 0, value: { moved, refused, doubts } };
  },
};

function dayOf(text: string | undefined, today: string): string | null {
  if (text === undefined) return today;
  if (text === '不详' || text === 'unknown') return null;
  const day = parseDay(text);
  if (day === undefined) throw new UsageError(`选项 --date 应为日期，如 2026-11-30，不能是“${text}”。`);
  return day;
}

function yearOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^(?:19|20)\d\d$/.test(text)) throw new UsageError(`选项 --year 应是四位数，如 2026，不能是“${text}”。`);
  return Number(text);
}

function settledOf(text: string | undefined): Fen | null {
  if (text === undefined) return null;
  const read = parseAmount(text, '万元');
  if (read.kind === 'amount' && read.fen > 0) return read.fen;
  throw new UsageError(`选项 --settled 应是金额（万元），如 112.92，不能是“${text}”。`);
}

function chosen(args: CommandArgs, projects: readonly Project[]): string[] {
  const list = args.text('projects');
  const filter = args.text('filter');
  if (args.flag('all')) return projects.map(({ id }) => id);
  if (list !== undefined) {
    return list.split(/[,，、]/).map((word) => {
      const wanted = word.trim();
      const found = projects.find(({ id, code }) => id === wanted || code === wanted);
      if (!found) throw new UsageError(`项目表里没有编号为“${wanted}”的项目。`);
      return found.id;
    });
  }
  if (filter === undefined) throw new UsageError('请用 --projects、--filter 或 --all 指明是哪些项目。');
  return projects
    .filter(({ name, town, village, content, unit }) =>
      [name, town, village, content, unit].some((text) => text?.includes(filter)),
    )
    .map(({ id }) => id);
}

// xianjie goals: performance goals of projects by year, from forms and from the projects themselves, written as forms.
import { GOAL_FORMS } from '#shared/goals/form-sheet.ts';
import { wanText } from '#shared/values/money.ts';
import { type Command, type CommandContext, type CommandResult, choose, operand, UsageError } from './command.ts';
import { DRY_RUN, sayProblems, statusOf } from './fund-options.ts';
import { problemsOf } from './funds.ts';

const ACTIONS = ['list', 'import', 'propose', 'export'] as const;

export const GOALS: Command = {
  name: 'goals',
  operands: 'WORKBOOK [list|import FILE|propose|export]',
  count: [1, 3],
  summary: '项目绩效目标：读入绩效表，按项目内容拟定，写出申报、监控、自评表',
  details: [
    'list 列出绩效目标：项目、年度、指标数、年度资金总额、得分、等次。',
    'import 读入绩效表（申报、监控、自评），一个项目一张工作表，一个文件可有几十张；按项目编号或名称对应，已填的补充完成值，指标值不同的不覆盖，列出。',
    'propose 为 --year 年有投资或下达资金、还没有绩效目标的项目拟定：建设内容里的数量、投资、受益人口、满意度；拟定的请核对。',
    'export 写出 --form 的表到 --out 文件夹，一个项目一张工作表，四十张一个文件。',
  ],
  options: {
    year: { type: 'string', value: 'Y', help: '年度；import：表题没有写年度的是哪一年' },
    form: { type: 'string', value: GOAL_FORMS.join('|'), help: 'export：写哪一种表' },
    month: { type: 'string', value: 'N', help: 'export 监控表：到几月，默认 12' },
    out: { type: 'string', value: 'FOLDER', help: 'export：写到哪个文件夹' },
    pair: {
      type: 'string',
      multiple: true,
      value: 'SHEET=CODE',
      help: 'import：工作表是哪个项目（项目编号；skip 不读）；可写几次',
    },
    'dry-run': DRY_RUN,
  },
  async run(context) {
    const action = choose(context.args.positionals[1], ACTIONS, '动作', 'list');
    if (action === 'import') return take(context);
    if (action === 'propose') return propose(context);
    return action === 'export' ? writeOut(context) : list(context);
  },
};

export function yearOf({ args }: Pick<CommandContext, 'args'>): number | null {
  const text = args.text('year');
  if (text === undefined) return null;
  if (!/^(?:19|20)\d{2}$/.test(text)) throw new UsageError(`选项 --year 应为年份，如 2025，不能是“${text}”。`);
  return Number(text);
}

function neededYear(context: CommandContext): number {
  const year = yearOf(context);
  if (year === null) throw new UsageError('缺少选项 --year。');
  return year;
}

async function list(context: CommandContext): Promise<CommandResult> {
  const { backend, print, say } = context;
  const year = yearOf(context);
  await backend.open(operand(context, 0), 'read');
  const { rows } = await backend.call('goals.read', { year });
  const goals = rows.map(({ project, goal, score }) => ({
    project: project.name,
    code: project.code,
    year: goal.year,
    annualGoal: goal.annualGoal,
    totalWan: goal.totalFen === null ? null : wanText(goal.totalFen),
    score: score.score,
    grade: score.grade,
    indicators: goal.indicators,
  }));
  for (const one of goals)
    print(
      [one.project, one.year, one.indicators.length, one.totalWan ?? '', one.score ?? '——', one.grade ?? ''].join('\t'),
    );
  say(goals.length === 0 ? '还没有绩效目标。' : `共 ${goals.length} 个项目的绩效目标。`);
  return { status: 0, value: { goals } };
}

async function take(context: CommandContext): Promise<CommandResult> {
  const { args, backend, say } = context;
  const file = args.positionals[2];
  if (file === undefined) throw new UsageError('缺少电子表格文件的名字。');
  const dryRun = args.flag('dry-run');
  const pairs = Object.fromEntries(
    args.texts('pair').map((text) => {
      const [, sheet, code] = /^(.+)=([^=]+)$/.exec(text) ?? [];
      if (sheet === undefined || code === undefined)
        throw new UsageError(`选项 --pair 应写成 工作表=项目编号，不能是“${text}”。`);
      return [sheet, code.trim() === 'skip' ? null : code.trim()];
    }),
  );
  await backend.open(operand(context, 0), dryRun ? 'read' : 'change');
  try {
    const done = await backend.call('goals.import', {
      token: backend.grant(file).token,
      year: yearOf(context),
      pairs,
      dryRun,
    });
    sayProblems(say, done.problems);
    const { forms, added, updated, known } = done;
    say(
      `${dryRun ? '试看，没有写入：' : ''}读到绩效表 ${forms} 张：新增 ${added} 个，补填 ${updated} 个，已有 ${known} 个。`,
    );
    return { status: statusOf(done.problems), value: done };
  } catch (error) {
    const problems = problemsOf(error);
    if (problems === null) throw error;
    sayProblems(say, problems);
    return { status: 1, value: { forms: 0, added: 0, updated: 0, known: 0, problems } };
  }
}

async function propose(context: CommandContext): Promise<CommandResult> {
  const { backend, say } = context;
  const year = neededYear(context);
  await backend.open(operand(context, 0), 'change');
  const done = await backend.call('goals.propose', { year });
  say(`拟定 ${year} 年绩效目标 ${done.proposed} 个，已有 ${done.known} 个。请逐个核对指标值。`);
  return { status: 0, value: { year, ...done } };
}

async function writeOut(context: CommandContext): Promise<CommandResult> {
  const { args, backend, say } = context;
  const year = neededYear(context);
  const folder = args.text('out');
  if (folder === undefined) throw new UsageError('缺少选项 --out（文件夹）。');
  if (args.text('form') === undefined) throw new UsageError(`缺少选项 --form（${GOAL_FORMS.join('、')}）。`);
  const form = choose(args.text('form'), GOAL_FORMS, 'form', '申报');
  const month = args.text('month') ?? '12';
  if (!/^(?:[1-9]|1[0-2])$/.test(month)) throw new UsageError(`选项 --month 应为 1 至 12，不能是“${month}”。`);
  await backend.open(operand(context, 0), 'read');
  const { token } = backend.grant(folder);
  const { files, forms, notes } = await backend.call('goals.export', { token, form, year, month: Number(month) });
  for (const note of notes) say(note);
  say(`已写出 ${forms} 张${form}表，${files.length} 个文件，在 ${folder}。`);
  return { status: 0, value: { files, forms, notes } };
}

// xianjie evaluate: the scores of the performance goals of a year.
import { type Command, operand, UsageError } from './command.ts';
import { yearOf } from './goals.ts';

const LEVELS = ['产出', '效益', '满意度', '预算执行'] as const;

export const EVALUATE: Command = {
  name: 'evaluate',
  operands: 'WORKBOOK',
  count: [1, 1],
  summary: '绩效自评：按完成值给各项目的绩效目标评分',
  details: [
    '产出 50、效益 30、满意度 10、预算执行 10（可用 --weights 改）；没有指标的一级指标，分值按比例给其余的；表上写明分值的按表。',
    '正向指标＝完成值÷指标值×分值，反向（≤）＝指标值÷完成值×分值，最多得满分；定性：达成 100%、部分达成 80%、未达成 0。',
    '预算执行＝全年执行数÷全年预算数，取自资金批次和支付，没有录入的取自评表上所写。得分 90 以上优，80 以上良，60 以上中，其余差。',
    '没有填完成值的不计分，也不作 0 分；分值合计不是 100 的退出状态为 1。',
  ],
  options: {
    year: { type: 'string', value: 'Y', required: true, help: '年度' },
    weights: { type: 'string', value: 'A,B,C,D', help: '产出、效益、满意度、预算执行的分值，如 60,30,0,10' },
  },
  async run(context) {
    const { args, backend, print, say } = context;
    const year = yearOf(context);
    const weights = weightsIn(args.text('weights'));
    await backend.open(operand(context, 0), 'read');
    const { rows } = await backend.call('goals.read', { year, ...(weights === null ? {} : { weights }) });
    const entries = rows.map(({ project, score }) => ({
      project: project.name,
      code: project.code,
      score: score.score,
      grade: score.grade,
      parts: score.parts,
      problems: score.problems,
    }));
    for (const { project, score, grade, problems } of entries) {
      print([project, score ?? '——', grade ?? ''].join('\t'));
      for (const { level, message } of problems)
        say(`${level === 'error' ? '错误' : level === 'info' ? '提示' : '注意'}：“${project}”：${message}`);
    }
    const scored = entries.filter(({ score }) => score !== null).length;
    say(
      entries.length === 0
        ? `还没有 ${year} 年的绩效目标。`
        : `${year} 年：${entries.length} 个项目，已评分 ${scored} 个。`,
    );
    const isWrong = entries.some(({ problems }) => problems.some(({ level }) => level === 'error'));
    return { status: isWrong ? 1 : 0, value: { year, rows: entries } };
  },
};

function weightsIn(text: string | undefined): Record<(typeof LEVELS)[number], number> | null {
  if (text === undefined) return null;
  const parts = text.split(/[,，]/).map((one) => Number(one.trim()));
  const sum = parts.reduce((all, one) => all + one, 0);
  if (parts.length !== LEVELS.length || parts.some((one) => !(one >= 0)) || sum !== 100)
    throw new UsageError(`选项 --weights 应为四个合计 100 的分值，如 50,30,10,10，不能是“${text}”。`);
  return Object.fromEntries(LEVELS.map((level, at) => [level, parts[at] ?? 0])) as Record<
    (typeof LEVELS)[number],
    number
  >;
}

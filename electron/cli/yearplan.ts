// xianjie yearplan: the plan of one year.
import { categoryPath } from '#shared/domain/categories.ts';
import { toFen, wanText } from '#shared/values/money.ts';
import { type Command, operand, requireEnding, UsageError } from './command.ts';
import { AS_OF, asOfOption, isoToday } from './fund-options.ts';
import { REPORT_ENDINGS, REPORT_OUT, writeReport } from './report-out.ts';

export const YEARPLAN: Command = {
  name: 'yearplan',
  operands: 'WORKBOOK YEAR',
  count: [2, 2],
  summary: '年度计划：一年里列入计划的项目和本年资金',
  details: [
    '列入用 xianjie life WORKBOOK --to planned --year 年度；还没有列入的年度给出建议：本年开工的、本年有投资的，以及以前年度已列计划、下达或开工而没有完工的。',
    '各列：序号、项目名称、地点、本年资金（万元）、为什么在内、文号。',
    '本年资金取自年度资金明细；没有明细的取分年度投资，规划没有写本年数的空着。',
    '--out 写成年度项目实施计划表。',
  ],
  options: { 'as-of': AS_OF, out: REPORT_OUT },
  async run(context) {
    const { args, backend, print, say } = context;
    const text = operand(context, 1);
    if (!/^(?:19|20)\d\d$/.test(text)) throw new UsageError(`年度应是四位数，如 2026，不能是“${text}”。`);
    const year = Number(text);
    const out = args.text('out');
    if (out !== undefined) requireEnding(out, REPORT_ENDINGS);
    await backend.open(operand(context, 0), 'read');
    const asOf = asOfOption(args) ?? isoToday(context);
    const plan = await backend.call('life.yearPlan', { year, asOf });
    const { reference } = await backend.call('reference.get', {});
    const byId = new Map((await backend.call('projects.list', {})).projects.map((project) => [project.id, project]));
    const nameOf = new Map(reference.fundSources.map(({ id, name }) => [id, name]));
    const wanOf = (fen: number | null): string | null => (fen === null ? null : wanText(toFen(fen)));
    const projects = plan.rows.flatMap((row) => {
      const project = byId.get(row.id);
      if (!project) return [];
      const { id, code, name, town, village, nature, content, startAt, endAt, unit, amounts } = project;
      return [
        {
          id,
          code,
          name,
          category: categoryPath(reference, project.categoryId),
          region: [town, village].filter(Boolean),
          nature,
          content,
          startAt,
          endAt,
          unit,
          totalWan: wanOf(amounts.total),
          planWan: wanOf(row.planFen),
          bySource: Object.fromEntries(
            Object.entries(row.bySource).map(([source, fen]) => [nameOf.get(source) ?? source, wanText(toFen(fen))]),
          ),
          reason: row.reason,
          documentNumber: row.documentNumber,
          listedAt: row.listedAt,
        },
      ];
    });
    for (const [at, one] of projects.entries()) {
      const place = one.region.join('');
      print([at + 1, one.name, place, one.planWan ?? '', one.reason, one.documentNumber ?? ''].join('\t'));
    }
    if (out !== undefined) await writeReport(context, out, { kind: 'year-plan', year, asOf });
    const planWan = wanText(toFen(plan.totalFen));
    const silent = plan.rows.filter(({ planFen }) => planFen === null).length;
    say(
      plan.isProposal
        ? `${year}年还没有项目列入年度计划。建议 ${projects.length} 个，本年资金 ${planWan} 万元。`
        : `${year}年度计划 ${projects.length} 个项目，本年资金 ${planWan} 万元；按规划应在本年实施而没有列入的 ${plan.unlisted.length} 个。`,
    );
    if (silent > 0) say(`其中 ${silent} 个项目规划没有写本年的数，本年资金空着，合计不含。`);
    return {
      status: 0,
      value: {
        year,
        asOf,
        isProposal: plan.isProposal,
        count: projects.length,
        planWan,
        projects,
        unlisted: plan.unlisted.map(({ id, reason }) => ({ id, name: byId.get(id)?.name ?? '', reason })),
      },
    };
  },
};

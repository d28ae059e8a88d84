// xianjie evaluate-plan: the evaluation of the plan as of a day, kept in the workbook and written as .docx.
import { readFileSync } from 'node:fs';
import { changedWords } from '#shared/evaluation/changed-since.ts';
import { tableCellText } from '#shared/format/table-text.ts';
import { EVALUATION_KINDS, type EvaluationTable, evaluationId } from '#shared/records/evaluation.ts';
import { parseWan, wanText } from '#shared/values/money.ts';
import { type Command, type CommandContext, choose, operand, requireEnding, UsageError } from './command.ts';
import { AS_OF, asOfOption, isoToday } from './fund-options.ts';

const MOST_SAID = 20;

export const EVALUATE_PLAN: Command = {
  name: 'evaluate-plan',
  operands: 'WORKBOOK',
  count: [1, 1],
  summary: '规划评估报告：年度实施情况、中期评估、总结评估，写成 .docx',
  details: [
    '按 --as-of 那一天的指标、项目、资金、调整形成报告并存在工作簿里（一步，可撤销）；以后再改工作簿，这份报告不变。',
    '同一种类、同一天的评估已有时，写出的是当时的那一份，并列出现在有哪些数不同；--renew 按现在的数重新形成。',
    '没有录入的数印“——”，不印 0。',
  ],
  options: {
    kind: { type: 'string', value: EVALUATION_KINDS.join('|'), required: true, help: '哪一种评估' },
    'as-of': AS_OF,
    out: { type: 'string', value: 'FILE.docx', required: true, help: '写到哪个文件' },
    year: { type: 'string', value: 'Y', help: '指标按哪一年的实际值判断，默认截至日以前最近的一年' },
    least: { type: 'string', value: 'WAN', help: '重大项目的起点投资（万元），默认 500' },
    office: { type: 'string', value: 'TEXT', help: '评估单位' },
    problems: { type: 'string', value: 'FILE', help: '存在问题，一行一段的文本文件' },
    measures: { type: 'string', value: 'FILE', help: '措施和建议，一行一段的文本文件' },
    renew: { type: 'boolean', help: '已有的评估按现在的数重新形成' },
  },
  async run(context) {
    const { args, backend, say } = context;
    const kind = choose(args.text('kind'), EVALUATION_KINDS, 'kind', '年度');
    const out = args.text('out') ?? '';
    requireEnding(out, ['.docx']);
    const asOf = asOfOption(context.args) ?? isoToday(context);
    const choices = choicesOf(context);
    await backend.open(operand(context, 0), 'change');
    const id = evaluationId(kind, asOf);
    const { evaluations } = await backend.call('evaluation.list', {});
    const isKept = evaluations.some((one) => one.id === id) && !args.flag('renew');
    if (!isKept) await backend.call('evaluation.make', { kind, asOf, ...choices });
    const { evaluation, changed } = await backend.call('evaluation.read', { id });
    await backend.call('export.evaluation', { id, token: backend.grant(out).token });
    say(`${isKept ? '写出已有的' : '已形成'}${kind}评估，截至 ${asOf}：${out}`);
    if (changed.length > 0) {
      say(`评估以后有 ${changed.length} 处数据变了，报告没有改（--renew 重新形成）：`);
      for (const one of changed.slice(0, MOST_SAID)) say(`  ${changedWords(one)}`);
      if (changed.length > MOST_SAID) say(`  ……还有 ${changed.length - MOST_SAID} 处`);
    }
    const tables = evaluation.blocks.flatMap((block) => (block.kind === 'table' ? [tableJson(block.table)] : []));
    const sentences = evaluation.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
    const { title, year, madeAt } = evaluation;
    return {
      status: 0,
      value: {
        file: out,
        kind,
        asOf,
        year,
        title: title.replace('\n', ''),
        madeAt,
        kept: isKept,
        changed,
        sentences,
        tables,
      },
    };
  },
};

function choicesOf({ args }: Pick<CommandContext, 'args'>) {
  const least = args.text('least');
  const leastFen = least === undefined ? undefined : parseWan(least);
  if (least !== undefined && (leastFen === undefined || leastFen < 0))
    throw new UsageError(`选项 --least 应为万元的数，不能是“${least}”。`);
  const year = args.text('year');
  if (year !== undefined && !/^(?:19|20)\d{2}$/.test(year))
    throw new UsageError(`选项 --year 应为年份，如 2023，不能是“${year}”。`);
  const text = (name: string): string | undefined => {
    const file = args.text(name);
    return file === undefined ? undefined : readText(file);
  };
  const given = {
    leastFen,
    year: year === undefined ? undefined : Number(year),
    officer: args.text('office'),
    problems: text('problems'),
    measures: text('measures'),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\ufeff/, '');
  } catch {
    throw new UsageError(`文本文件“${file}”读不出来。`);
  }
}

function tableJson({ id, number, title, columns, rows, notes }: EvaluationTable) {
  const label = ({ group, label: own }: EvaluationTable['columns'][number]): string =>
    group ? `${group}›${own}` : own;
  return {
    ...{ id, number, title, columns: columns.map(label), notes },
    rows: rows.map(({ cells }) => cells.map(cellJson)),
  };
}

/** Amounts as exact 万元, counts as numbers, the rest as printed. */
function cellJson(cell: EvaluationTable['rows'][number]['cells'][number]): string | number {
  if (cell.kind === 'amount') return wanText(cell.fen);
  return cell.kind === 'count' ? cell.value : tableCellText(cell);
}

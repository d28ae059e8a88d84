// xianjie roll: a new workbook from the unfinished projects of an old one.

import { OLD_STATES, type OldState, oldStateOf } from '#shared/roll/old-state.ts';
import type { RollLine } from '#shared/roll/roll-over.ts';
import { wanText } from '#shared/values/money.ts';
import { type Command, type CommandArgs, operand, requireEnding, UsageError } from './command.ts';
import { readPeriod } from './new.ts';

export const ROLL: Command = {
  name: 'roll',
  operands: 'OLD NEW',
  count: [2, 2],
  summary: '由上一规划期结转：用旧工作簿里没有完工的项目建新规划期的工作簿',
  details: [
    '新旧规划期可以有重叠的年度（如 2024—2027 结转到 2026—2030）：新规划期以前的年度计入期前完成，重叠的年度照旧列在各年。',
    '期前完成取新规划期以前各年的计划数，新规划期各年的投资照留，总投资不变。NEW 已由 OLD 结转过的，只加上次没有结转的项目。',
    '原状态按建设年限和分年度投资判断，不看项目办理和支付记录。OLD 只读，不改动。',
  ],
  options: {
    period: { type: 'string', value: '2026-2030', required: true, help: '新规划期的起止年' },
    'as-of': { type: 'string', value: 'D', help: '截至日，如 2025-12-31；默认为新规划期前一年的最后一天' },
    take: {
      type: 'string',
      value: 'STATES',
      help: `结转哪些状态的项目：${OLD_STATES.join('、')}，用逗号分开；默认 在建,储备`,
    },
    scheme: {
      type: 'string',
      value: 'ID',
      help: '新规划用的类别体系，写代码或名称，旧工作簿没有装入的内置体系（如 national）也可以；默认同旧规划。类别按对应关系换算，没有对应的按同名类别',
    },
    out: { type: 'string', value: 'FILE', help: '把结转清单写到文件，.xlsx、.docx 或 .pdf' },
  },
  async run(context) {
    const { args, backend, print, say } = context;
    const [from, to] = [operand(context, 0), operand(context, 1)];
    const period = args.text('period');
    if (period === undefined) throw new UsageError('缺少选项 --period（新规划期的起止年，如 2026-2030）。');
    const out = args.text('out');
    if (out !== undefined) requireEnding(out, ['.xlsx', '.docx', '.pdf']);
    const [asOf, scheme, take] = [args.text('as-of'), args.text('scheme'), readTake(args)];
    const { report } = await backend.call('roll.make', {
      token: backend.grant(from).token,
      to: backend.grant(to).token,
      ...readPeriod(period),
      ...(asOf === undefined ? {} : { asOf }),
      ...(scheme === undefined ? {} : { scheme }),
      ...(take === undefined ? {} : { take }),
      ...(out === undefined ? {} : { list: backend.grant(out).token }),
    });
    const taken = report.lines.filter(({ isTaken }) => isTaken);
    const left = report.lines.filter(({ isTaken }) => !isTaken);
    print(
      [
        '项目编号',
        '项目名称',
        '原类别',
        '新类别',
        '原状态',
        '结转后性质',
        '总投资',
        '期前完成',
        '规划期投资',
        '备注',
      ].join('\t'),
    );
    for (const line of taken) print(Object.values(lineTexts(line)).join('\t'));
    for (const note of report.notes) say(note);
    say(
      `“${from}”的 ${report.lines.length} 个项目中结转 ${taken.length} 个（其中本次加入 ${report.added} 个），不结转 ${left.length} 个。新工作簿：${to}。`,
    );
    if (out !== undefined) say(`已写出结转清单：${out}`);
    return {
      status: 0,
      value: {
        workbook: to,
        asOf: report.asOf,
        taken: taken.length,
        left: left.length,
        added: report.added,
        list: taken.map(lineJson),
        notTaken: left.map(({ code, name, state }) => ({ code, name, state })),
        notes: report.notes,
        ...(out === undefined ? {} : { file: out }),
      },
    };
  },
};

function readTake(args: CommandArgs): OldState[] | undefined {
  const text = args.text('take');
  if (text === undefined) return undefined;
  return text.split(/[,，、]/).map((word) => {
    const state = oldStateOf(word.trim());
    if (state) return state;
    throw new UsageError(
      `选项 --take 中的“${word.trim()}”不能判断：结转只按建设年限把项目分为 ${OLD_STATES.join('、')}。`,
    );
  });
}

function lineTexts(line: RollLine) {
  const wan = (fen: RollLine['total']): string => (fen === null ? '' : wanText(fen));
  return {
    code: line.code ?? '',
    name: line.name,
    oldClass: line.oldClass,
    newClass: line.newClass,
    state: line.state,
    nature: line.nature,
    totalWan: wan(line.total),
    beforeWan: wan(line.before),
    periodWan: wan(line.inPlan),
    note: line.note,
  };
}

function lineJson(line: RollLine) {
  const wan = (fen: RollLine['total']): string | null => (fen === null ? null : wanText(fen));
  return {
    ...lineTexts(line),
    code: line.code,
    totalWan: wan(line.total),
    beforeWan: wan(line.before),
    originId: line.originId,
  };
}

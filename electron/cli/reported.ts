// xianjie reported: who of the offices beneath has reported, and who has not.
import { PACKAGE_KINDS } from '#shared/domain/exchange.ts';
import { packageKindOf } from '#shared/package/package-kinds.ts';
import { localMinute } from '#shared/values/local-time.ts';
import { toFen, wanText } from '#shared/values/money.ts';
import { parseDay } from '#shared/values/parse-day.ts';
import { type Command, operand, UsageError } from './command.ts';
import { isoToday } from './fund-options.ts';

export const REPORTED: Command = {
  name: 'reported',
  operands: 'WORKBOOK',
  count: [1, 1],
  summary: '收件情况：应报、已报、未报、逾期的单位',
  details: [
    '应报的是本级以下一级的单位：市看各县，县看各乡镇（街道），乡镇看各村。',
    '各列：单位、情况、包号、收到时间、项目数、总投资（万元）。',
  ],
  options: {
    kind: { type: 'string', value: 'K', help: '看哪一种包；默认是下级平常上报的一种' },
    deadline: { type: 'string', value: 'D', help: '上报期限，如 2026-11-30；默认用工作簿里设的' },
  },
  async run(context) {
    const { args, backend, print, say } = context;
    const word = args.text('kind');
    const kind = word === undefined ? undefined : packageKindOf(word);
    if (word !== undefined && kind === undefined)
      throw new UsageError(`选项 --kind 只能是 ${PACKAGE_KINDS.join('、')}，不能是“${word}”。`);
    const text = args.text('deadline');
    const deadline = text === undefined ? undefined : parseDay(text);
    if (text !== undefined && deadline === undefined)
      throw new UsageError(`选项 --deadline 应为日期，如 2026-11-30，不能是“${text}”。`);
    await backend.open(operand(context, 0), 'read');
    const found = await backend.call('package.reported', {
      today: isoToday(context),
      ...(kind === undefined ? {} : { kind }),
      ...(deadline === undefined ? {} : { deadline }),
    });
    const offices = found.offices.map(({ totalFen, ...row }) => ({ ...row, totalWan: wanText(toFen(totalFen)) }));
    for (const { name, state, number, at, projects, totalWan } of offices)
      print([name, state, number ?? '', at === null ? '' : localMinute(at), projects, totalWan].join('\t'));
    const count = (isReported: boolean): number => offices.filter(({ reported }) => reported === isReported).length;
    const due = found.deadline === null ? '' : `，期限 ${found.deadline}`;
    say(
      offices.length === 0
        ? '本级以下没有应报的单位。'
        : `${found.kind}应报 ${offices.length} 个单位${due}：已报 ${count(true)}，未报 ${count(false)}。`,
    );
    return { status: 0, value: { kind: found.kind, deadline: found.deadline, offices } };
  },
};

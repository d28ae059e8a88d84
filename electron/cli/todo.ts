// xianjie todo: what is due.
import { wanText } from '#shared/values/money.ts';
import { type Command, operand } from './command.ts';
import { AS_OF, asOfOption, isoToday } from './fund-options.ts';

export const DUE: Command = {
  name: 'todo',
  operands: 'WORKBOOK',
  count: [1, 1],
  summary: '待办：到期的公示、期限、待审核的项目、没有分配的资金、没有报的月份',
  details: ['都由登记的事实算出，没有的不列。各日期在窗口的总览里设置。'],
  options: { 'as-of': AS_OF },
  async run(context) {
    const { args, backend, print, say } = context;
    await backend.open(operand(context, 0), 'read');
    const asOf = asOfOption(args) ?? isoToday(context);
    const { items } = await backend.call('todo.list', { asOf });
    for (const { text, isLate } of items) print(`${isLate ? '【已过】' : ''}${text}`);
    say(items.length === 0 ? `截至 ${asOf}，没有待办。` : `截至 ${asOf}，待办 ${items.length} 项。`);
    return {
      status: 0,
      value: {
        asOf,
        items: items.map(({ id, text, count, amountFen, due, isLate }) => ({
          ...{ id, text, count, due, isLate },
          amountWan: amountFen === null ? null : wanText(amountFen),
        })),
      },
    };
  },
};

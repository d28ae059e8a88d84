// The options that say how amounts of tables and charts are shown: unit, decimals and 舍位平衡.
import { mostDecimals, TABLE_UNITS, type TableShowing } from '#shared/tables/table-unit.ts';
import { type CommandArgs, choose, type OptionSpec, UsageError } from './command.ts';

export const SHOWING_OPTIONS = {
  unit: { type: 'string', value: '元|万元|亿元', help: '金额单位，默认万元' },
  decimals: { type: 'string', value: 'N', help: '保留几位小数；不写则原样，不取整' },
  balance: { type: 'boolean', help: '舍位平衡：取整后各行各列仍相加等于合计' },
} satisfies Record<string, OptionSpec>;

/** 舍位平衡 without --decimals keeps two. */
export function readShowing(args: CommandArgs): TableShowing {
  const unit = choose(args.text('unit'), TABLE_UNITS, 'unit', '万元');
  const text = args.text('decimals');
  const balance = args.flag('balance');
  if (text === undefined) return { unit, decimals: balance ? 2 : null, balance };
  const most = Math.min(8, mostDecimals(unit));
  if (!/^\d$/.test(text) || Number(text) > most) {
    throw new UsageError(`选项 --decimals 应为 0 到 ${most} 的整数（单位${unit}），不能是“${text}”。`);
  }
  return { unit, decimals: Number(text), balance };
}

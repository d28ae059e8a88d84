// Options that the commands on money have in common: the as-of day, the unit of a sheet, problems in words.
import type { ImportProblem } from '#shared/import/preview.ts';
import { type AmountUnit, UNIT_SCALE_DIGITS } from '#shared/values/parse-amount.ts';
import { parseDay } from '#shared/values/parse-day.ts';
import { type CommandArgs, type CommandContext, choose, UsageError } from './command.ts';

export const AS_OF = { type: 'string', value: 'D', help: '截至日，如 2026-11-30；默认为今天' } as const;
export const UNIT = { type: 'string', value: 'UNIT', help: '表的金额单位：元、万元……；默认按表上所写' } as const;
export const COLUMN = {
  type: 'string',
  value: 'F',
  help: '有几列都像时取哪一列（列字母），几列用逗号分开，相加',
} as const;
export const DRY_RUN = { type: 'boolean', help: '只看会读入什么，不写入工作簿' } as const;

/** ISO day of today on this machine. */
export function isoToday({ today }: Pick<CommandContext, 'today'>): string {
  return today().toLocaleDateString('sv-SE');
}

/** The day of --as-of; undefined where it is not given. */
export function asOfOption(args: CommandArgs): string | undefined {
  const text = args.text('as-of');
  if (text === undefined) return undefined;
  const day = parseDay(text);
  if (day === undefined) throw new UsageError(`选项 --as-of 应为日期，如 2026-11-30，不能是“${text}”。`);
  return day;
}

/** The letters of --column. */
export function columnOption(args: CommandArgs): string[] {
  const letters = (args.text('column') ?? '').split(/[,，、\s]+/).filter((letter) => letter !== '');
  const wrong = letters.find((letter) => !/^[A-Za-z]{1,3}$/.test(letter));
  if (wrong !== undefined) throw new UsageError(`选项 --column 应为列字母，如 F，不能是“${wrong}”。`);
  return letters.map((letter) => letter.toUpperCase());
}

export function unitOption(args: CommandArgs): AmountUnit | null {
  const text = args.text('unit');
  return text === undefined ? null : choose(text, Object.keys(UNIT_SCALE_DIGITS) as AmountUnit[], 'unit', '万元');
}

/** The words of problems on stderr, as `import` has them. */
export function sayProblems(say: CommandContext['say'], problems: readonly ImportProblem[]): void {
  for (const { level, message } of problems)
    say(`${level === 'info' ? '提示' : level === 'error' ? '错误' : '注意'}：${message}`);
}

/** 1 where something needs a look. */
export function statusOf(problems: readonly ImportProblem[]): 0 | 1 {
  return problems.some(({ level }) => level !== 'info') ? 1 : 0;
}

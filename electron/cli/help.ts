// The help texts, written from the table of commands.
import type { Command, OptionSpec } from './command.ts';

/** More options than these make no line that anybody reads; the help lists all. */
const SHOWN_OPTIONS = 8;

/** 'xianjie list WORKBOOK [--json]' */
export function usageLine(command: Command): string {
  const all = Object.entries(command.options).map(([name, option]) => {
    const text = optionText(name, option);
    return option.required ? text : `[${text}]`;
  });
  const options = all.length > SHOWN_OPTIONS ? [...all.slice(0, SHOWN_OPTIONS - 1), '[…]'] : all;
  return ['xianjie', command.name, command.operands, ...options, '[--json]'].filter((part) => part !== '').join(' ');
}

function optionText(name: string, option: OptionSpec): string {
  return option.type === 'boolean' ? `--${name}` : `--${name} ${option.value ?? 'VALUE'}`;
}

export function overallHelp(commands: readonly Command[]): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  return [
    '衔接规划工作台的命令行。用法：xianjie 命令 参数 选项',
    '',
    ...commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`),
    '',
    '每条命令都有 --json（结果作为一个 JSON 值写到标准输出）和 --help（显示用法）。',
    '退出状态：0 完成；1 完成，但发现强制性错误或被拒绝；2 用法不对；3 文件不能读或写。',
    '',
  ].join('\n');
}

export function commandHelp(command: Command): string {
  const options: [string, OptionSpec][] = [
    ...Object.entries(command.options),
    ['json', { type: 'boolean', help: '把结果作为一个 JSON 值写到标准输出' }],
  ];
  const names = options.map(([name, option]) => optionText(name, option));
  const width = Math.max(...names.map((name) => name.length));
  return [
    `用法：${usageLine(command)}`,
    '',
    command.summary,
    ...(command.details ?? []),
    '',
    '选项：',
    ...options.map(([, option], index) => `  ${(names[index] ?? '').padEnd(width)}  ${option.help}`),
    '',
  ].join('\n');
}

// What one command of `xianjie` is: its usage in words, its options, and what it does.
import type { Backend } from './backend.ts';

export interface OptionSpec {
  type: 'string' | 'boolean';
  /** May be given several times. */
  multiple?: boolean;
  /** What stands behind it in the usage line: 'CODE'. Only for type string. */
  value?: string;
  required?: boolean;
  help: string;
}

export interface CommandArgs {
  positionals: string[];
  /** The last value of a text option; undefined where it was not given. */
  text(name: string): string | undefined;
  /** All values of a text option. */
  texts(name: string): string[];
  flag(name: string): boolean;
}

/** Where a command speaks: data to `data`, messages for people to `say`, progress to `progress`. */
export interface CliIo {
  writeOut(text: string): void;
  writeErr(text: string): void;
  /** stderr is a terminal: progress may be drawn and redrawn. */
  isTerminal: boolean;
  today(): Date;
}

export interface CommandContext {
  args: CommandArgs;
  backend: Backend;
  /** The --json option. */
  json: boolean;
  /** A line of data for people on stdout; silent with --json. */
  print(line: string): void;
  /** A line for people on stderr. */
  say(line: string): void;
  today(): Date;
}

/** `value` is what --json prints; `status` is the exit status. */
export interface CommandResult {
  value: unknown;
  status: 0 | 1 | 3;
}

export interface Command {
  name: string;
  /** Operands as written in the usage line: 'WORKBOOK OUT.xlsx'. */
  operands: string;
  /** Fewest and most operands. */
  count: readonly [number, number];
  summary: string;
  /** Further lines of the command's help. */
  details?: readonly string[];
  options: Readonly<Record<string, OptionSpec>>;
  run(context: CommandContext): Promise<CommandResult>;
}

/** Wrong usage: exit status 2. */
export class UsageError extends Error {}

/** The operand at a place; its presence was checked when the command line was read. */
export function operand(context: Pick<CommandContext, 'args'>, index: number): string {
  const value = context.args.positionals[index];
  if (value === undefined) throw new UsageError('缺少参数。');
  return value;
}

/** Checks the ending of an output file. */
export function requireEnding(file: string, endings: readonly string[]): void {
  if (!endings.some((ending) => file.toLowerCase().endsWith(ending))) {
    throw new UsageError(`输出文件“${file}”的扩展名应为 ${endings.join(' 或 ')}。`);
  }
}

/** One of a few allowed words, or the default. */
export function choose<T extends string>(
  value: string | undefined,
  allowed: readonly T[],
  name: string,
  fallback: T,
): T {
  if (value === undefined) return fallback;
  const found = allowed.find((word) => word === value);
  if (found === undefined) throw new UsageError(`选项 --${name} 只能是 ${allowed.join('、')}，不能是“${value}”。`);
  return found;
}

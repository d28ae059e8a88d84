// Reads a command line, runs its command, and turns what happens into output and exit status (the contract: messages
// on stderr in Chinese; with --json one JSON value on stdout; 0 done, 1 errors found or refused, 2 usage, 3 files).
import { parseArgs } from 'node:util';
import type { AppEvent } from '#shared/contract/events.ts';
import { AppError, type ErrorCode } from '#shared/values/app-error.ts';
import { startBackend, VERSION } from './backend.ts';
import {
  type CliIo,
  type Command,
  type CommandArgs,
  type CommandContext,
  type OptionSpec,
  UsageError,
} from './command.ts';
import { COMMANDS } from './commands.ts';
import { commandHelp, overallHelp, usageLine } from './help.ts';
import { createProgress } from './progress.ts';
import { readPasswords } from './read-password.ts';

type ExitStatus = 0 | 1 | 2 | 3;

/** Refusals that concern what was asked for; all other errors mean that a file could not be read or written. */
const STATUS: Partial<Record<ErrorCode, ExitStatus>> = {
  'bad-request': 2,
  'not-found': 2,
  'no-workbook': 2,
  'invalid-input': 1,
  'nothing-to-undo': 1,
  'nothing-to-redo': 1,
  cancelled: 1,
};

const COMMON: Record<string, OptionSpec> = {
  json: { type: 'boolean', help: '把结果作为一个 JSON 值写到标准输出' },
  'take-over': { type: 'boolean', help: '工作簿显示正在别处打开、而那边已不用时，接管它（要修改工作簿的命令）' },
  'password-file': {
    type: 'string',
    multiple: true,
    value: 'F',
    help: '工作簿设有密码时，第一行写着密码的文本文件（- 表示从标准输入读）；几个工作簿密码不同时可写几次',
  },
  help: { type: 'boolean', help: '显示这条命令的用法' },
};

/** Runs one command line; never throws. */
export async function runCli(argv: readonly string[], io: CliIo): Promise<ExitStatus> {
  const [name, ...rest] = argv;
  if (name === undefined) {
    io.writeErr(overallHelp(COMMANDS));
    return 2;
  }
  if (name === '--help' || name === '-h' || name === 'help') return showHelp(rest[0], io);
  if (name === '--version') {
    io.writeOut(`${VERSION}\n`);
    return 0;
  }
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (!command) {
    return fail(new UsageError(`没有“${name}”这条命令。用 xianjie --help 查看全部命令。`), argv.includes('--json'), io);
  }
  try {
    const args = readArgs(command, rest);
    if (args.flag('help')) {
      io.writeOut(commandHelp(command));
      return 0;
    }
    return await execute(command, args, io);
  } catch (error) {
    if (error instanceof UsageError) io.writeErr(`用法：${usageLine(command)}\n`);
    return fail(error, rest.includes('--json'), io);
  }
}

function showHelp(name: string | undefined, io: CliIo): ExitStatus {
  const command = COMMANDS.find((candidate) => candidate.name === name);
  io.writeOut(command ? commandHelp(command) : overallHelp(COMMANDS));
  return 0;
}

async function execute(command: Command, args: CommandArgs, io: CliIo): Promise<ExitStatus> {
  const json = args.flag('json');
  const progress = createProgress(io);
  const say = (line: string): void => {
    progress.clear();
    io.writeErr(`${line}\n`);
  };
  const take = (event: AppEvent): void => {
    progress.take(event);
    if (event.type === 'health' && event.health.backup.failed !== null) say(event.health.backup.failed);
  };
  const backend = startBackend(take, {
    takeOver: args.flag('take-over'),
    passwords: readPasswords(args.texts('password-file')),
    say,
  });
  const context: CommandContext = {
    args,
    backend,
    json,
    print: (line) => {
      if (!json) io.writeOut(`${line}\n`);
    },
    say,
    today: io.today,
  };
  try {
    const { value, status } = await command.run(context);
    progress.clear();
    if (json) io.writeOut(`${JSON.stringify(value)}\n`);
    return status;
  } finally {
    progress.clear();
    await backend.close();
  }
}

function fail(error: unknown, json: boolean, io: CliIo): ExitStatus {
  const status = statusOf(error);
  const said = error instanceof Error ? error.message : String(error);
  const message = `${said}${adviceFor(error)}`;
  io.writeErr(`${message}\n`);
  if (json) {
    const code = error instanceof AppError ? error.code : error instanceof UsageError ? 'usage' : 'internal';
    io.writeOut(`${JSON.stringify({ error: { code, message } })}\n`);
  }
  return status;
}

/** Which option helps. */
function adviceFor(error: unknown): string {
  if (canTakeOver(error)) return '确认那边已不用时，加选项 --take-over 接管。';
  return error instanceof AppError && error.code === 'password-needed' ? '用选项 --password-file 给出。' : '';
}

/** A workbook that another program has open, which may be ended. */
function canTakeOver(error: unknown): boolean {
  const { choices } = ((error instanceof AppError ? error.details : undefined) ?? {}) as { choices?: string[] };
  return choices?.includes('takeOver') === true;
}

function statusOf(error: unknown): ExitStatus {
  if (error instanceof UsageError) return 2;
  return (error instanceof AppError ? STATUS[error.code] : undefined) ?? 3;
}

/** Options and operands by the command's own table; throws UsageError in Chinese. */
function readArgs(command: Command, argv: readonly string[]): CommandArgs {
  const options = { ...command.options, ...COMMON };
  const parsed = parse(argv, options);
  const values = parsed.values as Record<string, (string | boolean)[] | undefined>;
  const texts = (name: string): string[] => (values[name] ?? []).filter((value) => typeof value === 'string');
  const args: CommandArgs = {
    positionals: parsed.positionals,
    text: (name) => texts(name).at(-1),
    texts,
    flag: (name) => values[name] !== undefined,
  };
  if (args.flag('help')) return args;
  const [fewest, most] = command.count;
  if (args.positionals.length < fewest) {
    const missing = command.operands.split(' ').slice(args.positionals.length, fewest);
    throw new UsageError(`参数不够，还缺 ${missing.join('、')}。`);
  }
  if (args.positionals.length > most) throw new UsageError(`多余的参数：${args.positionals.slice(most).join(' ')}`);
  for (const [name, option] of Object.entries(options)) {
    if (option.required && !args.flag(name)) throw new UsageError(`缺少选项 --${name}（${option.help}）。`);
    if (texts(name).some((value) => value === '')) throw new UsageError(`选项 --${name} 后面是空的。`);
  }
  return args;
}

function parse(argv: readonly string[], options: Record<string, OptionSpec>) {
  try {
    // All are read as repeatable, so that the last one of a repeated option wins as everywhere on the command line.
    const spec = Object.fromEntries(
      Object.entries(options).map(([name, { type }]) => [name, { type, multiple: true } as const]),
    );
    return parseArgs({ args: [...argv], options: spec, allowPositionals: true, strict: true });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const option = /'(-[^' ]*)/.exec(message)?.[1] ?? '';
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw new UsageError(`没有选项 ${option}。`);
    throw new UsageError(`选项 ${option} 的写法不对，它${needsValue(options, option) ? '后面要跟一个值' : '不带值'}。`);
  }
}

function needsValue(options: Record<string, OptionSpec>, option: string): boolean {
  return options[option.replace(/^--/, '')]?.type === 'string';
}

// xianjie receive: takes packages and receipts in, and the sheets and workbooks of those who send none.
import type { ReceivedFile } from '#shared/contract/methods/package.ts';
import { toFen, wanText } from '#shared/values/money.ts';
import { type Command, type CommandContext, choose, operand, requireEnding, UsageError } from './command.ts';
import { DRY_RUN } from './fund-options.ts';
import { isSheetOrWorkbook, receiveOther } from './receive-other.ts';

const WORDS = { new: '新增', changed: '改动', withdrawn: '撤回' } as const;

export const RECEIVE: Command = {
  name: 'receive',
  operands: 'WORKBOOK FILE…',
  count: [2, Number.MAX_SAFE_INTEGER],
  summary: '装入：收下级（上级）的包、回执、工作簿和表格，与本级的改动比较',
  details: [
    '以对方上一个包为准：只有对方改过的采用对方的，只有本级改过的留本级的，两边都改而不相同的是冲突。',
    '--take ask（默认）：有冲突就不装入，逐处列出；mine 冲突处用本级的，theirs 用对方的。',
    '超出对方权限的内容列出来，不采纳。被改动、不完整、装过、过期、不是本级范围的包不收，说明原因。',
    '工作簿（.xianjie）和表格（.xlsx、.xls、.csv 等）也收，同 xianjie import：有要先确定的问题就不收，说明原因。',
    '每个文件是一步，可以撤销。',
    '--receipt 写回执：.xjpkg 发给对方装入，.xlsx 是收件登记表。',
  ],
  options: {
    'dry-run': DRY_RUN,
    take: { type: 'string', value: 'mine|theirs|ask', help: '冲突用谁的' },
    receipt: { type: 'string', value: 'OUT', help: '回执（.xjpkg）或收件登记表（.xlsx）' },
    office: { type: 'string', value: 'NAME', help: '本单位（第一次装入上级的包时）' },
    'accept-key': { type: 'boolean', help: '向对方核实以后，认可新公钥或没有签名的包' },
  },
  async run(context) {
    const { args, backend, say, print } = context;
    const dryRun = args.flag('dry-run');
    const take = choose(args.text('take'), ['mine', 'theirs', 'ask'] as const, 'take', 'ask');
    const receipt = args.text('receipt');
    if (receipt !== undefined) requireEnding(receipt, ['.xjpkg', '.xlsx']);
    if (receipt !== undefined && dryRun) throw new UsageError('--dry-run 没有装入，写不出回执。');
    const paths = args.positionals.slice(1);
    if (receipt?.toLowerCase().endsWith('.xjpkg') && paths.length > 1)
      throw new UsageError('一个回执文件只给一个包；几个包请逐个装入，或写成 .xlsx 的收件登记表。');
    const office = args.text('office');
    await backend.open(operand(context, 0), dryRun && office === undefined ? 'read' : 'change');
    if (office !== undefined) await backend.call('package.chooseOffice', { name: office });
    const packages = paths.filter((path) => !isSheetOrWorkbook(path));
    const options = { dryRun, take, acceptsKey: args.flag('accept-key') };
    const taken = packages.length > 0 ? await receivePackages(context, packages, options) : null;
    const files: ReceivedFile[] = [];
    for (const path of paths) {
      const file = taken?.files[packages.indexOf(path)] ?? (await receiveOther(context, path, options));
      tell(context, file, dryRun);
      files.push(file);
    }
    const { projects, totalFen } = packages.length === paths.length && taken ? taken : await countList(context);
    const received = files.flatMap((file) => file.received ?? []);
    if (receipt !== undefined && received.length > 0) {
      await backend.call('package.receipt', { token: backend.grant(receipt).token, received });
      say(`已写出${receipt.endsWith('.xlsx') ? '收件登记表' : '回执'} ${receipt}`);
    }
    const totalWan = wanText(toFen(totalFen));
    print(`${projects} 个项目\t${totalWan} 万元`);
    const isClean = files.every(({ accepted, refused }) => accepted && refused.length === 0);
    return {
      status: isClean ? 0 : 1,
      value: { files: files.map((file, at) => jsonOf(file, paths[at] ?? '')), projects, totalWan },
    };
  },
};

function receivePackages(
  { backend }: CommandContext,
  paths: readonly string[],
  options: { dryRun: boolean; take: 'mine' | 'theirs' | 'ask'; acceptsKey: boolean },
) {
  return backend.call('package.receive', { tokens: paths.map((path) => backend.grant(path).token), ...options });
}

/** The whole list as it is now. */
async function countList({ backend }: CommandContext): Promise<{ projects: number; totalFen: number }> {
  const { projects } = await backend.call('projects.list', {});
  return {
    projects: projects.length,
    totalFen: projects.reduce((sum, { amounts }) => sum + (amounts.total ?? 0), 0),
  };
}

function jsonOf({ isOpen: _, isKeyRefused: __, received: ___, more: ____, ...file }: ReceivedFile, path: string) {
  return { ...file, file: path };
}

function tell({ say, print }: CommandContext, file: ReceivedFile, dryRun: boolean): void {
  for (const note of file.notes) say(note);
  for (const { kind, what, project, changes } of file.rows) {
    const told = changes.map(({ column, before, after }) =>
      kind === 'changed' ? `${column} ${before || '空'} → ${after || '空'}` : `${column} ${after || before}`,
    );
    print([WORDS[kind], what, project, told.join('；')].join('\t'));
  }
  if (file.more > 0) print(`……另有 ${file.more} 条`);
  for (const { project, column, mine, theirs, chosen } of file.conflictRows) {
    const used = chosen === null ? '' : chosen === 'mine' ? '用本级的' : '用对方的';
    print(['冲突', project, column, `本级 ${mine || '空'}`, `对方 ${theirs || '空'}`, used].join('\t'));
  }
  for (const { project, reason } of file.refused) print(['没有采纳', project, reason].join('\t'));
  if (!file.accepted) {
    say(`${file.file}：没有装入。${file.reason}`);
  } else {
    const counts = `项目新增 ${file.new}、改动 ${file.changed}、撤回 ${file.withdrawn}、不变 ${file.unchanged}`;
    const more = file.facts.new + file.facts.changed + file.facts.withdrawn;
    const number = file.number > 0 ? `第 ${file.number} 号` : ` ${file.file}`;
    say(
      `${dryRun ? '试看，没有写入：' : ''}${file.office}${file.kind}${number}：${counts}；办理、资金等 ${more} 条${file.refused.length === 0 ? '' : `；没有采纳 ${file.refused.length} 处`}。`,
    );
  }
}

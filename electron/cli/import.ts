// xianjie import: reads sheets into a workbook, as one undo step; nothing is written where something must be asked.
import { readFileSync } from 'node:fs';
import { countyLine } from '#shared/city/county-preview.ts';
import { MONEY_LEFT_OUT } from '#shared/import/ask-shift.ts';
import { blockingQuestions } from '#shared/import/blocking-questions.ts';
import { kindLabel } from '#shared/import/kinds/sheet-kinds.ts';
import { findLeftOut, leftOutSentences } from '#shared/import/left-out.ts';
import type { ImportChoices, ImportMode, ImportPreview, ImportProblem, TablePreview } from '#shared/import/preview.ts';
import { returnedWords } from '#shared/import/returned-words.ts';
import { AppError } from '#shared/values/app-error.ts';
import { addFen, wan, wanText, ZERO } from '#shared/values/money.ts';
import { type Command, type CommandContext, choose, operand, requireEnding, UsageError } from './command.ts';
import { type ChosenKind, KIND_IDS, kindAnswers, readKind } from './import-kind.ts';
import { type PairOption, readPair, resolvePairs } from './import-pairs.ts';
import { importWorkbooks, isWorkbook } from './import-workbooks.ts';

export const IMPORT: Command = {
  name: 'import',
  operands: 'WORKBOOK FILE...',
  count: [2, Number.POSITIVE_INFINITY],
  summary: '把电子表格中的项目读进工作簿',
  details: [
    '认 .xlsx、.xlsm、.xls、.et、.csv、.tsv、.ods。读不了的内容逐格列出，不会当作零。',
    '几个文件一起导入时，只要有一个读不了，就全部不导入，退出码为 3；去掉它再导入一次即可。',
    '每张表先认是哪一种：只有项目表新增、修改项目，汇总表的数字留作核对，公示台账登记公示，进度表、资金表、变更表等只留来源；认不出的不读入，退出码为 1。',
    '--kind 指定是哪一种表：projects（项目表）对读到的每张表；8=progress 只对表头在第 8 行的表，项目表!8=progress 再限定工作表。',
    '--classes add 时编号和上级照表上的；项目表还是空的、表有自己的一套类别时，用它代替规划的类别。',
    '--funds add 把没有对应资金来源的资金列作为新的资金来源加入，归在“其他资金”下；none 时这些金额没有导入，退出码为 1。',
    '--own-columns keep 把没有对应字段的列作为自定义栏目保留，与导入同为一步；已有同名的自定义栏目不必写。',
    '--pair 是手工配对：TABLE 是第几张表（从 1 数起）或工作表名，ROW 是表内行号，= 后面写项目编号、项目 id 或 new（作为新项目）。',
    '市级工作簿：一张表是一个县的报送，替换这个县原来的项目；也收各县的工作簿（.xianjie），旧的不收，--mode replace 照收。',
    '--mapping 的文件是 JSON：{"H": "total", "I": "source:fiscal", "Z": null}，键是列号，值是字段。',
  ],
  options: {
    sheet: { type: 'string', multiple: true, value: 'NAME', help: '只读这张工作表；可写几次' },
    region: { type: 'string', value: 'CODE', help: '项目所属的县（市、区）代码' },
    mode: {
      type: 'string',
      value: 'add|update|replace',
      help: 'update 更新同一项目（县级默认）；add 一律新增；replace 替换表所属的县原来的项目（市级默认）',
    },
    kind: { type: 'string', multiple: true, value: 'KIND', help: `是哪一种表：${KIND_IDS.join('、')}；可写几次` },
    classes: {
      type: 'string',
      value: 'ask|add|none',
      help: '规划里没有的类别标题：ask（默认）列为问题；add 作为新类别加入；none 列为未分类',
    },
    funds: {
      type: 'string',
      value: 'ask|add|none',
      help: '资金来源里没有的资金列：ask（默认）列为问题；add 作为新的资金来源加入；none 只留作来源',
    },
    mapping: { type: 'string', value: 'FILE', help: '列与字段的对应关系；指定了项目名称列的按项目表读' },
    pair: {
      type: 'string',
      multiple: true,
      value: 'TABLE:ROW=CODE|new',
      help: '这一行更新哪个项目，或作为新项目；可写几次',
    },
    marked: { type: 'string', value: 'FILE.xlsx', help: '写一份标注了问题的副本，用来退回；只能用于一个文件' },
    'own-columns': {
      type: 'string',
      value: 'drop|keep|ask',
      help: '没有对应字段的列：drop（默认）只留作来源；keep 作为自定义栏目保留；ask 列为问题',
    },
    'dry-run': { type: 'boolean', help: '只读出结果，不写入工作簿' },
  },
  async run(context) {
    const { args, backend, say } = context;
    if (args.positionals.slice(1).some(isWorkbook)) return importWorkbooks(context);
    const dryRun = args.flag('dry-run');
    const choices = readChoices(context);
    const files = args.positionals.slice(1);
    if (args.text('marked') !== undefined) {
      requireEnding(args.text('marked') ?? '', ['.xlsx', '.xlsm']);
      if (files.length > 1) throw new UsageError('--marked 只能用于一个文件。');
    }
    await backend.open(operand(context, 0), dryRun ? 'read' : 'change');
    const first = await backend.call('import.inspect', { tokens: files.map((file) => backend.grant(file).token) });
    const preview = await adjust(context, first, choices);
    for (const problem of preview.problems)
      say(problemLine(problem, fileOf(preview, preview.tables[problem.table ?? -1]?.file)));
    for (const { file, message } of preview.unreadable) say(message.includes(file) ? message : `${file}：${message}`);
    await writeMarks(context, preview);

    for (const { ordinal, path, projects } of preview.newClasses)
      say(`新类别：${ordinal === '' ? '' : `${ordinal} `}${path}（${projects} 个项目）`);
    for (const { name, under } of preview.newFunds)
      say(`新资金来源：${name}（${under === null ? '单列一项' : `归在“${under}”下`}）`);
    if (preview.newColumns.length > 0) say(`新自定义栏目：${preview.newColumns.join('、')}`);
    if (preview.newScheme !== null) say(`规划改用这张表的类别体系${preview.newScheme}。`);
    const open = blockingQuestions(preview);
    for (const question of open) say(`需要先确定：${fileOf(preview, question.file)}${question.message}`);
    const refused = preview.unreadable.length > 0 || open.length > 0 || preview.tables.length === 0;
    const outcome = refused || dryRun ? null : await backend.call('import.commit', { previewId: preview.previewId });
    const list = outcome?.after ?? preview.list;
    const value = {
      ...report(preview, files),
      listProjects: list.projects,
      listTotalWan: list.totalWan,
      listBefore: preview.list,
      committed: outcome !== null,
      steps: outcome?.steps ?? 0,
      questions: preview.questions,
      newClasses: preview.newClasses,
      newScheme: preview.newScheme,
      newFunds: preview.newFunds,
      newColumns: preview.newColumns,
      counties: preview.counties,
      withdrawn: outcome?.withdrawn ?? 0,
    };
    for (const county of preview.counties) say(countyLine(county));
    for (const sentence of leftOutSentences(findLeftOut(preview), preview.tables)) say(sentence);
    if (outcome) {
      const { added, updated, unchanged, kept, postings, returned, steps, withdrawn, before, after } = outcome;
      for (const one of returned) say(`注意：${returnedWords(one)}`);
      if (postings > 0) say(`公示台账登记 ${postings} 条（xianjie notices 列出）。`);
      for (const { sheet, kind, rows } of kept) say(`“${sheet}”是${kindLabel(kind)}，${rows} 行只留作来源。`);
      say(
        `导入完成：新增 ${added}，更新 ${updated}，未变 ${unchanged}${withdrawn > 0 ? `，撤回 ${withdrawn}` : ''}；读到 ${value.projects} 个项目，总投资 ${value.totalWan} 万元。` +
          `项目表由 ${before.projects} 个、${before.totalWan} 万元变为 ${after.projects} 个、${after.totalWan} 万元。${steps > 0 ? `补录办理 ${steps} 步。` : ''}`,
      );
    } else {
      say(
        refused
          ? '没有导入，工作簿没有改动。'
          : `试读完成，没有写入：读到 ${value.projects} 个项目，总投资 ${value.totalWan} 万元。`,
      );
    }
    if (preview.unreadable.length > 0) return { status: 3, value };
    const hasErrors =
      preview.problems.some(({ level, code }) => level === 'error' || code === MONEY_LEFT_OUT) ||
      preview.counts.conflicts > 0;
    return { status: refused || hasErrors ? 1 : 0, value };
  },
};

/** The sender's own sheet with its problems marked, to be sent back. */
async function writeMarks({ args, backend, say }: CommandContext, preview: ImportPreview): Promise<void> {
  const target = args.text('marked');
  if (target === undefined || preview.tables.length === 0) return;
  const { token } = backend.grant(target);
  const { notes } = await backend.call('import.markProblems', { previewId: preview.previewId, fileIndex: 0, token });
  for (const note of notes) say(note);
  say(`标注了问题的副本：${target}`);
}

interface CliChoices {
  sheets: string[];
  mapping: Record<string, string | null> | null;
  /** undefined: the usual of the plan. */
  mode: ImportMode | undefined;
  classes: 'ask' | 'add' | 'none';
  funds: 'ask' | 'add' | 'none';
  ownColumns: 'drop' | 'keep' | 'ask';
  region: string | undefined;
  kinds: readonly ChosenKind[];
  pairs: PairOption[];
}

function readChoices({ args }: CommandContext): CliChoices {
  const mapping = args.text('mapping');
  return {
    sheets: args.texts('sheet'),
    mode: readMode(args.text('mode')),
    mapping: mapping === undefined ? null : readMapping(mapping),
    classes: choose(args.text('classes'), ['ask', 'add', 'none'], 'classes', 'ask'),
    funds: choose(args.text('funds'), ['ask', 'add', 'none'], 'funds', 'ask'),
    ownColumns: choose(args.text('own-columns'), ['drop', 'keep', 'ask'], 'own-columns', 'drop'),
    region: args.text('region'),
    kinds: args.texts('kind').map(readKind),
    pairs: args.texts('pair').map(readPair),
  };
}

const MODES: readonly ImportMode[] = ['add', 'update', 'replace'];

function readMode(text: string | undefined): ImportMode | undefined {
  return text === undefined ? undefined : choose(text, MODES, 'mode', 'update');
}

function readMapping(file: string): Record<string, string | null> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new AppError('cannot-read', `不能读取对应关系文件“${file}”。`);
  }
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    const isMapping =
      typeof value === 'object' &&
      value !== null &&
      !Array.isArray(value) &&
      Object.entries(value).every(
        ([key, field]) => /^[A-Z]{1,3}$/.test(key) && (field === null || typeof field === 'string'),
      );
    if (isMapping) return value as Record<string, string | null>;
  } catch {
    // Said below: text that is no JSON and JSON of another shape are the same mistake to the user.
  }
  throw new UsageError(`对应关系文件“${file}”应是 JSON 对象，如 {"H": "total", "Z": null}，键是列号。`);
}

/** Applies the options to the preview; the sheets first, because the other choices are numbered by table. */
async function adjust(context: CommandContext, preview: ImportPreview, wanted: CliChoices): Promise<ImportPreview> {
  const files = context.args.positionals.slice(1);
  const choices: ImportChoices = {};
  if (wanted.mode !== undefined) choices.mode = wanted.mode;
  if (wanted.classes !== 'ask') choices.classes = wanted.classes;
  if (wanted.funds !== 'ask') choices.funds = wanted.funds;
  if (wanted.ownColumns !== 'drop') choices.ownColumns = wanted.ownColumns;
  if (wanted.region !== undefined) choices.regionCode = wanted.region;
  if (wanted.sheets.length > 0) {
    choices.sheets = Object.fromEntries(files.map((_, index) => [index, wanted.sheets]));
  }
  // The first reading has all defaults: nothing to do again.
  const isPlain =
    wanted.mode === undefined &&
    wanted.classes === 'ask' &&
    wanted.funds === 'ask' &&
    wanted.ownColumns === 'drop' &&
    wanted.region === undefined &&
    wanted.sheets.length === 0;
  if (isPlain && !wanted.mapping && wanted.kinds.length === 0 && wanted.pairs.length === 0) return preview;
  const call = (own: ImportChoices): Promise<ImportPreview> =>
    context.backend.call('import.adjust', { previewId: preview.previewId, choices: own as Record<string, unknown> });
  let next = await call(choices);
  if (wanted.sheets.length > 0 && next.tables.length === 0 && next.unreadable.length === 0) {
    const told = next.problems.filter(({ code }) => code === 'sheet-missing').map(({ message }) => message);
    throw new UsageError(told.join('') || `工作表“${wanted.sheets.join('、')}”里没有找到项目。`);
  }
  const { mapping } = wanted;
  if (mapping) choices.mapping = Object.fromEntries(next.tables.map((_, index) => [index, mapping]));
  if (wanted.kinds.length > 0) choices.answers = kindAnswers(next.tables, wanted.kinds);
  if (mapping || wanted.kinds.length > 0) next = await call(choices);
  if (wanted.pairs.length > 0) {
    const { projects } = await context.backend.call('projects.list', {});
    next = await call({ ...choices, pairs: resolvePairs(wanted.pairs, next, projects) });
  }
  return next;
}

function problemLine({ level, message }: ImportProblem, file: string): string {
  const names = { error: '错误', warning: '提示', info: '信息' };
  return `【${names[level]}】${file}${message}`;
}

/** '01.xlsx：' where several files are read; '' for what concerns no table of one. */
function fileOf({ tables }: ImportPreview, file: string | undefined): string {
  const isOne = new Set(tables.map(({ fileIndex }) => fileIndex)).size < 2;
  return isOne || file === undefined ? '' : `${file}：`;
}

/** The contract's shape: one entry a table; remarks that belong to no table stand beside them. */
function report(preview: ImportPreview, files: readonly string[]) {
  const entries = preview.tables.map((table, index) => tableEntry(preview, table, index, files));
  const lists = preview.tables.filter((table) => table.kind === 'projects');
  const totalWan = wanText(addFen(ZERO, ...lists.map((table) => wan(table.totalWan))));
  return {
    files: entries,
    projects: lists.reduce((sum, table) => sum + table.projects, 0),
    totalWan,
    problems: preview.problems.filter((problem) => problem.table === undefined),
    unreadable: preview.unreadable,
  };
}

function tableEntry(preview: ImportPreview, table: TablePreview, index: number, files: readonly string[]) {
  const rows = preview.rows.filter((row) => row.table === index);
  const count = (action: string): number => rows.filter((row) => row.action === action).length;
  return {
    file: files[table.fileIndex] ?? table.file,
    sheet: table.sheet,
    kind: table.kind,
    kindReason: table.kindReason,
    keptRows: table.keptRows,
    ...(table.postings ? { postings: table.postings } : {}),
    title: table.title,
    headerRows: table.headerRows,
    unit: table.unit,
    unitSource: table.unitSource,
    columns: table.columns,
    projects: table.projects,
    added: count('add'),
    updated: count('update'),
    unchanged: count('unchanged'),
    conflicts: count('conflict'),
    doubtful: rows
      .filter((row) => row.reason !== '')
      .map(({ row, name, action, reason, candidates }) => ({ row, name, action, reason, candidates })),
    totalWan: table.totalWan,
    assertions: table.assertions,
    problems: preview.problems.filter((problem) => problem.table === index),
  };
}

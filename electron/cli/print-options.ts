// The options of `xianjie print` and the job they make: the same choices as in the window.
import { GROUPINGS } from '#shared/checks/finding-groups.ts';
import { categoryHeading } from '#shared/domain/categories.ts';
import { columnsOf } from '#shared/domain/fields.ts';
import { type PlanInfo, planYears, type ReferenceData, topSources } from '#shared/domain/reference.ts';
import { NOTICE_COLUMNS } from '#shared/notice/notice-columns.ts';
import { type PrintJobInput, type PrintWhat, printJob } from '#shared/print/print-job.ts';
import { TABLE_UNITS } from '#shared/tables/table-unit.ts';
import { type CommandArgs, choose, type OptionSpec, UsageError } from './command.ts';

export const PRINT_WHATS: readonly PrintWhat[] = ['annex', 'tables', 'findings', 'notice', 'set'];

/** The 项目表, alone or in the set. */
const ANNEX: readonly PrintWhat[] = ['annex', 'set'];
const SET: readonly PrintWhat[] = ['set'];
const TABLES: readonly PrintWhat[] = ['tables', 'set'];
const NOTICE: readonly PrintWhat[] = ['notice'];
/** Prints of projects; of a set its 项目表. */
const LISTS: readonly PrintWhat[] = ['annex', 'notice', 'set'];

/** `for`: the prints that an option is for; all where it is left out. */
export const PRINT_OPTIONS: Readonly<Record<string, OptionSpec & { for?: readonly PrintWhat[] }>> = {
  what: {
    type: 'string',
    value: PRINT_WHATS.join('|'),
    help: '项目表（默认）、汇总表、差错清单、项目公示，或一套附表（封面、目录、全部汇总表和项目表）',
  },
  paper: { type: 'string', value: 'A3|A4', help: '纸张；项目表默认 A3，其余默认 A4' },
  orientation: { type: 'string', value: 'landscape|portrait', help: '横向或纵向；汇总表默认看栏数' },
  binding: { type: 'string', value: 'left|duplex|document', help: '左侧装订（默认）、双面，或与竖排正文合订' },
  'page-number': { type: 'string', value: 'count|dash|none', help: '“第×页 共×页”（默认）、“— × —”在外侧，或不打' },
  'first-page': { type: 'string', value: 'N', help: '第一页的页码' },
  'font-size': { type: 'string', value: 'PT', help: '字号（磅），不小于 7.5；不写则取放得下的最大字号' },
  font: { type: 'string', value: 'song|fang', help: '表格用宋体（默认）或仿宋' },
  code: { type: 'string', value: 'yes|no', help: '页脚印不印校验码；公示默认 no，其余默认 yes' },
  date: { type: 'string', value: 'TEXT', help: '表上的日期；不写则为当天', for: ['annex', 'findings', 'set'] },
  group: {
    type: 'string',
    value: GROUPINGS.join('|'),
    help: '按规则（默认）、表、乡镇、类别分组，或不分组',
    for: ['findings'],
  },
  total: { type: 'string', value: 'first|last|none', help: '合计在首行（默认）、末行，或不列', for: ANNEX },
  numbering: { type: 'string', value: 'continuous|restart', help: '序号连排（默认）或每类重排', for: ANNEX },
  subtotals: { type: 'string', value: 'none|page|running', help: '每页末加本页小计，或小计和累计', for: ANNEX },
  columns: { type: 'string', value: 'KEYS', help: '要打印的栏目，用逗号隔开；写错时列出全部名称', for: LISTS },
  unit: { type: 'string', value: TABLE_UNITS.join('|'), help: '金额单位，默认万元', for: ANNEX },
  decimals: { type: 'string', value: 'N|all', help: '金额保留几位小数，默认 2；all 为原样，不取整', for: ANNEX },
  label: { type: 'string', value: 'TEXT', help: '左上角的附表号，如 附表1', for: ANNEX },
  title: { type: 'string', value: 'TEXT', help: '标题；一套附表的封面标题', for: LISTS },
  office: { type: 'string', value: 'TEXT', help: '填报单位、公示单位，或封面上的单位', for: LISTS },
  note: { type: 'string', value: 'TEXT', help: '表下的注，或公示的说明', for: LISTS },
  'no-signatures': { type: 'boolean', help: '不打签字行', for: ['annex', 'findings', 'set'] },
  town: { type: 'string', multiple: true, value: 'NAME', help: '只打印这个乡镇的项目；可写几次', for: LISTS },
  category: { type: 'string', multiple: true, value: 'NAME', help: '只打印这一类的项目；可写几次', for: LISTS },
  year: { type: 'string', multiple: true, value: 'YYYY', help: '只打印这一年的项目；可写几次', for: LISTS },
  source: { type: 'string', multiple: true, value: 'NAME', help: '只打印用这项资金的项目；可写几次', for: LISTS },
  table: { type: 'string', multiple: true, value: 'ID', help: '只打印这张汇总表；可写几次', for: TABLES },
  stage: {
    type: 'string',
    value: 'village|town|county|announcement',
    help: '村公示、乡镇公示、县级公示（默认）或公告',
    for: NOTICE,
  },
  from: { type: 'string', value: 'YYYY-MM-DD', help: '公示从哪天起；不写则从当天起', for: NOTICE },
  days: { type: 'string', value: 'N', help: '公示几天，默认 10', for: NOTICE },
  workdays: { type: 'boolean', help: '按工作日算，扣除周六、周日和节假日表里的放假日', for: NOTICE },
  intro: { type: 'string', value: 'TEXT', help: '表前的说明段；不写则按阶段自动写', for: NOTICE },
  contact: { type: 'string', value: 'TEXT', help: '联系人', for: NOTICE },
  phone: { type: 'string', value: 'TEXT', help: '联系电话', for: NOTICE },
  hotline: { type: 'string', value: 'TEXT', help: '监督电话，默认 12317', for: NOTICE },
  address: { type: 'string', value: 'TEXT', help: '通讯地址', for: NOTICE },
  email: { type: 'string', value: 'TEXT', help: '电子邮箱', for: NOTICE },
  'no-mask': { type: 'boolean', help: '不隐去姓名、手机号、证件号和卡号', for: NOTICE },
  register: { type: 'boolean', help: '同时登记到公示台账', for: NOTICE },
  'no-charts': { type: 'boolean', help: '不打印图', for: TABLES },
  subtitle: { type: 'string', value: 'TEXT', help: '封面标题下的字，默认“附　表”', for: SET },
  'no-cover': { type: 'boolean', help: '不打封面', for: SET },
  'no-contents': { type: 'boolean', help: '不打目录', for: SET },
  'no-annex': { type: 'boolean', help: '不打项目表，只打汇总表', for: SET },
};

interface Reference {
  plan: PlanInfo;
  reference: ReferenceData;
}

/** What the options choose, but for names of the plan. Throws UsageError. */
export function readPrintChoices(args: CommandArgs): PrintJobInput {
  const what = choose(args.text('what'), PRINT_WHATS, 'what', 'annex');
  for (const [name, option] of Object.entries(PRINT_OPTIONS)) {
    if (option.for && !option.for.includes(what) && args.flag(name)) {
      throw new UsageError(`选项 --${name} 不能用于 --what ${what}。`);
    }
  }
  const tables = args.texts('table');
  const given = {
    what,
    paper: args.text('paper')?.toUpperCase(),
    orientation: args.text('orientation'),
    binding: args.text('binding'),
    pageNumber: args.text('page-number'),
    firstNumber: numberOf(args, 'first-page'),
    fontPt: numberOf(args, 'font-size'),
    tableFont: args.text('font'),
    code: codeOf(args),
    date: args.text('date'),
    groupBy: args.text('group'),
    totalPosition: args.text('total'),
    numbering: args.text('numbering'),
    subtotals: args.text('subtotals'),
    unit: args.text('unit'),
    decimals: args.text('decimals') === 'all' ? null : numberOf(args, 'decimals'),
    columns: args
      .text('columns')
      ?.split(/[,，]/)
      .map((key) => key.trim()),
    label: args.text('label'),
    title: args.text('title'),
    office: args.text('office'),
    note: args.text('note'),
    signatures: args.flag('no-signatures') ? { shown: false } : undefined,
    stage: args.text('stage'),
    from: args.text('from'),
    days: numberOf(args, 'days'),
    dayKind: args.flag('workdays') ? 'workdays' : undefined,
    intro: args.text('intro'),
    contact: args.text('contact'),
    phone: args.text('phone'),
    hotline: args.text('hotline'),
    address: args.text('address'),
    email: args.text('email'),
    mask: args.flag('no-mask') ? { names: false, phones: false, identities: false, bankCards: false } : undefined,
    ids: tables.length > 0 ? tables : undefined,
    charts: args.flag('no-charts') ? false : undefined,
  };
  const job = what === 'set' ? setChoices(args, given) : filled(given);
  const read = printJob.safeParse(job);
  if (read.success) return job as PrintJobInput;
  const [first, second] = read.error.issues[0]?.path ?? [];
  const field = String((first === 'annex' || first === 'cover' ? second : first) ?? '');
  const name = OPTION_OF[field] ?? field;
  const words = (PRINT_OPTIONS[name]?.value ?? '').split('|').join('、');
  throw new UsageError(`选项 --${name} 只能是 ${words}，不能是“${args.text(name) ?? ''}”。`);
}

function filled<T extends object>(choices: T): T {
  return Object.fromEntries(Object.entries(choices).filter(([, value]) => value !== undefined)) as T;
}

/** Title, office and date are those of the cover, date also of the 项目表, which what speaks of projects is for. */
function setChoices(args: CommandArgs, given: Record<string, unknown>): Record<string, unknown> {
  const { title, office, date, totalPosition, numbering, subtotals, unit, decimals, columns, label, note, signatures } =
    given;
  const { what, orientation, binding, pageNumber, firstNumber, fontPt, tableFont, code, ids, charts, paper } = given;
  return filled({
    ...filled({ what, paper, orientation, binding, pageNumber, firstNumber, fontPt, tableFont, code, ids, charts }),
    contents: args.flag('no-contents') ? false : undefined,
    cover: filled({
      title,
      office,
      date,
      subtitle: args.text('subtitle'),
      shown: args.flag('no-cover') ? false : undefined,
    }),
    annex: filled({
      ...{ date, totalPosition, numbering, subtotals, unit, decimals, columns, label, note, signatures, fontPt },
      shown: args.flag('no-annex') ? false : undefined,
    }),
  });
}

/** The job with the names of columns, towns and categories read in the open plan. Throws UsageError. */
export function readPrintJob(args: CommandArgs, { plan, reference }: Reference): PrintJobInput {
  const job = readPrintChoices(args);
  if (!('what' in job) || !LISTS.includes(job.what)) return job;
  const known = (job.what === 'notice' ? NOTICE_COLUMNS : columnsOf(plan, reference)).map((column) => column.key);
  const { columns } = (job.what === 'set' ? (job.annex ?? {}) : job) as { columns?: string[] | null };
  const strange = columns?.find((key) => !known.includes(key));
  if (strange !== undefined) throw new UsageError(`没有栏目“${strange}”。可用的有：${known.join('、')}。`);
  const categories = reference.categories.filter((category) => category.scheme === plan.scheme);
  const years = planYears(plan).map((year) => ({ id: year }));
  const filter = {
    towns: args.texts('town'),
    categories: named(args, 'category', categories, (category) => [
      category.id,
      category.name,
      categoryHeading(category),
    ]),
    sources: named(args, 'source', topSources(reference), ({ id, name, aliases }) => [id, name, ...aliases]),
    years: named(args, 'year', years, ({ id }) => [String(id)]),
  };
  return (job.what === 'set' ? { ...job, annex: { ...job.annex, filter } } : { ...job, filter }) as PrintJobInput;
}

/** Options whose name is not that of the job's field. */
const OPTION_OF: Readonly<Record<string, string>> = {
  pageNumber: 'page-number',
  firstNumber: 'first-page',
  fontPt: 'font-size',
  tableFont: 'font',
  groupBy: 'group',
  totalPosition: 'total',
};

function codeOf(args: CommandArgs): boolean | undefined {
  return args.text('code') === undefined
    ? undefined
    : choose(args.text('code'), ['yes', 'no'], 'code', 'yes') === 'yes';
}

function numberOf(args: CommandArgs, name: string): number | undefined {
  const text = args.text(name);
  if (text === undefined) return undefined;
  if (!/^\d+(\.\d+)?$/.test(text)) throw new UsageError(`选项 --${name} 后面应是一个数，不能是“${text}”。`);
  return Number(text);
}

/** The ids of things that are named by one of their names. */
function named<I extends string | number, T extends { id: I }>(
  args: CommandArgs,
  option: string,
  things: readonly T[],
  namesOf: (thing: T) => readonly string[],
): I[] {
  return args.texts(option).flatMap((text) => {
    const found = things.filter((thing) => namesOf(thing).includes(text));
    if (found.length > 0) return found.map(({ id }) => id);
    const known = things.map((thing) => namesOf(thing)[1] ?? namesOf(thing)[0]).join('、');
    throw new UsageError(`选项 --${option} 不认得“${text}”。可用的有：${known}。`);
  });
}

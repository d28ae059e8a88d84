// A 公示台账 to notices: a row a notice, or a row a project of one. What the workbook has already is known again by stage,
// title, day and place; a row that says more than is known changes it (SPECS E).
import type { Day, FundBatch } from '../domain/execution.ts';
import { type Objection, type Posting, postingStage } from '../domain/posting.ts';
import type { Project } from '../domain/project.ts';
import { type MatchedLine, matchLines, unmatchedProblem } from '../funds/match-lines.ts';
import { findBatch } from '../funds/read-lines.ts';
import {
  amountOf,
  cellProblem,
  droppedRemark,
  findColumns,
  linesOf,
  type SheetLine,
  unitOf,
} from '../funds/sheet-rows.ts';
import { foldedNames, refuseWrongSheet } from '../funds/wrong-sheet.ts';
import type { ImportProblem } from '../import/preview.ts';
import type { ReadColumn, TableReading } from '../import/reading.ts';
import { holdsPersonalNumber } from '../notice/mask.ts';
import { countDays, type Holidays } from '../notice/period.ts';
import type { PlanData } from '../records/plan-data.ts';
import { bareText, compactText } from '../values/fold-text.ts';
import { type Fen, formatWanFull, subtractFen } from '../values/money.ts';
import { corrected, mergePosting, postingKey } from './merge-posting.ts';
import { type PeriodReading, readPeriod } from './read-period.ts';
import { sumOf } from './register.ts';
import { REGISTER_COLUMNS, type RegisterKey, SILENT_COLUMNS } from './register-columns.ts';
import { kindOfWords, levelOfWords, mediumOfWords, stageOfWords } from './stage-words.ts';

export interface RegisterReading {
  added: Omit<Posting, 'id' | 'posted'>[];
  /** Notices of the workbook that the sheet says more of. */
  updated: Posting[];
  known: number;
  problems: ImportProblem[];
}

export interface RegisterContext {
  data: PlanData;
  batches: readonly FundBatch[];
  postings: readonly Posting[];
  holidays: Holidays;
  /** What has ended before this day is closed where the sheet says 无异议. */
  today: Day;
  pairs: ReadonlyMap<number, string | null>;
}

type Line = SheetLine<RegisterKey>;
type Tell = (key: RegisterKey, message: string, level?: ImportProblem['level'], code?: string) => void;

const NOTHING = /^(?:无|没有|0|否|未收到|未发现|—+|-+|\/)?(?:异议|意见|反映)?(?:0件)?$/;

export function readRegister(reading: TableReading, context: RegisterContext): RegisterReading {
  const wrong = refuseWrongSheet(reading, 'notices', foldedNames(context.data.projects));
  if (wrong) return { added: [], updated: [], known: 0, problems: [wrong] };
  const columns = findColumns(reading, REGISTER_COLUMNS);
  const { of } = columns;
  const problems = droppedRemark(reading, columns.others, SILENT_COLUMNS);
  const result: RegisterReading = { added: [], updated: [], known: 0, problems };
  const names = (['title', 'name', 'code'] as const).filter((key) => of[key] !== undefined);
  const [naming] = names;
  const hasPeriod = (['from', 'period', 'to'] as const).some((key) => of[key] !== undefined);
  if (naming === undefined || !hasPeriod) {
    const lacking = naming === undefined ? '“公示事项”或“项目名称”列' : '“公示时间”（起、止）列';
    problems.push(cellProblem(reading, 'error', 'no-column', '', '', `没有${lacking}，没有读入公示台账`));
    return result;
  }
  const isNote = ({ text }: Line): boolean =>
    // A merged line under the table stands in all of its columns.
    /^(?:注|备注|说明|填[报表]|制表|审核人?)[：:]/.test(text(naming)) ||
    (['from', 'period', 'to'] as const).some((key) => of[key] !== undefined && text(key) === text(naming));
  const lines = linesOf<RegisterKey>(reading, columns, names, { amounts: [], problems }).filter(
    (line) => context.pairs.get(line.row) !== null && !isNote(line),
  );
  const namesProjects = of.name !== undefined || of.code !== undefined;
  const matched = namesProjects ? matchLines<RegisterKey>(context.data, lines, context.pairs) : null;
  const found = new Map<string, Omit<Posting, 'id' | 'posted'>>();
  lines.forEach((line, index) => {
    const tell: Tell = (key, message, level = 'warning', code = 'value-unparsed') =>
      problems.push(cellProblem(reading, level, code, line.address(key), line.text(key), message));
    const one = matched?.[index] ?? null;
    const project = one ? projectOf(one, reading, problems) : projectNamed(line, context);
    const posting = postingOf(line, project, reading, { ...context, of, tell, problems });
    const key = postingKey(posting);
    const before = found.get(key);
    found.set(key, before ? joinRows(before, posting, namesProjects) : posting);
  });
  settle(found, context, result, reading);
  problems.push(...compareAmounts(found.values(), context, reading));
  return result;
}

/** New, known as it is, or known with less. */
function settle(
  found: ReadonlyMap<string, Omit<Posting, 'id' | 'posted'>>,
  { postings, data }: RegisterContext,
  result: RegisterReading,
  reading: TableReading,
): void {
  const there = new Map(postings.map((posting) => [postingKey(posting), posting]));
  const taken = new Set([...found.keys()].flatMap((key) => there.get(key)?.id ?? []));
  for (const [key, said] of found) {
    const before = there.get(key) ?? corrected(said, postings, taken);
    if (before) taken.add(before.id);
    const posting = before ? withoutDerived(said, before, data.projects) : said;
    if (!before) {
      result.added.push(posting);
      continue;
    }
    const { merged, changes } = mergePosting(before, posting);
    if (changes.length === 0) {
      result.known += 1;
      continue;
    }
    result.updated.push(merged);
    const words = `“${before.title}”已登记，按表更新：${changes.join('；')}`;
    result.problems.push(cellProblem(reading, 'info', 'posting-updated', '', '', words));
  }
}

/** A register that was written here says of its projects what they come to: nothing of its own. */
function withoutDerived<P extends Omit<Posting, 'id' | 'posted'>>(
  said: P,
  before: Posting,
  projects: readonly Project[],
): P {
  const ids = new Set(before.projectIds);
  const own = projects.filter(({ id }) => ids.has(id));
  return {
    ...said,
    projectCount: before.projectCount === null && said.projectCount === ids.size ? null : said.projectCount,
    amountFen: before.amountFen === null && said.amountFen === sumOf(own) ? null : said.amountFen,
  };
}

/** Stages at which the whole of a project is put up, not what it gets of a paper or was settled at. */
const WHOLE: ReadonlySet<string> = new Set(['village', 'town', 'county', 'stored', 'yearplan']);

/** An amount that the register says and the list does not: the register's stays, both are told. */
function compareAmounts(
  found: Iterable<Omit<Posting, 'id' | 'posted'>>,
  { data }: RegisterContext,
  reading: TableReading,
): ImportProblem[] {
  const byId = new Map(data.projects.map((project) => [project.id, project]));
  return [...found].flatMap(({ stage, title, projectIds, projectCount, amountFen }) => {
    const own = projectIds.flatMap((id) => byId.get(id) ?? []);
    const isWhole = WHOLE.has(stage) && own.length > 0 && (projectCount ?? own.length) === own.length;
    if (!isWhole || amountFen === null || own.some(({ amounts }) => amounts.total === null)) return [];
    const total = sumOf(own);
    if (total === amountFen) return [];
    const names = own.length === 1 ? `“${own[0]?.name ?? ''}”` : `${own.length} 个项目`;
    const words = `“${title}”的金额写 ${formatWanFull(amountFen)} 万元，项目表里${names}总投资 ${formatWanFull(total)} 万元，差 ${formatWanFull(subtractFen(amountFen, total))} 万元；台账照表上登记，请核对`;
    return [cellProblem(reading, 'info', 'amount-differs', '', title, words)];
  });
}

/** Rows of one notice, a project each. */
function joinRows<P extends Omit<Posting, 'id' | 'posted'>>(a: P, b: P, isPerProject: boolean): P {
  const sum = isPerProject && a.amountFen !== null && b.amountFen !== null;
  return {
    ...a,
    projectIds: [...new Set([...a.projectIds, ...b.projectIds])],
    amountFen: sum ? (((a.amountFen ?? 0) + (b.amountFen ?? 0)) as typeof a.amountFen) : (a.amountFen ?? b.amountFen),
    objections: [...a.objections, ...b.objections],
    note: [...new Set([a.note, b.note])].filter((part) => part !== '').join('；'),
  };
}

function projectOf(one: MatchedLine<RegisterKey>, reading: TableReading, problems: ImportProblem[]): Project | null {
  if (one.project === null && one.line.text('name') !== '') {
    const { message, ...problem } = unmatchedProblem(reading, one);
    problems.push({ ...problem, message: message.replace('这一行没有读入', '这一条照登，没有对应到项目') });
  }
  return one.project;
}

/** A project of which the title holds the whole name, and no other's. */
function projectNamed(line: Line, { data, pairs }: RegisterContext): Project | null {
  const paired = pairs.get(line.row);
  if (paired) return data.projects.find(({ id }) => id === paired) ?? null;
  const title = bareText(line.text('title'));
  const found = data.projects.filter(({ name }) => name.trim().length >= 6 && title.includes(bareText(name)));
  return found.length === 1 ? (found[0] ?? null) : null;
}

function postingOf(
  line: Line,
  project: Project | null,
  reading: TableReading,
  context: RegisterContext & { of: Partial<Record<RegisterKey, ReadColumn>>; tell: Tell; problems: ImportProblem[] },
): Omit<Posting, 'id' | 'posted'> {
  const { text } = line;
  const { tell, batches, today } = context;
  const said = text('title');
  const level = levelOfWords(text('level'), text('type'), said, text('where'), text('office'));
  const told = stageOfWords(text('type'), `${said}${said === '' ? reading.title : ''}`, level);
  const stage = told ?? 'other';
  if (told === null) {
    const key = text('type') === '' ? 'title' : 'type';
    tell(key, '看不出是哪个环节的公示，记为“其他公示”，可在台账里改', 'warning', 'stage-unclear');
  }
  const usual = postingStage(stage);
  const kind = kindOfWords(text('type'), said) ?? usual.kind;
  const period = periodOf(line, kind, context);
  for (const key of ['title', 'where', 'objections', 'result', 'note'] as const)
    if (holdsPersonalNumber(text(key)))
      tell(
        key,
        '写有电话、身份证号或银行卡号，台账里不要写个人信息，请隐去后再公示（E05）',
        'warning',
        'personal-data',
      );
  const objections = objectionsOf(line, tell);
  const isPlain = NOTHING.test(compactText(text('objections'))) && text('objections') !== '';
  const result = text('result') === '' && isPlain ? '公示无异议' : text('result');
  const isDone = period.to !== null && period.to < today && objections.every(({ effect }) => effect !== null);
  const amount = amountIn(line, reading, context);
  const count = /^\d{1,6}/.exec(compactText(text('count')))?.[0];
  const number = text('number') === '' ? null : findBatch(text('number'), batches);
  if (text('number') !== '' && (number === null || number === 'several')) {
    tell('number', `没有（或不止一个）文号为“${text('number')}”的资金批次，没有对应`, 'info', 'batch-unknown');
  }
  return {
    stage,
    level: level ?? usual.level,
    kind,
    title: said || `${project?.name ?? text('name')}${usual.name}`,
    office: text('office'),
    medium: mediumOfWords(text('medium')),
    place: text('where') || (text('medium') === '' ? '' : text('town') + text('village')),
    ...period,
    projectIds: project ? [project.id] : [],
    batchId: number !== null && number !== 'several' ? number.id : null,
    projectCount: count === undefined ? null : Number(count),
    amountFen: amount,
    contact: text('contact'),
    hotline: text('hotline'),
    handler: text('handler'),
    objections,
    closedAt: isDone && result !== '' ? period.to : null,
    result,
    withdrawnAt: null,
    note: text('note'),
  };
}

/** A merged amount over the projects of one notice is the notice's: it stands in its first row. */
function amountIn(
  line: Line,
  reading: TableReading,
  { of, problems }: { of: Partial<Record<RegisterKey, ReadColumn>>; problems: ImportProblem[] },
): Fen | null {
  if (!of.amount) return null;
  const read = line.amount(of.amount, unitOf(reading, of.amount, null));
  if (read.kind === 'shared') return read.isFirst ? read.fen : null;
  return amountOf(reading, line, of.amount, { chosen: null, problems });
}

type Period = Pick<Posting, 'from' | 'to' | 'days' | 'dayKind'>;

function periodOf(
  line: Line,
  kind: Posting['kind'],
  { of, tell, holidays }: { of: Partial<Record<RegisterKey, ReadColumn>>; tell: Tell; holidays: Holidays },
): Period {
  const read = (key: RegisterKey): PeriodReading | null => {
    const text = line.text(key);
    if (text === '' || /^[/—–-]+$|^长期/.test(text)) return null;
    const period = readPeriod(text, /^\d{1,5}$/.test(text));
    if (period === undefined) tell(key, `“${text}”不是日期（或天数），没有读入，请写成 2026-03-01`);
    return period ?? null;
  };
  const [whole, first, last, count] = (['period', 'from', 'to', 'days'] as const).map((key) =>
    of[key] === undefined ? null : read(key),
  );
  const from = first?.from ?? whole?.from ?? null;
  let to = last?.from ?? first?.to ?? whole?.to ?? null;
  const days = count?.days ?? whole?.days ?? first?.days ?? null;
  const isWorkdays = [count, whole, first].some((one) => one?.isWorkdays);
  if (from === null) tell(of.from ? 'from' : 'period', '没有公示起始日期，记为“日期不详”', 'warning', 'day-missing');
  if (from !== null && to !== null && to < from) {
    tell(of.to ? 'to' : 'period', `止 ${to} 早于起 ${from}，没有读入止日，请核对后补填`, 'warning', 'day-order');
    to = null;
  }
  const dayKind = isWorkdays ? 'workdays' : 'days';
  const year = Number((from ?? '').slice(0, 4));
  if (isWorkdays && from !== null && !holidays.years.has(year)) {
    const words = `没有 ${year} 年的节假日表，工作日只除去了星期六、星期日；请在“节假日”里录入放假通知`;
    tell(of.days ? 'days' : of.period ? 'period' : 'from', words, 'info', 'holidays-missing');
  }
  if (from === null || to === null || kind === '公告') return { from, to, days: clean(days), dayKind };
  const counted = countDays(from, to, 'days');
  const worked = countDays(from, to, 'workdays', holidays);
  // 10 天 over two weeks: work days, though nobody said so.
  const asWorked = days !== null && days !== counted && days === worked;
  if (days !== null && days !== (isWorkdays ? worked : counted) && !asWorked) {
    tell(
      'days',
      `天数写 ${days}，起止日期算得 ${isWorkdays ? worked : counted} 天，按起止日期登记，请核对`,
      'warning',
      'days-differ',
    );
  }
  return {
    from,
    to,
    days: isWorkdays || asWorked ? clean(worked) : clean(counted),
    dayKind: asWorked ? 'workdays' : dayKind,
  };
}

function clean(days: number | null): number | null {
  return days === null || days < 1 ? null : Math.min(days, 3650);
}

function objectionsOf(line: Line, tell: Tell): Objection[] {
  const said = line.text('objections');
  const text = compactText(said);
  if (said === '' || NOTHING.test(text)) return [];
  const answer = line.text('result');
  const effect = /撤销|取消|终止/.test(answer)
    ? '撤销'
    : /(?:已|予以|同意|采纳|按).{0,6}(?:修改|调整|更正|采纳)|^(?:修改|调整|更正)/.test(answer)
      ? '修改'
      : answer === '' || NOTHING.test(compactText(answer))
        ? null
        : '维持';
  if (effect === '维持' && !/维持|不变|不予|不采纳/.test(answer)) {
    tell('result', `处理结果“${answer}”没有写明维持、修改还是撤销，按“维持”记，请核对`, 'info', 'effect-unclear');
  }
  return [{ date: null, who: '', text: said, answer, answeredAt: null, effect }];
}

// 指标文 lists to 资金批次: one row a paper; what the workbook has already is known again by number, fund and use (SPECS B10).

import { batchName, FUND_BATCH_KINDS, FUND_DIRECTIONS, type FundBatch } from '../domain/execution.ts';
import type { Project } from '../domain/project.ts';
import type { FundSource, PlanInfo } from '../domain/reference.ts';
import type { ImportProblem } from '../import/preview.ts';
import type { TableReading } from '../import/reading.ts';
import { documentKey } from '../values/document-number.ts';
import { bareText } from '../values/fold-text.ts';
import { type Fen, formatWanFull, subtractFen, toFen } from '../values/money.ts';
import type { AmountUnit } from '../values/parse-amount.ts';
import { parseDay } from '../values/parse-day.ts';
import { checkTotals } from './check-totals.ts';
import { pickAmounts } from './pick-amounts.ts';
import {
  amountOf,
  type ColumnPatterns,
  cellProblem,
  droppedRemark,
  findColumns,
  linesOf,
  type SheetLine,
  sumWords,
} from './sheet-rows.ts';
import { guardUnits } from './unit-guard.ts';
import { foldedNames, refuseWrongSheet } from './wrong-sheet.ts';

type BatchKey =
  | 'upperNumber'
  | 'ownNumber'
  | 'number'
  | 'upperDate'
  | 'ownDate'
  | 'receivedDate'
  | 'date'
  | 'name'
  | 'level'
  | 'direction'
  | 'kind'
  | 'year'
  | 'amount'
  | 'subject'
  | 'use'
  | 'startBy'
  | 'finishBy'
  | 'payBy'
  | 'note';

/** What became of the money is no amount of the paper. */
const OWN_AMOUNT = '^(?!.*(?:已|未|待|累计|实际)(?:分配|下达|安排|支付|拨付|使用|支出)|.*(?:支付|支出|结余|剩余|报账))';

const BATCH_COLUMNS: ColumnPatterns<BatchKey> = [
  ['upperNumber', /(?:上级|来源|省级?|中央|市级?)(?:下达|指标)?文[号件]/],
  ['ownNumber', /(?:本级|县级?|区级?|下达|分解)(?:下达)?文[号件]/],
  ['number', /文号|^(?:指标)?文件?$|指标文/],
  ['upperDate', /(?:上级|来源).*(?:日期|时间)/],
  ['ownDate', /(?:本级|下达|发文).*(?:日期|时间)/],
  ['receivedDate', /(?:收到|收文|到位|到账).*(?:日期|时间)/],
  ['startBy', /开工(?:期限|时限|截止)/],
  ['finishBy', /(?:完工|竣工)(?:期限|时限|截止)/],
  ['payBy', /(?:支付|拨付|支出)(?:期限|时限|截止)/],
  ['date', /^(?:.*›)?(?:日期|时间|文件日期)$/],
  ['amount', new RegExp(`${OWN_AMOUNT}.*(?:金额|指标(?:数|额)?$|下达(?:资金|数|额)|资金(?:数|额|规模)|^资金$)`)],
  ['name', /资金名称|指标名称|资金(?:来源|类别|性质|渠道|类型)|^名称$|项目名称|批次名称/],
  ['level', /级次|级别|层级/],
  ['direction', /任务方向|资金方向|支出方向/],
  ['kind', /^(?:.*›)?(?:批次|类型|下达方式|性质)$/],
  ['year', /年度|年份/],
  ['subject', /科目/],
  ['use', /用途|使用范围/],
  ['note', /备注|说明/],
];

const SILENT = /^(?:序号|项次|编号|单位)$/;

export interface BatchReading {
  /** New ones. */
  batches: Omit<FundBatch, 'id'>[];
  /** Rows that the workbook holds already with the same figures. */
  known: number;
  problems: ImportProblem[];
}

/** 级次 as written to the child of a fund. */
const LEVELS: readonly (readonly [RegExp, string])[] = [
  [/中央|国家/, 'central'],
  [/省|自治区/, 'province'],
  [/^(?:地)?市|州|市级/, 'city'],
  [/县|区|旗|本级/, 'county'],
];

/** The source that a name (and 级次) means: the longest of its names that the text holds; null for none. */
export function fundOf(text: string, level: string, sources: readonly FundSource[]): FundSource | null {
  const wanted = bareText(text);
  let best: { source: FundSource; length: number } | null = null;
  for (const source of sources) {
    for (const name of [source.name, ...source.aliases, ...source.names.map((one) => one.name)]) {
      const own = bareText(name);
      // 中央, 省 and the like say the level; alone they are too short to find a fund by in a longer name.
      const fits = own === wanted || (own.length >= 4 && wanted.includes(own));
      if (fits && (best === null || own.length > best.length)) best = { source, length: own.length };
    }
  }
  if (best === null || best.source.parent !== null) return best?.source ?? null;
  const suffix = LEVELS.find(([words]) => words.test(level) || (level === '' && words.test(text.slice(0, 3))))?.[1];
  return sources.find(({ id }) => id === `${best?.source.id}.${suffix ?? ''}`) ?? best.source;
}

function directionOf(...texts: string[]): string {
  const text = texts.join(' ');
  const named = FUND_DIRECTIONS.find((direction) => direction !== '其他' && text.includes(direction));
  if (named) return named;
  if (/以工代赈/.test(text)) return '以工代赈';
  if (/少数民族/.test(text)) return '少数民族发展';
  if (/农场/.test(text)) return '欠发达国有农场';
  if (/林场/.test(text)) return '欠发达国有林场';
  if (/牧场/.test(text)) return '欠发达国有牧场';
  if (/老区/.test(text)) return '老区';
  if (/常态化/.test(text)) return '常态化帮扶';
  if (/巩固|乡村振兴|衔接/.test(text)) return '巩固拓展脱贫攻坚成果和乡村振兴';
  return '';
}

function kindOf(text: string, amount: number): string {
  const named = FUND_BATCH_KINDS.find((kind) => kind !== '其他' && text.includes(kind));
  if (named) return named;
  if (/收回|核减|调减|追减/.test(text) || amount < 0) return '收回';
  return /结转/.test(text) ? '上年结转' : '';
}

/** Two rows of one paper are two batches where fund, direction or use differ. */
function batchKey(batch: Omit<FundBatch, 'id'>): string {
  const number = documentKey(batch.ownNumber || batch.upperNumber);
  const what = [batch.fundSourceId ?? batch.sourceText, batch.direction, batch.use, batch.year, batch.amountFen < 0];
  return `${number}|${number === '' ? bareText(batch.sourceText) : ''}|${what.join('|')}`;
}

const dayOf = ({ ownDate, upperDate }: Omit<FundBatch, 'id'>): string | null => ownDate ?? upperDate;

/**
 * Known batches by what rows are known by, each to be spoken of once: the one of the same amount, else one that the row may
 * correct — money taken back on another day is another paper.
 */
function knownBatches(known: readonly FundBatch[]) {
  const left = Map.groupBy(known, batchKey);
  const without = (key: string, one: FundBatch): FundBatch => {
    left.set(
      key,
      (left.get(key) ?? []).filter((other) => other !== one),
    );
    return one;
  };
  return {
    same(batch: Omit<FundBatch, 'id'>): FundBatch | null {
      const key = batchKey(batch);
      const equal = (left.get(key) ?? []).filter(({ amountFen }) => amountFen === batch.amountFen);
      const found = equal.find((one) => dayOf(one) === dayOf(batch)) ?? equal[0];
      return found ? without(key, found) : null;
    },
    other(batch: Omit<FundBatch, 'id'>): FundBatch | null {
      const key = batchKey(batch);
      const mayBe = (left.get(key) ?? []).find(
        (one) => batch.amountFen >= 0 || dayOf(one) === null || dayOf(batch) === null || dayOf(one) === dayOf(batch),
      );
      return mayBe ? without(key, mayBe) : null;
    },
  };
}

/** Ids of batches that another sheet of the file has brought. */
const NEW = 'new:';
export const newBatchId = (sheet: number, index: number): string => `${NEW}${sheet}:${index}`;
const isOfThisFile = ({ id }: FundBatch): boolean => id.startsWith(NEW);

export interface BatchContext {
  plan: PlanInfo;
  fundSources: readonly FundSource[];
  known: readonly FundBatch[];
  /** Of the plan: by their sum a wrong unit is seen, by their names a list of projects. */
  projects: readonly Project[];
}

export function readBatches(
  reading: TableReading,
  { plan, fundSources, known, projects }: BatchContext,
  { unit, columns: letters }: { unit: AmountUnit | null; columns: readonly string[] },
): BatchReading {
  const wrong = refuseWrongSheet(reading, 'papers', foldedNames(projects));
  if (wrong) return { batches: [], known: 0, problems: [wrong] };
  const planFen = projects.reduce((sum, { amounts }) => sum + (amounts.total ?? 0), 0);
  const columns = findColumns(reading, BATCH_COLUMNS);
  const { of } = columns;
  const problems: ImportProblem[] = [];
  pickAmounts<BatchKey>(reading, columns, ['amount'], { unit, chosen: letters, problems });
  problems.unshift(...droppedRemark(reading, columns.others, SILENT));
  const result: BatchReading = { batches: [], known: 0, problems };
  const names = (['number', 'upperNumber', 'ownNumber', 'name'] as const).filter((key) => of[key] !== undefined);
  const [naming] = names;
  if (naming === undefined || of.amount === undefined) {
    const lacking = naming === undefined ? '“文号”或“资金名称”列' : '“金额”列';
    problems.push(cellProblem(reading, 'error', 'no-column', '', '', `没有${lacking}，没有读入资金批次`));
    return result;
  }
  const lines = linesOf<BatchKey>(reading, columns, names, { amounts: [of.amount], problems });
  const sumWord = sumWords<BatchKey>(reading, columns, names);
  problems.push(...checkTotals<BatchKey>(reading, columns, [of.amount], { lines, sumWord }, unit));
  const guard = guardUnits(reading, unit !== null);
  const rows: { line: SheetLine<BatchKey>; batch: Omit<FundBatch, 'id'> }[] = [];
  const tellAt =
    (line: SheetLine<BatchKey>): TellBatch =>
    (key, message, level = 'warning', code = 'value-unparsed') =>
      problems.push(cellProblem(reading, level, code, line.address(key), line.text(key), message));
  for (const line of lines) {
    const amount = amountOf(reading, line, of.amount, { chosen: unit, problems });
    if (amount === null) {
      if (line.text('amount') === '') tellAt(line)('amount', '没有金额，这一行没有读入');
      continue;
    }
    guard.look(of.amount.header, line.address('amount'), amount, planFen);
    rows.push({ line, batch: batchOf(line, amount, { plan, fundSources, title: reading.title, tell: tellAt(line) }) });
  }
  problems.push(...guard.problems());
  // Equal ones first, so that a row is not taken for the correction of a batch that another row names.
  const there = knownBatches(known);
  const fresh = rows.filter(({ line, batch }) => {
    const same = there.same(batch);
    if (same && isOfThisFile(same)) {
      const words = `批次“${batchName(batch)}” ${formatWanFull(batch.amountFen)} 万元在前面的工作表里已有，没有再记`;
      tellAt(line)('amount', words, 'info', 'batch-of-sheet');
    }
    return same === null;
  });
  result.known = rows.length - fresh.length;
  const first = new Map<string, number>();
  for (const { line, batch } of fresh) {
    const tell = tellAt(line);
    const before = there.other(batch);
    if (before) {
      tell(
        'amount',
        `批次“${batchName(batch)}”已有，金额是 ${formatWanFull(before.amountFen)} 万元，表上是 ${formatWanFull(batch.amountFen)} 万元，差 ${formatWanFull(subtractFen(batch.amountFen, before.amountFen))} 万元；没有改动，请核对后在资金页修改`,
        'warning',
        'batch-differs',
      );
      continue;
    }
    const key = [batchKey(batch), batch.amountFen, dayOf(batch)].join('|');
    const twin = first.get(key);
    if (twin === undefined) first.set(key, line.row);
    else {
      const words = `与第 ${twin} 行的文号、资金、日期和金额 ${formatWanFull(batch.amountFen)} 万元都相同，按两笔读入；写重了的请删去一笔`;
      tell('amount', words, 'warning', 'batch-twin');
    }
    result.batches.push(batch);
  }
  return result;
}

type TellBatch = (key: BatchKey, message: string, level?: ImportProblem['level'], code?: string) => void;

function batchOf(
  line: SheetLine<BatchKey>,
  amount: Fen,
  {
    plan,
    fundSources,
    title,
    tell,
  }: {
    plan: PlanInfo;
    fundSources: readonly FundSource[];
    title: string;
    tell: TellBatch;
  },
): Omit<FundBatch, 'id'> {
  const { text } = line;
  const day = (key: BatchKey): string | null => {
    const written = text(key);
    if (written === '' || written === '/' || written === '—') return null;
    const read = parseDay(written, /^\d{5}$/.test(written));
    if (read === undefined) tell(key, `“${written}”不是日期，没有读入，请写成 2026-11-30`);
    return read ?? null;
  };
  const name = text('name');
  const source = fundOf(name || title, text('level'), fundSources);
  if (source === null && name !== '') {
    tell(
      'name',
      `“${name}”不是规划里的资金来源，按原名记下；可在规划设置里把它加为资金来源的名称`,
      'info',
      'fund-unknown',
    );
  }
  const ownDate = day('ownDate') ?? day('date');
  const upperDate = day('upperDate');
  const stated = /(20\d{2})/.exec(text('year'))?.[1];
  const number = text('number');
  const kind = kindOf(`${text('kind')} ${name} ${text('note')}`, amount);
  const dated = ownDate ?? upperDate;
  // 提前下达 of December is money of the next year.
  const inNext = kind === '提前下达' && dated?.slice(5, 7) === '12';
  const fromTitle = /(20\d{2})年/.exec(`${name} ${title}`)?.[1];
  const year =
    stated ?? fromTitle ?? (dated === null ? undefined : String(Number(dated.slice(0, 4)) + (inNext ? 1 : 0)));
  return {
    year: year === undefined ? plan.firstYear : Number(year),
    fundSourceId: source?.id ?? null,
    sourceText: name || source?.name || '',
    direction: directionOf(text('direction'), name, text('use')),
    kind,
    upperNumber: text('upperNumber') || (text('ownNumber') === '' ? '' : number),
    upperDate,
    ownNumber: text('ownNumber') || (text('upperNumber') === '' ? number : ''),
    ownDate,
    receivedDate: day('receivedDate'),
    amountFen: toFen(amount),
    subject: text('subject'),
    use: text('use'),
    startBy: day('startBy'),
    finishBy: day('finishBy'),
    payBy: day('payBy'),
    note: text('note'),
  };
}

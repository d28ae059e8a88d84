// A sheet of indicators (表1, or values by year) read into indicators and values (SPECS F2): any order of columns, one or two
// rows of heads, years side by side or a row a year. What the workbook has already is not written over in silence.
import { type IndicatorValue, NO_DETAILS } from '../domain/indicator.ts';
import type { PlanInfo } from '../domain/reference.ts';
import { cellProblem, linesOf, type SheetLine } from '../funds/sheet-rows.ts';
import { headerOf } from '../import/header-words.ts';
import type { ImportProblem } from '../import/preview.ts';
import type { ReadColumn, TableReading } from '../import/reading.ts';
import { cellAddress } from '../sheet/sheet.ts';
import type { PlanIndicator } from '../tables/indicators.ts';
import { bareText, blankMark, compactText } from '../values/fold-text.ts';
import { indicatorText } from './cell-text.ts';
import { doubtValue } from './doubt-value.ts';
import { matchIndicator } from './match-indicator.ts';
import { type FieldSaid, mergeFields } from './merge-fields.ts';
import { type IndicatorColumns, type IndicatorKey, indicatorColumns } from './sheet-columns.ts';

/** What was said by hand of a row: an indicator's id, a new one, or to leave it out. */
export type RowChoice = string | 'new' | null;

export interface IndicatorContext {
  plan: Pick<PlanInfo, 'firstYear' | 'lastYear'>;
  indicators: readonly PlanIndicator[];
  values: ReadonlyMap<string, ReadonlyMap<number, IndicatorValue>>;
  pairs: ReadonlyMap<number, RowChoice>;
  /** The year of values under a head that names none; null: that of the title. */
  year: number | null;
  newId: () => string;
}

export interface IndicatorReading {
  /** With those that the sheet changes and those that it brings. */
  indicators: PlanIndicator[];
  added: string[];
  updated: string[];
  values: IndicatorValue[];
  /** Values that stand there already. */
  known: number;
  problems: ImportProblem[];
}

type Line = SheetLine<IndicatorKey>;

export function readIndicatorSheet(reading: TableReading, context: IndicatorContext): IndicatorReading {
  const result: IndicatorReading = {
    indicators: [...context.indicators],
    ...{ added: [], updated: [], values: [], known: 0, problems: [] },
  };
  const found = indicatorColumns(reading, context.plan);
  const { columns } = found;
  const { of, others } = columns;
  if (of.name === undefined && of.year !== undefined) {
    readTransposed(reading, found, context, result);
    if (result.values.length + result.known > 0) return result;
  }
  if (of.name === undefined) {
    const words = '没有“指标”（指标名称）列，没有读入。表头应有：指标、单位、属性、基期值、目标值、各年实际值';
    result.problems.push(cellProblem(reading, 'error', 'no-column', '', '', words));
    return result;
  }
  const dropped = others.filter((column) => !/^(?:序号|项次)$/.test(headerOf(column)));
  if (dropped.length > 0) {
    const list = dropped.map(({ letter, header }) => `${letter} 列“${header}”`).join('、');
    result.problems.push(cellProblem(reading, 'info', 'columns-dropped', '', '', `没有读入这些列：${list}`));
  }
  const year = context.year ?? titleYear(reading);
  if (of.value !== undefined && of.year === undefined && year === null) {
    const words = `“${of.value.header}”没有写是哪一年，没有读入；请在表题或表头写明年份，或说明是哪一年的（命令行 --year）`;
    result.problems.push(
      cellProblem(reading, 'error', 'year-unclear', `${of.value.letter}${reading.headerRows.at(-1) ?? 1}`, '', words),
    );
    return result;
  }
  let group = '';
  const lines = linesOf<IndicatorKey>(reading, columns, ['name'], { amounts: [], problems: result.problems });
  for (const line of lines) {
    if (isNote(line)) continue;
    const heading = headingOf(line, found);
    if (heading !== null) {
      group = heading;
      continue;
    }
    readLine(line, { reading, found, context, result, group, year });
  }
  return result;
}

/** Years down the rows, an indicator a column: only columns that name indicators of the workbook are values. */
function readTransposed(
  reading: TableReading,
  { columns }: IndicatorColumns,
  context: IndicatorContext,
  result: IndicatorReading,
): void {
  const named = reading.columns.flatMap((column) => {
    if (column === columns.of.year || column.path.length === 0) return [];
    const match = matchIndicator(column.path.at(-1) ?? '', context.indicators);
    return match.kind === 'known' ? [{ column, indicator: match.indicator }] : [];
  });
  for (const line of linesOf<IndicatorKey>(reading, columns, ['year'], { amounts: [], problems: [] })) {
    const year = Number(/(?:19|20)\d{2}/.exec(line.text('year'))?.[0] ?? Number.NaN);
    if (Number.isNaN(year)) continue;
    for (const { column, indicator } of named) {
      const text = indicatorText(line.value(column), line.value(column)?.text ?? '');
      if (blankMark(text) === undefined)
        takeValue(indicator, { year, text, column }, line, { reading, context, result });
    }
  }
  const others = reading.columns.filter(
    (column) => column.path.length > 0 && column !== columns.of.year && !named.some((one) => one.column === column),
  );
  if (others.length === 0) return;
  const list = others.map(({ letter, header }) => `${letter} 列“${header}”`).join('、');
  result.problems.push(
    cellProblem(reading, 'warning', 'columns-dropped', '', '', `这些列不是工作簿里的指标，没有读入：${list}`),
  );
}

/** 2023年指标完成情况表. */
function titleYear({ title, sheet }: TableReading): number | null {
  const found = [title, sheet].flatMap((text) =>
    [...text.matchAll(/(?<!\d)(20\d{2})(?=年|$)/g)].map(([, year]) => Number(year)),
  );
  const distinct = [...new Set(found)];
  return distinct.length === 1 ? (distinct[0] ?? null) : null;
}

/** A sentence beneath the table stands over its columns; a signature says what it is. */
function isNote(line: Line): boolean {
  const name = line.text('name');
  const isSentence = /[。；]/.test(name) && (name === line.text('number') || name === line.text('attribute'));
  return isSentence || /^(?:注|备注|说明|填[报表]|制表|审核人?|数据来源|校验码)[：:]/.test(name);
}

const CHINESE_NUMBER = /^[（(]?[一二三四五六七八九十]{1,3}[)）]?[、.．]?\s*/;

/** A row that only names a group: numbered 一、, merged over the table, or without a number where the others have one. */
function headingOf(line: Line, { columns: { of }, years }: IndicatorColumns): string | null {
  const name = line.text('name');
  const number = compactText(line.text('number'));
  if (/^\d/.test(number)) return null;
  const rest = [of.unit, of.attribute, of.base, of.target, of.value, ...years.map(({ column }) => column)];
  const texts = rest.map((column) => line.value(column)?.text.trim() ?? '');
  if (texts.some((text) => blankMark(text) === undefined && text !== name)) return null;
  const bare = name.replace(/^[（(]?[一二三四五六七八九十]{1,3}(?:[)）][、.．]?|[、.．])\s*/, '');
  const isNumbered = bare !== name || (number !== '' && number.replace(CHINESE_NUMBER, '') === '');
  const isMerged = texts.some((text) => text === name);
  return isNumbered || isMerged || (of.number !== undefined && number === '') ? bare : null;
}

interface LineContext {
  reading: TableReading;
  found: IndicatorColumns;
  context: IndicatorContext;
  result: IndicatorReading;
  group: string;
  year: number | null;
}

function readLine(line: Line, all: LineContext): void {
  const { reading, context, result } = all;
  const name = line.text('name').replace(/^\d{1,3}[.、．]\s*/, '');
  const choice = context.pairs.get(line.row);
  if (choice === null) return;
  const match =
    choice === undefined
      ? matchIndicator(name, result.indicators)
      : choice === 'new'
        ? ({ kind: 'new' } as const)
        : { kind: 'known' as const, indicator: result.indicators.find(({ id }) => id === choice) };
  if (match.kind === 'near') {
    const list = match.candidates.map((one) => `${one.number}“${one.name}”`).join('或');
    const words = `“${name}”与第 ${list} 个指标名称相近，不能确定是不是同一个，没有读入；请改成同样的名称，或说明是哪一个（命令行 --pair ${line.row}=序号，新指标 --pair ${line.row}=new，不读 --pair ${line.row}=skip）`;
    result.problems.push(cellProblem(reading, 'error', 'indicator-near', line.address('name'), name, words));
    return;
  }
  if (match.kind === 'known' && !match.indicator) return;
  const said = fieldsOf(line, name, all);
  let indicator: PlanIndicator;
  if (match.kind === 'known' && match.indicator) {
    const merged = mergeFields(match.indicator, said);
    for (const { key, mine, theirs } of merged.differ) {
      const words = `“${match.indicator.name}”的${key}，表上是“${theirs}”，工作簿里是“${mine}”，没有改动；表上的对的，请在“指标评价”里改`;
      result.problems.push(cellProblem(reading, 'warning', 'field-differs', line.address('name'), theirs, words));
    }
    indicator = merged.indicator;
    if (merged.isChanged) {
      result.indicators = result.indicators.map((one) => (one.id === indicator.id ? indicator : one));
      if (!result.added.includes(indicator.id) && !result.updated.includes(indicator.id))
        result.updated.push(indicator.id);
    }
  } else {
    indicator = newIndicator(said, all);
    result.indicators.push(indicator);
    result.added.push(indicator.id);
    if (context.indicators.length > 0) {
      const kind = indicator.inPlan ? '规划指标' : '任务指标';
      const words = `指标表里没有“${name}”，已作为${kind}新增；写法不同的请改成同样的名称再导入`;
      result.problems.push(cellProblem(reading, 'warning', 'indicator-added', line.address('name'), name, words));
    }
  }
  for (const one of valuesSaid(line, all)) takeValue(indicator, one, line, all);
}

function fieldsOf(line: Line, name: string, { found, group, reading, result, context }: LineContext): FieldSaid {
  const { of } = found.columns;
  const read = (column: ReadColumn | undefined): string | null => {
    const text = column ? indicatorText(line.value(column), seen(line, column, of)) : '';
    return blankMark(text) === undefined ? text : null;
  };
  const bases = found.years.filter(({ role }) => role === 'base');
  const targets = found.years.filter(({ role }) => role === 'target');
  const last = targets.reduce((most, { year }) => (year >= context.plan.lastYear ? Math.max(most, year) : most), 0);
  const attribute = line.text('attribute');
  const isMark = /约束/.test(attribute) ? '约束性' : /预期/.test(attribute) ? '预期性' : null;
  if (attribute !== '' && isMark === null && blankMark(attribute) === undefined) {
    const words = `属性“${attribute}”应是“约束性”或“预期性”，没有读入这一格`;
    result.problems.push(
      cellProblem(reading, 'warning', 'value-unparsed', line.address('attribute'), attribute, words),
    );
  }
  const base = read(of.base) ?? read(bases[0]?.column);
  const stepped = targets.filter(({ year }) => year !== last || of.target !== undefined);
  return {
    name,
    group: line.text('group') || group,
    unit: read(of.unit),
    attribute: isMark,
    baseYear: bases[0] && read(of.base) === null ? String(bases[0].year) : headYear(of.base),
    baseValue: base,
    targetYear: of.target === undefined ? (last === 0 ? null : String(last)) : headYear(of.target),
    targetValue: of.target === undefined ? read(targets.find(({ year }) => year === last)?.column) : read(of.target),
    targets: Object.fromEntries(
      stepped.flatMap(({ column, year }) => {
        const text = read(column);
        return text === null ? [] : [[String(year), text]];
      }),
    ),
    department: line.text('department'),
    source: line.text('source'),
  };
}

/** What is seen at a cell that holds no number. */
function seen(line: Line, column: ReadColumn, of: IndicatorColumns['columns']['of']): string {
  const key = (Object.keys(of) as IndicatorKey[]).find((one) => of[one] === column);
  return key === undefined ? (line.value(column)?.text ?? '') : line.text(key);
}

/** 基期值（2020年）. */
function headYear(column: ReadColumn | undefined): string | null {
  return /(?<!\d)(20\d{2})/.exec(column?.header ?? '')?.[1] ?? null;
}

function newIndicator(said: FieldSaid, { context, result }: LineContext): PlanIndicator {
  const { plan } = context;
  const position = Math.max(0, ...result.indicators.map((one) => one.position)) + 1;
  return {
    ...NO_DETAILS,
    id: context.newId(),
    number: result.indicators.length + 1,
    position,
    isOwn: true,
    group: said.group,
    name: said.name,
    unit: said.unit,
    baseYear: said.baseYear ?? String(plan.firstYear - 1),
    baseValue: said.baseValue,
    targetYear: said.targetYear ?? String(plan.lastYear),
    targetValue: said.targetValue,
    attribute: said.attribute ?? '预期性',
    targets: said.targets,
    department: said.department,
    source: said.source,
    // A row that the plan's own list does not have, and that does not say what it is of, is a task beside it.
    inPlan: context.indicators.length === 0 || said.attribute !== null,
  };
}

interface SaidValue {
  year: number;
  text: string;
  column: ReadColumn;
}

function valuesSaid(line: Line, { found, year, reading, result }: LineContext): SaidValue[] {
  const { of } = found.columns;
  const values = found.years
    .filter(({ role }) => role === 'actual')
    .map(({ column, year: one }) => ({
      year: one,
      column,
      text: indicatorText(line.value(column), line.value(column)?.text ?? ''),
    }));
  if (of.value !== undefined) {
    const own = /(?:19|20)\d{2}/.exec(line.text('year'))?.[0];
    const at = of.year === undefined ? year : own === undefined ? null : Number(own);
    const text = indicatorText(line.value(of.value), line.text('value'));
    if (at !== null) values.push({ year: at, column: of.value, text });
    else if (blankMark(text) === undefined) {
      const words = `“${line.text('year')}”不是年份，这一行的“${text}”没有读入`;
      result.problems.push(
        cellProblem(reading, 'warning', 'value-unparsed', line.address('year'), line.text('year'), words),
      );
    }
  }
  return values.filter(({ text }) => blankMark(text) === undefined);
}

function takeValue(
  indicator: PlanIndicator,
  said: SaidValue,
  line: Line,
  { reading, context, result }: Pick<LineContext, 'reading' | 'context' | 'result'>,
): void {
  const tell = (level: ImportProblem['level'], code: string, words: string): void => {
    const cell = cellAddress(line.row, said.column.column);
    result.problems.push(cellProblem(reading, level, code, cell, said.text, words));
  };
  const place = `“${indicator.name}”${said.year} 年`;
  const doubt = doubtValue(indicator, said.text);
  if (doubt !== null) tell('warning', 'value-doubtful', `${place}${doubt}`);
  const before = context.values.get(indicator.id)?.get(said.year) ?? null;
  const twice = result.values.find((one) => one.indicatorId === indicator.id && one.year === said.year);
  if (twice) {
    if (bareText(twice.text) !== bareText(said.text))
      tell('warning', 'value-twice', `${place}前面已写“${twice.text}”，这里又写“${said.text}”，取前一个，请核对`);
    return;
  }
  if (before !== null && compactText(before.text) === compactText(said.text)) {
    result.known += 1;
    return;
  }
  if (before?.state === '核定') {
    tell(
      'warning',
      'value-settled',
      `${place}已核定为“${before.text}”，表上是“${said.text}”，没有改动；要改请先改为初步`,
    );
    return;
  }
  if (before !== null) tell('info', 'value-changed', `${place}由“${before.text}”改为“${said.text}”`);
  result.values.push({
    indicatorId: indicator.id,
    year: said.year,
    text: said.text,
    state: stateOf(line, reading),
    source: line.text('source') || (before?.source ?? ''),
    date: before?.date ?? null,
    note: line.text('note') || (before?.note ?? ''),
  });
}

/** 核定 where the row or the title says so. */
function stateOf(line: Line, { title }: TableReading): IndicatorValue['state'] {
  const word = line.text('state') || title;
  return /核定|审定|最终|公报/.test(word) && !/初步|快报|预计/.test(word) ? '核定' : '初步';
}

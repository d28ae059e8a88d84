// Forms of goals as offices send them (申报, 监控, 自评): one a sheet, several under each other, or a list with a project a row.
// A form begins over its row of 一级指标, 二级指标, 三级指标; what stands above it is its head.

import { indicatorText } from '../indicators/cell-text.ts';
import type { GoalIndicator, GoalLevel } from '../records/goal.ts';
import type { CellValue, SheetData } from '../sheet/sheet.ts';
import { cellAddress } from '../sheet/sheet.ts';
import { cellIn, type SheetView, viewSheet } from '../sheet/sheet-view.ts';
import { blankMark, compactText } from '../values/fold-text.ts';
import { type FormColumn, formColumnOf, type HeadKey, headKeyOf, labelOf, unitIn } from './form-labels.ts';

/** A value of a form with its place. */
export interface Said {
  text: string;
  cell: string;
}

export interface ReadForm {
  sheet: string;
  /** The row of 一级指标. */
  headerRow: number;
  title: string;
  /** Of its title; null where none says. */
  year: number | null;
  kind: '申报' | '监控' | '自评';
  head: Partial<Record<HeadKey, Said>>;
  /** Unit of each amount of the head. */
  units: Partial<Record<HeadKey, '元' | '万元'>>;
  /** 全年预算数 and 全年执行数 of the row 年度资金总额. */
  budget: Said | null;
  spent: Said | null;
  indicators: { row: number; indicator: GoalIndicator }[];
}

type Columns = Partial<Record<FormColumn, number>>;

const ENDS =
  /^.{0,20}(?:绩效|自评).{0,14}表|^(?:总分|合计|总计|自评总分|注[:：]?|备注[:：]|说明[:：]|填报|填表|联系人|审核|.{0,16}(?:意见|盖章|签字))/;

/** All forms of a sheet; [] where it holds none. */
export function readForms(sheet: SheetData): ReadForm[] {
  const view = viewSheet(sheet);
  const headers = sheet.rows.flatMap(({ row }) => {
    const columns = headerIn(view, row);
    return columns === null ? [] : [{ row, columns }];
  });
  const forms: ReadForm[] = [];
  let from = 0;
  headers.forEach(({ row, columns }, index) => {
    const until = headers[index + 1]?.row ?? Number.POSITIVE_INFINITY;
    const body = readBody(view, columns, { after: row, until });
    forms.push(
      ...formsOf(view, columns, { from, row, until: body.end, sheet: sheet.name, indicators: body.indicators }),
    );
    from = body.end;
  });
  return forms;
}

/** The columns of a header row; null for another row. */
function headerIn(view: SheetView, row: number): Columns | null {
  const columns: Columns = {};
  for (const { column, value } of view.rowAt(row)?.cells ?? []) {
    const key = formColumnOf(value?.text ?? '');
    if (key !== null && columns[key] === undefined) columns[key] = column;
  }
  const isHeader = columns.level !== undefined && (columns.name !== undefined || columns.kind !== undefined);
  return isHeader ? columns : null;
}

interface BodyRow {
  row: number;
  project: string;
  indicator: GoalIndicator;
}

/** Rows of indicators beneath a header, up to what ends them: a total, a note, a signature, the head of the next form. */
function readBody(
  view: SheetView,
  columns: Columns,
  { after, until }: { after: number; until: number },
): { indicators: BodyRow[]; end: number } {
  const indicators: BodyRow[] = [];
  let level: GoalLevel | null = null;
  let kind = '';
  let end = after + 1;
  for (const { row, cells } of view.sheet.rows) {
    if (row <= after || row >= until) continue;
    const first = cells.find(({ value }) => (value?.text ?? '').trim() !== '')?.value?.text ?? '';
    const levelText = textAt(view, row, columns.level);
    if (ENDS.test(compactText(first)) || (levelOf(levelText) === null && headKeyOf(first) === 'name')) break;
    end = row + 1;
    const ownLevel = levelOf(levelText) ?? levelOf(textAt(view, row, columns.kind));
    if (ownLevel !== null && ownLevel !== level) kind = '';
    level = ownLevel ?? level;
    const kindText = textAt(view, row, columns.kind);
    kind = kindText === '' ? kind : kindOf(kindText);
    const name = textAt(view, row, columns.name ?? columns.kind).replace(/\s+/g, ' ');
    if (name === '' || /^(?:指标\d*|[.…·]+)$/.test(name) || level === null || /预算执行率/.test(name)) continue;
    const project = textAt(view, row, columns.project);
    indicators.push({ row, project, indicator: indicatorAt(view, row, columns, { level, kind, name }) });
  }
  return { indicators, end };
}

function indicatorAt(
  view: SheetView,
  row: number,
  columns: Columns,
  { level, kind, name }: { level: GoalLevel; kind: string; name: string },
): GoalIndicator {
  const get = (key: FormColumn): string => valueAt(view, row, columns[key]);
  const bare = (text: string): string => (blankMark(text) === undefined ? text : '');
  const operator = get('operator').replace(/^(?:定性|正向|反向)$/, '');
  const unit = columns.operator === undefined ? '' : get('unit');
  const target = get('target');
  const whole = /^[\d.]+$/.test(target) ? `${operator}${target}${unit}` : target;
  const weight = Number(get('weight').replace(/分$/, ''));
  const isCore = /[★☆]/.test(`${name}${target}${get('note')}`);
  return {
    ...{ level, kind, name: name.replace(/[★☆*]+/g, '').trim(), target: bare(whole.replace(/[★☆]/g, '').trim()) },
    ...{ isCore, weight: get('weight') === '' || Number.isNaN(weight) ? null : weight, origin: 'typed' },
    ...{ midway: bare(get('midway')), actual: bare(get('actual')), reason: bare(get('reason')) },
  };
}

const LEVELS: readonly (readonly [RegExp, GoalLevel])[] = [
  [/满意/, '满意度'],
  [/效益|可持续|影响/, '效益'],
  [/产出|数量|质量|时效|成本/, '产出'],
];

function levelOf(text: string): GoalLevel | null {
  return LEVELS.find(([words]) => words.test(compactText(text)))?.[1] ?? null;
}

/** 数量指标（20分） is 数量. */
function kindOf(text: string): string {
  const bare = compactText(text).replace(/\(.*?\)|指标/g, '');
  if (/满意/.test(bare)) return '服务对象满意度';
  return bare
    .replace(/^经济$/, '经济效益')
    .replace(/^社会$/, '社会效益')
    .replace(/^生态$/, '生态效益')
    .replace(/^可持续(?:影响)?(?:效益)?$/, '可持续影响');
}

function textAt(view: SheetView, row: number, column: number | undefined): string {
  return column === undefined
    ? ''
    : view
        .seenText(row, column)
        .replace(/\s*\n\s*/g, '')
        .trim();
}

function valueAt(view: SheetView, row: number, column: number | undefined): string {
  if (column === undefined) return '';
  const value: CellValue | null = cellIn(view.rowAt(row), column)?.value ?? null;
  return indicatorText(value, textAt(view, row, column));
}

interface Span {
  from: number;
  row: number;
  until: number;
  sheet: string;
  indicators: BodyRow[];
}

/** One form, or one for each project that the rows name. */
function formsOf(view: SheetView, columns: Columns, span: Span): ReadForm[] {
  const base = headOf(view, columns, span);
  const names = [...new Set(span.indicators.map(({ project }) => project).filter((name) => name !== ''))];
  const strip = (rows: BodyRow[]) => rows.map(({ row, indicator }) => ({ row, indicator }));
  if (columns.project === undefined || names.length === 0) return [{ ...base, indicators: strip(span.indicators) }];
  return names.map((name) => {
    const own = span.indicators.filter(({ project }) => project === name);
    const cell = cellAddress(own[0]?.row ?? span.row, columns.project ?? 1);
    return { ...base, head: { ...base.head, name: { text: name, cell } }, indicators: strip(own) };
  });
}

function headOf(view: SheetView, columns: Columns, { from, row: headerRow, sheet }: Span): ReadForm {
  const head: ReadForm['head'] = {};
  const units: ReadForm['units'] = {};
  const lines: string[] = [];
  let unit: '元' | '万元' | null = null;
  let budgetColumns: { budget?: number; spent?: number } = {};
  let budget: Said | null = null;
  let spent: Said | null = null;
  let goals: { goal?: number; result?: number } = {};
  for (const { row, cells } of view.sheet.rows) {
    if (row < from || row >= headerRow) continue;
    const filled = cells.filter(({ value }) => (value?.text ?? '').trim() !== '');
    const texts = filled.map(({ value }) => value?.text ?? '');
    lines.push(...texts);
    for (const text of texts) unit = unitIn(text) ?? unit;
    const columnOf = (words: RegExp): number | undefined =>
      filled.find(({ value }) => words.test(labelOf(value?.text ?? '')))?.column;
    const [budgetAt, spentAt] = [columnOf(/^(?:全年|调整后)?预算数/), columnOf(/^(?:全年)?执行数/)];
    if (budgetAt !== undefined && spentAt !== undefined) {
      const all = columnOf(/全年预算数/) ?? budgetAt;
      budgetColumns = { budget: all, spent: spentAt };
      continue;
    }
    const [goalAt, resultAt] = [columnOf(/^预期目标$|^年度目标$/), columnOf(/完成情况$/)];
    if (goalAt !== undefined && resultAt !== undefined) {
      goals = { goal: goalAt, result: resultAt };
      continue;
    }
    for (const { column, value } of filled) {
      const text = value?.text ?? '';
      // 其中：财政拨款 is a label, 项目名称：甲村… a label with its value.
      const label = headKeyOf(text);
      const key = label ?? headKeyOf(/^(.{2,12}?)[:：]/.exec(text)?.[1] ?? '');
      if (key === null || head[key] !== undefined) continue;
      const inline = label === null ? /[:：]\s*(\S.*)$/s.exec(text)?.[1] : undefined;
      const next = filled.find((cell) => cell.column > column && headKeyOf(cell.value?.text ?? '') === null);
      if (inline === undefined && !next) continue;
      const said = inline ?? indicatorText(next?.value ?? null, textAt(view, row, next?.column));
      head[key] = { text: said.trim(), cell: cellAddress(row, next?.column ?? column) };
      const own = unitIn(text) ?? unit;
      if (own !== null) units[key] = own;
    }
    const isTotal = filled.some(({ value }) => headKeyOf(value?.text ?? '') === 'total');
    if (isTotal && budgetColumns.budget !== undefined) {
      budget ??= { text: valueAt(view, row, budgetColumns.budget), cell: cellAddress(row, budgetColumns.budget) };
      spent ??= { text: valueAt(view, row, budgetColumns.spent), cell: cellAddress(row, budgetColumns.spent ?? 1) };
      head.total = budget;
    } else if (goals.goal !== undefined && head.annualGoal === undefined) {
      const said = textAt(view, row, goals.goal);
      if (said !== '') head.annualGoal = { text: said, cell: cellAddress(row, goals.goal) };
      const result = textAt(view, row, goals.result);
      if (result !== '') head.annualResult = { text: result, cell: cellAddress(row, goals.result ?? 1) };
    }
  }
  const title = lines.find((line) => /绩效|自评/.test(line)) ?? sheet;
  const years = [...lines, sheet].flatMap((line) =>
    [...line.matchAll(/(?<!\d)(20\d{2})(?=年)/g)].map(([, year]) => Number(year)),
  );
  return {
    ...{ sheet, headerRow, title, head, units, budget, spent, indicators: [] },
    year: years[0] ?? null,
    kind: columns.midway !== undefined || /监控/.test(title) ? '监控' : columns.actual !== undefined ? '自评' : '申报',
  };
}

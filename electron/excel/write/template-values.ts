// What goes into one column of an office's own template, by the field that its header was matched to.

import { categoryPath } from '#shared/domain/categories.ts';
import { type Column, columnsOf } from '#shared/domain/fields.ts';
import { cellKey, type Project } from '#shared/domain/project.ts';
import { topSourceOf } from '#shared/domain/reference.ts';
import { type AnnexRow, subtotalFen } from '#shared/format/annex-rows.ts';
import { type CellContent, makeContentReader } from '#shared/format/cell-content.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import type { Fen } from '#shared/values/money.ts';
import { addFen } from '#shared/values/money.ts';
import { type AmountUnit, UNIT_SCALE_DIGITS } from '#shared/values/parse-amount.ts';
import type { NewValue } from './patch/sheet-xml.ts';

const BLANK: NewValue = { kind: 'blank' };

/** The value for a row and a column key; `unit` is what the template's column counts in. */
export type TemplateReader = (row: AnnexRow, key: string, unit: AmountUnit) => NewValue;

/** `keys`: all fields that the template has columns for; they decide how a place is written. */
export function makeTemplateReader(data: PlanData, keys: ReadonlySet<string>): TemplateReader {
  const read = makeContentReader(data.reference);
  const columns = new Map(columnsOf(data.plan, data.reference).map((column) => [column.key, column]));
  return (row, key, unit) => {
    if (row.kind !== 'project') return headingValue(row, columns.get(plainKey(key)), key, unit);
    const { project } = row;
    if (key === 'serial') return { kind: 'number', text: String(row.number) };
    if (key === 'town' && !keys.has('village')) return textValue(`${project.town ?? ''}${project.village ?? ''}`);
    if (key === 'period:start') return textValue(showMonth(project.startAt));
    if (key === 'period:year') return textValue((project.startAt ?? '').slice(0, 4));
    if (key === 'period:end') return textValue(showMonth(project.endAt ?? project.startAt));
    if (key === 'categoryId') return textValue(categoryPath(data.reference, project.categoryId).join('/'));
    if (key.startsWith('cell:')) return amountValue(matrixCell(project, key), unit);
    if (key.startsWith('source:') && !columns.has(key)) return amountValue(ownSource(project, key, data), unit);
    const column = columns.get(plainKey(key));
    return column ? contentValue(read(project, column), unit) : BLANK;
  };
}

/** 'sum:fiscal' (小计 beside the parts of a source) holds what the source's own column would. */
function plainKey(key: string): string {
  return key.replace(/^sum:/, 'source:');
}

function headingValue(
  row: Exclude<AnnexRow, { kind: 'project' }>,
  column: Column | undefined,
  key: string,
  unit: AmountUnit,
): NewValue {
  if (key === 'serial') return textValue(row.kind === 'heading' ? row.ordinal : '');
  if (key === 'name') return textValue(row.kind === 'heading' ? row.name : '合计');
  if (key === 'content') return textValue(`${row.rollup.count}个`);
  if (key === 'count') return { kind: 'number', text: String(row.rollup.count) };
  return amountValue(column ? subtotalFen(row.rollup, column) : undefined, unit);
}

function textValue(text: string): NewValue {
  return text === '' ? BLANK : { kind: 'text', text };
}

function contentValue(content: CellContent, unit: AmountUnit): NewValue {
  if (content.kind === 'amount') return amountValue(content.fen, unit);
  if (content.kind === 'integer') return { kind: 'number', text: String(content.value) };
  return content.kind === 'text' ? textValue(content.text) : BLANK;
}

/** An amount as an exact decimal of the unit. */
function amountValue(fen: Fen | undefined, unit: AmountUnit): NewValue {
  if (fen === undefined) return BLANK;
  const digits = UNIT_SCALE_DIGITS[unit];
  const text = String(Math.abs(fen)).padStart(digits + 1, '0');
  const fraction = text.slice(-digits).replace(/0+$/, '');
  const sign = fen < 0 ? '-' : '';
  return { kind: 'number', text: `${sign}${text.slice(0, -digits)}${fraction === '' ? '' : `.${fraction}`}` };
}

/** A source below the top level (中央衔接资金) stands in its own column only as far as it was stated. */
function ownSource(project: Project, key: string, data: PlanData): Fen | undefined {
  const id = key.slice('source:'.length);
  return topSourceOf(data.reference, id) === undefined ? undefined : project.amounts.bySource[id];
}

/** 'cell:2021|fiscal' */
function matrixCell(project: Project, key: string): Fen | undefined {
  const [year = '', source = ''] = key.slice('cell:'.length).split('|');
  const fen = project.amounts.cells[cellKey(year, source)];
  return fen === undefined ? undefined : addFen(fen);
}

function showMonth(at: string | null): string {
  if (at === null) return '';
  const [year, month] = at.split('-');
  return month === undefined ? `${year}年` : `${year}年${Number(month)}月`;
}

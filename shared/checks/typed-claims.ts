// 手工录入的声明数: a figure that somebody knows — printed, reported, written in a document — typed in with its source, and
// compared with our own (X01).

import { categoryHeading } from '#shared/domain/categories.ts';
import type { Claim, ClaimFigure } from '#shared/domain/claims.ts';
import { columnsOf } from '#shared/domain/fields.ts';
import { yearLabel } from '#shared/domain/outside-years.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { toFen } from '#shared/values/money.ts';
import { type AmountUnit, parseAmount, UNIT_SCALE_DIGITS } from '#shared/values/parse-amount.ts';
import { parseCount } from '#shared/values/parse-count.ts';
import type { Finding } from './finding.ts';
import { judgeFigure, ownFigure } from './own-figure.ts';
import { amountFinding, countFinding, type Place } from './wording.ts';

export const CLAIM_UNITS = ['万元', '元', '亿元'] as const satisfies readonly AmountUnit[];

/** What is typed into the form. */
export interface TypedClaim {
  /** 表名 or document: 市级汇总表3. */
  table: string;
  /** Keys of our own row and column. */
  row: string;
  column: string;
  text: string;
  unit: (typeof CLAIM_UNITS)[number];
  /** 文号、页码. */
  source: string;
  isStrict: boolean;
}

/** The name of a row of our own figures: 合计, 一、乡村特色产业帮扶, 2021年, 北城街道. */
export function rowName({ reference }: Pick<PlanData, 'reference'>, row: string): string | undefined {
  const at = row.indexOf(':');
  const value = row.slice(at + 1);
  switch (at < 0 ? row : row.slice(0, at)) {
    case 'total':
      return '合计';
    case 'category': {
      const category = reference.categories.find(({ id }) => id === value);
      return category && categoryHeading(category);
    }
    case 'year':
      return yearLabel(value);
    case 'town':
      return value;
    case 'region':
      return reference.regions.find(({ code }) => code === value)?.name;
    default:
      return undefined;
  }
}

/** The name of a column of our own figures: 项目个数, 总投资, a source or a year. */
export function columnName({ plan, reference }: Pick<PlanData, 'plan' | 'reference'>, column: string) {
  if (column === 'count') return '项目个数';
  return columnsOf(plan, reference).find(({ key }) => key === column)?.label;
}

function readFigure({ text, unit, column }: TypedClaim): Pick<ClaimFigure, 'value' | 'decimals'> | string {
  if (column === 'count') {
    const reading = parseCount(text, '项目个数');
    return reading.kind === 'count' ? { value: reading.value, decimals: 0 } : '项目个数应为 0 或正整数，如 514。';
  }
  const reading = parseAmount(text, unit);
  if (reading.kind !== 'amount') return `“${text}”不是金额。请填数字，单位${unit}，如 664599.38。`;
  // The tolerance is that of the places as written, also where they are above 万元.
  const places = /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
  const decimals = reading.note ? reading.decimals : places + 6 - UNIT_SCALE_DIGITS[unit];
  return { value: reading.fen, decimals };
}

/** A typed claim as it is kept; a sentence where something in it cannot be read. */
export function readTypedClaim(id: string, typed: TypedClaim, data: PlanData): Claim | string {
  const row = rowName(data, typed.row);
  const header = columnName(data, typed.column);
  if (row === undefined || header === undefined || ownFigure(data, typed.row, typed.column) === undefined) {
    return '这一行和这一列在本规划里没有对应的数。请重新选择行和列。';
  }
  const read = readFigure(typed);
  if (typeof read === 'string') return read;
  const text = typed.text.trim();
  const unit = typed.column === 'count' ? '' : typed.unit;
  return {
    id,
    origin: 'manual',
    table: typed.table.trim(),
    row,
    file: null,
    sheetRow: null,
    batchId: null,
    categoryId: typed.row.startsWith('category:') ? typed.row.slice('category:'.length) : null,
    heldAtImport: false,
    figures: [{ column: typed.column, header, ...read, cell: null, raw: unit === '万元' ? text : `${text}${unit}` }],
    manual: { row: typed.row, source: typed.source.trim(), text, unit, isStrict: typed.isStrict },
  };
}

/** What was typed, to be typed again; undefined for a claim that came otherwise. */
export function typedOf({ table, manual, figures: [figure] }: Claim): TypedClaim | undefined {
  if (!manual || !figure) return undefined;
  const { row, text, source, isStrict } = manual;
  const unit = CLAIM_UNITS.find((candidate) => candidate === manual.unit) ?? '万元';
  return { table, row, column: figure.column, text, unit, source, isStrict };
}

/** X01 for claims typed by hand. */
export function checkTypedClaims(data: PlanData): Finding[] {
  return data.claims.flatMap(({ origin, id, table, row, manual, figures }) => {
    if (origin !== 'manual' || !manual) return [];
    return figures.flatMap((figure): Finding[] => {
      const own = ownFigure(data, manual.row, figure.column);
      const verdict = own === undefined ? 'equal' : judgeFigure(figure, own);
      if (own === undefined || verdict === 'equal') return [];
      const place: Place = {
        table,
        row,
        column: figure.header,
        figure: { row: manual.row, column: figure.column },
        claimId: id,
      };
      const level = verdict === 'rounding' ? 'rounding' : manual.isStrict ? 'error' : 'warning';
      const advice =
        manual.source === '' ? '请核对声明数或项目数据。' : `声明数出自${manual.source}，请核对它或项目数据。`;
      const about = { rule: 'X01', place, rightName: '本工作簿汇总数', advice };
      return figure.column === 'count'
        ? [countFinding({ ...about, level, left: figure.value, right: own })]
        : [amountFinding({ ...about, level, left: toFen(figure.value), right: toFen(own) })];
    });
  });
}

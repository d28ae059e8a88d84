// What a cell shows, what it gives to the clipboard and what its editor starts with.

import type { ReferenceData } from '#shared/domain/reference.ts';
import { subtotalFen } from '#shared/format/annex-rows.ts';
import { type CellContent, makeContentReader } from '#shared/format/cell-content.ts';
import { type DisplayUnit, type Fen, formatUnit, roundWan, unitText } from '#shared/values/money.ts';
import type { GridColumn } from './grid-columns.ts';
import type { GridRow } from './rows.ts';

export type CellReader = ReturnType<typeof makeCellReader>;

const BLANK: CellContent = { kind: 'blank' };

/** Makes the functions that read cells with amounts in a unit; the lookups of the reference data are done once. */
export function makeCellReader(reference: ReferenceData, unit: DisplayUnit = '万元') {
  const readProject = makeContentReader(reference);

  const read = (row: GridRow, { key, column }: GridColumn): CellContent => {
    if (column === null) return row.kind === 'project' ? { kind: 'integer', value: row.number } : BLANK;
    if (row.kind === 'project') return readProject(row.project, column);
    if (key === 'name') return { kind: 'text', text: headingText(row) };
    if (column.kind !== 'amount') return BLANK;
    // Blank where no project beneath states the figure.
    const fen = subtotalFen(row.rollup, column);
    return fen === undefined ? BLANK : { kind: 'amount', fen };
  };
  const write = (content: CellContent, amountText: (fen: Fen) => string): string => {
    if (content.kind === 'text') return content.text;
    if (content.kind === 'integer') return String(content.value);
    return content.kind === 'amount' ? amountText(content.fen) : '';
  };

  return {
    /** The unit in which amounts are shown, typed, copied and pasted. */
    unit,
    /** A figure as the cells show it: in the shown unit, with all its decimals, at least two. */
    amountText: (fen: Fen): string => formatUnit(fen, unit),
    /** A figure that was computed: in the shown unit, rounded to two decimals of 元 or 万元, six of 亿元. */
    roundedText: (fen: Fen): string => formatUnit(roundWan(fen, unit === '元' ? 6 : 2), unit),
    /** As shown: amounts with thousands separators and all their decimals, at least two. */
    display: (row: GridRow, column: GridColumn): string => write(read(row, column), (fen) => formatUnit(fen, unit)),
    /** For the clipboard and the editor: amounts as plain exact decimals, which Excel reads as numbers. */
    plain: (row: GridRow, column: GridColumn): string => write(read(row, column), (fen) => unitText(fen, unit)),
    isBlank: (row: GridRow, column: GridColumn): boolean => read(row, column).kind === 'blank',
    /** The amount that stands in a cell; null where it is blank or holds no amount. */
    amountOf(row: GridRow, column: GridColumn): Fen | null {
      const content = read(row, column);
      return content.kind === 'amount' ? content.fen : null;
    },
    /** The whole number of a project's cell (户, 人); null elsewhere. */
    integerOf(row: GridRow, column: GridColumn): number | null {
      if (column.kind !== 'integer') return null;
      const content = read(row, column);
      return content.kind === 'integer' ? content.value : null;
    },
  };
}

/** '一、乡村特色产业帮扶（60个）'; while filtered '（12/60个）'. */
export function headingText(row: Exclude<GridRow, { kind: 'project' }>): string {
  const count = row.of === null ? `${row.rollup.count}` : `${row.rollup.count}/${row.of}`;
  return `${row.title}（${count}个）`;
}

// What the properties of a paragraph say of its place: in which table, whether it ends a cell or a row, where the cells of
// that row lie, and which list counts it.
import type { RowShape } from '../edge-tables.ts';
import { takeStyleSprm } from './doc-styles.ts';
import { eachSprm, SPRM } from './sprms.ts';

export interface ParagraphProperties {
  style: number;
  outline: number | null;
  list: number | null;
  listLevel: number | null;
  /** How many tables it stands in. */
  depth: number;
  endsInnerCell: boolean;
  endsRow: boolean;
  /** Of the end of a row. */
  row: RowShape;
}

type ShapeCell = RowShape['cells'][number];

/** `bytes` begins with the number of the style; `data` is the stream for properties that are too large for a page. */
export function readProperties(bytes: Buffer, data: Buffer): ParagraphProperties {
  const own: ParagraphProperties = {
    style: bytes.length >= 2 ? bytes.readUInt16LE(0) : 0,
    outline: null,
    list: null,
    listLevel: null,
    depth: 0,
    endsInnerCell: false,
    endsRow: false,
    row: { isHead: false, cells: [] },
  };
  let isInTable = false;
  const take = (code: number, value: Buffer): void => {
    switch (code) {
      case SPRM.style:
        own.style = value.readUInt16LE(0);
        return;
      case SPRM.inTable:
        isInTable = value[0] !== 0;
        return;
      case SPRM.depth:
        own.depth = Math.max(0, value.readInt32LE(0));
        return;
      case SPRM.innerCellEnd:
        own.endsInnerCell = value[0] !== 0;
        return;
      case SPRM.rowEnd:
      case SPRM.innerRowEnd:
        if (value[0] !== 0) own.endsRow = true;
        return;
      case SPRM.tableHead:
        own.row = { ...own.row, isHead: value[0] !== 0 };
        return;
      case SPRM.tableShape:
        own.row = { ...own.row, cells: readShape(value) };
        return;
      case SPRM.verticalMerge:
        own.row = { ...own.row, cells: mergeDown(own.row.cells, value) };
        return;
      case SPRM.merge:
        own.row = { ...own.row, cells: mergeAcross(own.row.cells, value[0] as number, value[1] as number) };
        return;
      case SPRM.hugeA:
      case SPRM.hugeB: {
        const at = value.readUInt32LE(0);
        if (at + 2 <= data.length) eachSprm(data.subarray(at + 2, at + 2 + data.readUInt16LE(at)), take);
        return;
      }
      default:
        takeStyleSprm(own, code, value);
    }
  };
  eachSprm(bytes.subarray(2), take);
  if (isInTable && own.depth === 0) own.depth = 1;
  return own;
}

/** [MS-DOC] 2.9.327: the number of cells, their edges, and 20 bytes on each cell, of which the first two tell of merges. */
function readShape(value: Buffer): ShapeCell[] {
  const count = value[0] ?? 0;
  const about = 1 + (count + 1) * 2;
  if (about > value.length) return [];
  return Array.from({ length: count }, (_, i) => {
    const at = about + i * 20;
    const flags = at + 2 <= value.length ? value.readUInt16LE(at) : 0;
    // Bit 1: goes with the cell before it; bits 5 and 6: 1 goes with the one above, 3 begins such a column.
    const merge = (flags & 2) !== 0 ? 'left' : ((flags >> 5) & 3) === 1 ? 'above' : 'none';
    return { left: value.readInt16LE(1 + i * 2), right: value.readInt16LE(3 + i * 2), merge };
  });
}

function mergeDown(cells: readonly ShapeCell[], value: Buffer): ShapeCell[] {
  return cells.map((cell, i) => (i === value[0] ? { ...cell, merge: value[1] === 1 ? 'above' : 'none' } : cell));
}

function mergeAcross(cells: readonly ShapeCell[], first: number, limit: number): ShapeCell[] {
  return cells.map((cell, i) => (i > first && i < limit ? { ...cell, merge: 'left' } : cell));
}

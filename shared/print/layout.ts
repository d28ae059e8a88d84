// From a document to its pages: everything set, pages filled, sums of each page known. What comes out is drawn page by
// page (page-html.ts), for the preview the pages in sight, for the PDF all of them: one layout, so both are the same.
import { addFen, type Fen, ZERO } from '../values/money.ts';
import { fillEntries } from './fill-entries.ts';
import { tableNotes } from './fit-notes.ts';
import { blockItem, type LaidBlock, layBlocks } from './lay-blocks.ts';
import { type LaidRow, type LaidTable, layTable, partTallRow } from './lay-table.ts';
import { type FlowItem, type PageRoom, paginate, rowRoom } from './paginate.ts';
import { contentBox, mmToPx, type PageSetup } from './paper.ts';
import type { PrintDocument, PrintSection } from './print-document.ts';

export const CONTINUED_PX = mmToPx(6);

/** One page: a sheet of paper with its own number. */
export interface LaidPage {
  number: number;
  setup: PageSetup;
  section: LaidSection;
  /** Which sheet of the table's columns this is, from 0. */
  part: number;
  before: LaidBlock[];
  rows: LaidRow[];
  /** Sums that stand before `closing`. */
  subtotals: LaidRow[];
  closing: LaidRow[];
  after: LaidBlock[];
  isContinued: boolean;
}

/** Whether nothing at all stands on a page. */
export function isBlank({ before, rows, closing, after }: LaidPage): boolean {
  return before.length + rows.length + closing.length + after.length === 0;
}

export interface LaidSection {
  source: PrintSection;
  table: LaidTable | null;
  width: number;
  tableWidth: number;
}

export interface PrintLayout {
  document: PrintDocument;
  pages: LaidPage[];
  /** What the person should know about this print: a split table, a row over several pages. */
  notes: string[];
}

/** Sets a whole document. */
export function layOut(document: PrintDocument): PrintLayout {
  const front: LaidPage[] = [];
  const body: LaidPage[] = [];
  const notes: string[] = [...(document.notes ?? [])];
  for (const source of document.sections) {
    const laid = laySection(source, notes);
    if (source.isFront) for (const page of withLeftPage(laid)) front.push({ ...page, number: front.length + 1 });
    else for (const page of laid) body.push({ ...page, number: document.firstNumber + body.length });
  }
  const pages = front.length === 0 ? body : [...fillEntries(front, body), ...body];
  return { document, pages, notes: [...new Set(notes)] };
}

/** On both sides of the paper what follows cover and contents begins on a right page. */
function withLeftPage(pages: Omit<LaidPage, 'number'>[]): Omit<LaidPage, 'number'>[] {
  const [first] = pages;
  if (!first || first.setup.binding === 'left' || pages.length % 2 === 0) return pages;
  const blank = { ...first, before: [], rows: [], subtotals: [], closing: [], after: [], isContinued: false };
  return [...pages, blank];
}

function laySection(source: PrintSection, notes: string[]): Omit<LaidPage, 'number'>[] {
  const { width, height } = contentBox(source.setup, 1);
  const table = source.table && source.table.rows.length > 0 ? layTable(source.table, width) : null;
  // Words above and below the table stand on all its sheets: the narrowest one has to hold them.
  const tableWidth = table ? Math.min(...table.parts.map((part) => part.width)) : width;
  const section: LaidSection = { source, table, width, tableWidth };
  const room: PageRoom = {
    height: height - 1,
    head: table ? table.headHeights.reduce((sum, own) => sum + own, 0) + 1 : 0,
    continued: CONTINUED_PX,
    subtotals: table ? subtotalLabels(table).length * table.subtotalHeight : 0,
  };
  const rows = table ? table.rows.flatMap((row) => partTallRow(row, table.lineHeight, rowRoom(room))) : [];
  if (table) notes.push(...tableNotes(table, source.setup, rows.length));
  const box = { width, height: room.height, tableWidth, hasPartMark: (table?.parts.length ?? 1) > 1 };
  const before = layBlocks(source.before, box);
  const after = layBlocks(source.after, box);
  // Notes and signatures never stand alone on a page; a drawing may.
  const holdsLastRow = after[0] !== undefined && after[0].kind !== 'figure';
  const items: FlowItem[] = [
    ...before.map(blockItem),
    ...rows.map((row, index) => rowItem(row, rows[index + 1], holdsLastRow && index === rows.length - 1)),
    ...after.map(blockItem),
  ];
  let soFar: Sums = { count: 0, sums: [] };
  const slices = items.length === 0 ? [{ from: 0, to: 0, isContinued: false }] : paginate(items, room);
  return slices.flatMap(({ from, to, isContinued }) => {
    const pick = <T>(list: readonly T[], offset: number): T[] =>
      list.slice(Math.max(0, from - offset), Math.max(0, to - offset));
    const own = pick(rows, before.length);
    const ofPage = addRows({ count: 0, sums: [] }, own);
    soFar = addRows(soFar, own);
    const page = {
      setup: source.setup,
      section,
      before: pick(before, 0),
      rows: own.filter((row) => !row.row.closes),
      closing: own.filter((row) => row.row.closes),
      subtotals: table && ofPage.count > 0 ? pageSubtotals(table, ofPage, soFar) : [],
      after: pick(after, before.length + rows.length),
      isContinued,
    };
    return Array.from({ length: table?.parts.length ?? 1 }, (_, part) => ({ ...page, part }));
  });
}

function rowItem({ height, row }: LaidRow, next: LaidRow | undefined, isHeld: boolean): FlowItem {
  // 合计 at the end never stands alone on a page.
  const keepWithNext = (row.keepWithNext ?? false) || next?.row.closes === true || isHeld;
  return { height, isRow: true, adds: row.adds !== undefined, keepWithNext };
}

function subtotalLabels({ table }: LaidTable): string[] {
  if (table.subtotals === 'none') return [];
  return table.subtotals === 'page' ? ['本页小计'] : ['本页小计', '累计'];
}

/** What projects add up to, one sum a column; null (or none) where the column is not added up. */
interface Sums {
  count: number;
  sums: readonly (Fen | null)[];
}

function addRows(before: Sums, rows: readonly LaidRow[]): Sums {
  return rows.reduce<Sums>(({ count, sums }, { row: { adds } }) => {
    if (!adds) return { count, sums };
    return { count: count + 1, sums: adds.map((amount, at) => addKnown(sums[at] ?? null, amount)) };
  }, before);
}

function addKnown(sum: Fen | null, amount: Fen | null): Fen | null {
  return amount === null ? sum : addFen(sum ?? ZERO, amount);
}

function pageSubtotals(table: LaidTable, ofPage: Sums, soFar: Sums): LaidPage['subtotals'] {
  return subtotalLabels(table).map((label, index) => {
    const { count, sums } = index === 0 ? ofPage : soFar;
    return table.laySubtotal(table.table.subtotalRow(label, count, sums));
  });
}

// One walk over the XML of a part: paragraphs with the places of their characters, tables with their spans. Reading
// and marking both stand on it, so a comment goes where the character was read.
import { damaged, tooLarge } from '#electron/excel/read/read-error.ts';
import { attribute, tagsOf, type XmlTag } from '#electron/excel/write/patch/xml.ts';
import { createScope, hangOn, newParagraph, type Scope } from './walk-scope.ts';
import { createFields } from './word-fields.ts';
import { buildTable, type CellSource, type RowSource } from './word-table.ts';
import { shownSymbol, shownText } from './word-text.ts';
import type { Anchor, Piece, WordBlock, WordCounts, WordParagraph } from './word-tree.ts';
import { isOn, mergeOf, numberOf, spanOf, wordOf } from './word-values.ts';

export interface WalkOptions {
  counts: WordCounts;
  place: 'text' | 'note';
  /** What stands in a note; empty where it has none. */
  noteOf?: (kind: 'footnote' | 'endnote', id: string) => readonly WordBlock[];
}

export interface WalkedPart {
  blocks: WordBlock[];
  /** Of a part with notes: by their ids. */
  notes: Map<string, WordBlock[]>;
}

type Closing = (tag: XmlTag) => void;
/** What is to be done at the end of an element, or that nothing in it counts. */
type Opening = (tag: XmlTag) => Closing | 'skip' | undefined;

/** Word itself stops far before; tables within tables within boxes take some ten each. */
const MOST_OPEN = 1000;

/** Older properties, instructions, what a reader says above characters, the second form of a drawing. */
const SKIPPED = [
  'delText',
  'delInstrText',
  'rt',
  'pPrChange',
  'rPrChange',
  'tblPrChange',
  'tblGridChange',
  'trPrChange',
  'tcPrChange',
  'tblPrExChange',
  'sectPr',
  'sdtPr',
  'Fallback',
];
const SYMBOLS = ['tab', 'ptab', 'br', 'cr', 'noBreakHyphen', 'sym'];

/** Throws ReadError where tags do not match. */
export function walkWord(xml: string, { counts, place, noteOf }: WalkOptions): WalkedPart {
  const blocks: WordBlock[] = [];
  const notes = new Map<string, WordBlock[]>();
  const open: { name: string; closing: Closing | undefined }[] = [];
  const fields = createFields();
  const alternatives: { isChosen: boolean }[] = [];
  const deletedMarks = new WeakSet<WordParagraph>();
  let hasRoot = false;
  let skipped = 0;
  let scope = createScope(place, (block) => blocks.push(block));

  const openings = new Map<string, Opening>([
    ...SKIPPED.map((name): [string, Opening] => [name, () => 'skip']),
    ...SYMBOLS.map((name): [string, Opening] => [name, openSymbol]),
    ['p', openParagraph],
    ['pPr', openParagraphProperties],
    ['r', openRun],
    ['rPr', openRunProperties],
    ['t', openText],
    ['oMath', openFormula],
    ['oMathPara', openFormula],
    ['tbl', openTable],
    ['tr', openRow],
    ['tc', openCell],
    ['txbxContent', openBox],
    ['footnote', openNote],
    ['endnote', openNote],
    ['footnoteReference', (tag) => referTo('footnote', tag)],
    ['endnoteReference', (tag) => referTo('endnote', tag)],
    ['del', openDeleted],
    ['moveFrom', openDeleted],
    ['ins', () => count('insertions')],
    ['moveTo', () => count('insertions')],
    ['pic', () => count('pictures')],
    ['imagedata', () => count('pictures')],
    ['chart', () => count('pictures')],
    ['altChunk', () => count('foreign')],
    ['object', () => count('objects') ?? 'skip'],
    ['AlternateContent', openAlternatives],
    ['Choice', openChoice],
    ['fldSimple', openSimpleField],
    ['fldChar', openFieldChar],
    ['instrText', openInstruction],
    ['pStyle', (tag) => ofParagraph((own) => (own.style = wordOf(tag)))],
    ['outlineLvl', (tag) => ofParagraph((own) => (own.outline = numberOf(tag)))],
    ['numId', (tag) => ofParagraph((own) => (own.numbering.id = wordOf(tag)))],
    ['ilvl', (tag) => ofParagraph((own) => (own.numbering.level = numberOf(tag)))],
    ['vanish', openVanish],
    ['tblHeader', (tag) => ofRow((row) => (row.isHead = isOn(tag)))],
    ['gridBefore', (tag) => ofRow((row) => (row.before = spanOf(tag, 0)))],
    ['gridSpan', (tag) => ofCell((cell) => (cell.columnSpan = spanOf(tag, 1)))],
    ['vMerge', (tag) => ofCell((cell) => (cell.down = mergeOf(tag)))],
    ['hMerge', (tag) => ofCell((cell) => (cell.right = mergeOf(tag)))],
  ]);

  for (const tag of tagsOf(xml)) {
    if (tag.kind !== 'close') enter(tag);
    if (tag.kind !== 'open') leave(tag);
  }
  if (open.length > 0 || !hasRoot) throw damaged('正文不完整');
  endScope();
  return { blocks, notes };

  function enter(tag: XmlTag): void {
    hasRoot = true;
    const done = skipped > 0 ? 'skip' : openings.get(tag.name)?.(tag);
    if (done === 'skip') skipped++;
    if (open.length >= MOST_OPEN) throw tooLarge('文件里的标记嵌套过深');
    open.push({ name: tag.qualified, closing: done === 'skip' ? undefined : done });
  }

  function leave(tag: XmlTag): void {
    const last = open.pop();
    if (last?.name !== tag.qualified) throw damaged('正文的标记没有正确收尾');
    if (skipped > 0) skipped--;
    else last.closing?.(tag);
  }

  /** Works inside a scope of its own until the element ends. */
  function within(inner: Scope, atEnd?: () => void): Closing {
    const outer = scope;
    scope = inner;
    return () => {
      endScope();
      scope = outer;
      atEnd?.();
    };
  }

  function endScope(): void {
    if (scope.carried.length > 0) scope.add(newParagraph(scope));
  }

  function openParagraph(): Closing {
    const outer = scope.paragraph;
    const own = newParagraph(scope);
    scope.paragraph = own;
    fields.touch(own);
    return () => {
      fields.endParagraph();
      scope.paragraph = outer;
      if (!deletedMarks.has(own)) return scope.add(own);
      scope.carried = own.pieces;
      for (const block of own.after) scope.add(block);
    };
  }

  function openParagraphProperties(): Closing {
    const own = { isDeleted: false };
    scope.mark = own;
    return () => {
      scope.mark = null;
      if (own.isDeleted && scope.paragraph) deletedMarks.add(scope.paragraph);
    };
  }

  function openRun(tag: XmlTag): Closing {
    const outer = scope.run;
    const wasHidden = scope.isHidden;
    const own: Anchor = { start: tag.start, end: tag.end, run: null };
    own.run = { opening: xml.slice(tag.start, tag.end), properties: '' };
    // A run inside a run (ruby): only the outer one can be marked, as a whole.
    if (outer) outer.run = null;
    else scope.run = own;
    return (closing) => {
      own.end = closing.end;
      scope.run = outer;
      scope.isHidden = wasHidden;
    };
  }

  function openRunProperties(tag: XmlTag): Closing | undefined {
    const own = scope.mark ? null : scope.run?.run;
    if (own?.properties !== '') return undefined;
    return (closing) => {
      own.properties = xml.slice(tag.start, closing.end);
    };
  }

  function openVanish(tag: XmlTag): undefined {
    if (!scope.mark && scope.run) scope.isHidden = isOn(tag);
  }

  function openText(tag: XmlTag): Closing | undefined {
    if (tag.kind === 'empty') return undefined;
    const keepsBlanks = attribute(tag.rest, 'space') === 'preserve';
    return ({ start, end }) => {
      const text = shownText(xml.slice(tag.end, start), keepsBlanks);
      addPiece({ text, element: { start: tag.start, end }, data: { start: tag.end, end: start }, keepsBlanks });
    };
  }

  function openSymbol(tag: XmlTag): undefined {
    // In properties a <w:tab> is a tab stop.
    if (scope.mark) return;
    const { start, end } = tag;
    addPiece({ text: shownSymbol(tag) ?? '', element: { start, end }, data: { start: end, end }, keepsBlanks: true });
  }

  function addPiece(piece: Omit<Piece, 'anchor'>): void {
    const anchor = scope.formula ?? scope.run;
    if (piece.text === '' || !scope.paragraph || !anchor || !fields.isResult()) return;
    if (scope.isHidden) count('hidden');
    else scope.paragraph.pieces.push({ ...piece, anchor });
  }

  function openFormula(tag: XmlTag): Closing | undefined {
    if (scope.formula) return undefined;
    const own: Anchor = { start: tag.start, end: tag.end, run: null };
    scope.formula = own;
    return (closing) => {
      own.end = closing.end;
      scope.formula = null;
    };
  }

  function openTable(): Closing {
    const rows: RowSource[] = [];
    const after: WordBlock[] = [];
    const { place: where, add } = scope;
    const collect = (block: WordBlock) => {
      if (block.kind === 'paragraph' && scope.cell) scope.cell.paragraphs.push(block);
      else after.push(block);
    };
    return within(createScope(where, collect, rows), () => add(buildTable(rows, after)));
  }

  function openRow(): Closing | undefined {
    const { rows } = scope;
    if (!rows) return undefined;
    const own: Scope['row'] & object = { isHead: false, before: 0, cells: [], isDeleted: false };
    scope.row = own;
    return () => {
      scope.row = null;
      if (!own.isDeleted) rows.push(own);
    };
  }

  function openCell(): Closing | undefined {
    const { row } = scope;
    if (!row) return undefined;
    const own: CellSource = { columnSpan: 1, down: null, right: null, paragraphs: [] };
    scope.cell = own;
    return () => {
      endScope();
      scope.cell = null;
      row.cells.push(own);
    };
  }

  function openBox(): Closing | 'skip' {
    const { paragraph, formula, run } = scope;
    if (!paragraph) return 'skip';
    const host = formula ?? run;
    return within(createScope('box', (block) => paragraph.after.push(hangOn(block, host))));
  }

  function openNote(tag: XmlTag): Closing | 'skip' | undefined {
    const id = attribute(tag.rest, 'id');
    // A <w:footnote> of the settings or of a separator line is none.
    if (id === undefined || /separator|notice/i.test(attribute(tag.rest, 'type') ?? '')) return 'skip';
    const own: WordBlock[] = [];
    notes.set(id, own);
    return within(createScope('note', (block) => own.push(block)));
  }

  function referTo(kind: 'footnote' | 'endnote', tag: XmlTag): undefined {
    const { paragraph, run } = scope;
    if (!paragraph || scope.isHidden) return;
    for (const block of noteOf?.(kind, attribute(tag.rest, 'id') ?? '') ?? []) paragraph.after.push(hangOn(block, run));
  }

  /** Deleted or moved away: characters, a paragraph mark, or a row. */
  function openDeleted(tag: XmlTag): 'skip' {
    if (scope.mark) scope.mark.isDeleted = true;
    else if (scope.row && !scope.cell) scope.row.isDeleted = true;
    else if (tag.kind === 'empty') return 'skip';
    count('deletions');
    return 'skip';
  }

  function openAlternatives(): Closing {
    alternatives.push({ isChosen: false });
    return () => void alternatives.pop();
  }

  /** All forms of a drawing say the same: the first counts. */
  function openChoice(): 'skip' | undefined {
    const own = alternatives.at(-1);
    if (own?.isChosen) return 'skip';
    if (own) own.isChosen = true;
    return undefined;
  }

  function openSimpleField(tag: XmlTag): Closing {
    const leaveField = fields.simple(attribute(tag.rest, 'instr') ?? '');
    if (scope.paragraph) fields.touch(scope.paragraph);
    return leaveField;
  }

  function openFieldChar(tag: XmlTag): undefined {
    fields.char(attribute(tag.rest, 'fldCharType') ?? '');
    if (scope.paragraph) fields.touch(scope.paragraph);
  }

  function openInstruction(tag: XmlTag): 'skip' {
    fields.instruction(shownText(xml.slice(tag.end, Math.max(tag.end, xml.indexOf('<', tag.end))), true));
    return 'skip';
  }

  function ofParagraph(set: (own: WordParagraph) => void): undefined {
    if (scope.mark && scope.paragraph) set(scope.paragraph);
  }

  function ofRow(set: (row: RowSource) => void): undefined {
    if (scope.row && !scope.cell) set(scope.row);
  }

  function ofCell(set: (cell: CellSource) => void): undefined {
    if (scope.cell && !scope.paragraph) set(scope.cell);
  }

  function count(what: keyof WordCounts): undefined {
    counts[what]++;
  }
}

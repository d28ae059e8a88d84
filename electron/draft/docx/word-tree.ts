// What the walk over a part of a .docx finds: paragraphs and tables, each character with its place in the XML.

/** An element before or behind which a comment may begin or end; positions in the XML of the main part. */
export interface Anchor {
  start: number;
  end: number;
  /** A run may be split inside; a formula, a text box or the reference of a note only marked as a whole. */
  run: { opening: string; properties: string } | null;
}

/** Characters of a paragraph that come from one element of a run. */
export interface Piece {
  text: string;
  /** The element, and where its character data begins and ends; equal where there is none (a tab). */
  element: { start: number; end: number };
  data: { start: number; end: number };
  /** Whether its blanks at the ends count (xml:space). */
  keepsBlanks: boolean;
  anchor: Anchor;
}

export interface WordParagraph {
  kind: 'paragraph';
  style: string;
  /** Of the paragraph itself; null where its style says. */
  outline: number | null;
  numbering: { id: string | null; level: number | null };
  /** A SEQ field stands in it: Word's own captions. */
  isNumberedCaption: boolean;
  /** Of a table of contents. */
  isContents: boolean;
  place: 'text' | 'box' | 'note';
  pieces: Piece[];
  /** Where a comment on it goes when it stands in a box or a note. */
  host: Anchor | null;
  /** What stands in boxes and notes that hang on it. */
  after: WordBlock[];
}

export interface WordCell {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  paragraphs: WordParagraph[];
}

export interface WordTable {
  kind: 'table';
  rowCount: number;
  columnCount: number;
  headRows: number;
  cells: WordCell[];
  /** Tables inside its cells, and what stands in boxes and notes there. */
  after: WordBlock[];
}

export type WordBlock = WordParagraph | WordTable;

/** What was found and not read, or read in a special way. */
export interface WordCounts {
  deletions: number;
  insertions: number;
  hidden: number;
  pictures: number;
  objects: number;
  foreign: number;
  contents: number;
}

export function textOf(paragraph: WordParagraph): string {
  return paragraph.pieces.map((piece) => piece.text).join('');
}

// A draft (文稿) of somebody else as it was read from a file: headings, paragraphs, captions and tables in their order.
// Readers (electron/draft) produce it; shared/proof holds its figures against each other and against a plan.

/** What a paragraph is in the file; `note` is a footnote or endnote, `box` stands in a text box. */
export type ParagraphRole = 'heading' | 'text' | 'list' | 'caption' | 'note' | 'box';

export interface DraftParagraph {
  kind: 'paragraph';
  role: ParagraphRole;
  /** Of a heading, 1 for the highest; null of anything else. */
  level: number | null;
  /** As typed, with changes accepted; a numbering that the file computes (一、, 1.) stands in front. */
  text: string;
  /** Which paragraph of the file, from 0, those in cells counted too: where a mark goes. */
  at: number;
}

export interface DraftCell {
  /** From 0; a cell over several rows or columns stands at its first and is listed once. */
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  /** Its paragraphs, one a line. */
  text: string;
  /** The first paragraph of the cell, counted as in DraftParagraph. */
  at: number;
}

export interface DraftTable {
  kind: 'table';
  rowCount: number;
  columnCount: number;
  /** How many rows at the top the file itself calls heads; 0 where it does not say. */
  headRows: number;
  /** Row by row, left to right. */
  cells: readonly DraftCell[];
}

export type DraftBlock = DraftParagraph | DraftTable;

export type DraftFormat = 'docx' | 'doc' | 'pdf' | 'odt' | 'rtf' | 'txt' | 'html' | 'sheet';

export interface Draft {
  format: DraftFormat;
  blocks: readonly DraftBlock[];
  /** What was not read or read in a special way (修订已按接受后的文字读), in Chinese sentences. */
  remarks: readonly string[];
}

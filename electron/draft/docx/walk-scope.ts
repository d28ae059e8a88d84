// Where the walk over a .docx stands: in the body, in the cells of a table, in a text box, in a note.
import type { CellSource, RowSource } from './word-table.ts';
import type { Anchor, Piece, WordBlock, WordParagraph } from './word-tree.ts';

export interface Scope {
  place: WordParagraph['place'];
  add(block: WordBlock): void;
  /** Characters whose paragraph mark was deleted: they go on in the next paragraph. */
  carried: Piece[];
  paragraph: WordParagraph | null;
  /** Inside <w:pPr>, whose <w:rPr> speaks of the paragraph mark. */
  mark: { isDeleted: boolean } | null;
  run: Anchor | null;
  formula: Anchor | null;
  isHidden: boolean;
  /** Of a table. */
  rows: RowSource[] | null;
  row: (RowSource & { isDeleted: boolean }) | null;
  cell: CellSource | null;
}

export function createScope(place: WordParagraph['place'], add: Scope['add'], rows: RowSource[] | null = null): Scope {
  return {
    place,
    add,
    rows,
    carried: [],
    paragraph: null,
    mark: null,
    run: null,
    formula: null,
    isHidden: false,
    row: null,
    cell: null,
  };
}

export function newParagraph(scope: Scope): WordParagraph {
  const pieces = scope.carried;
  scope.carried = [];
  return {
    kind: 'paragraph',
    style: '',
    outline: null,
    numbering: { id: null, level: null },
    isNumberedCaption: false,
    isContents: false,
    place: scope.place,
    pieces,
    host: null,
    after: [],
  };
}

/** Everything in the block is marked where the box or the note hangs on the text. */
export function hangOn<T extends WordBlock>(block: T, host: Anchor | null): T {
  if (block.kind === 'paragraph') block.host = host;
  else for (const cell of block.cells) for (const paragraph of cell.paragraphs) hangOn(paragraph, host);
  for (const below of block.after) hangOn(below, host);
  return block;
}

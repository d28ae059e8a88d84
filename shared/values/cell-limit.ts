// What one cell of a spreadsheet holds.

/** Characters in one cell of Excel: what is longer comes out cut, with a mark, and rule T18 tells where. */
export const CELL_TEXT_LIMIT = 32_767;

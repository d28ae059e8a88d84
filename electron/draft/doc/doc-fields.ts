// Fields in the text of a Word 97–2003 document: signs for their begin, their result and their end stand between the
// characters. Only results are text; a table of contents is none.

const BEGIN = 0x13;
const RESULT = 0x14;
const END = 0x15;
/** Marks that end a cell, a page, a paragraph. */
const ENDS = new Set([7, 12, 13]);

export interface DocFields {
  /** True where the sign belongs to a field or to its instruction: no text. */
  take(code: number): boolean;
  /** Inside of a table of contents. */
  readonly inContents: boolean;
}

export function createDocFields(): DocFields {
  const open: { instruction: string; isResult: boolean; isContents: boolean }[] = [];
  let contents = 0;
  return {
    take(code) {
      const field = open.at(-1);
      if (code === BEGIN) open.push({ instruction: '', isResult: false, isContents: false });
      else if (code === RESULT && field !== undefined && !field.isResult) {
        field.isResult = true;
        field.isContents = /^\s*TOC\b/i.test(field.instruction);
        if (field.isContents) contents++;
      } else if (code === END) {
        if (open.pop()?.isContents) contents--;
      } else if (field !== undefined && !field.isResult) {
        // No paragraph or cell ends inside an instruction: a field without its end would eat the document.
        if (ENDS.has(code)) open.pop();
        else field.instruction += String.fromCharCode(code);
        return !ENDS.has(code);
      } else return !ENDS.has(code) && open.some(({ isResult }) => !isResult);
      return true;
    },
    get inContents() {
      return contents > 0;
    },
  };
}

// Fields of Word (目录, 题注序号): only their results are text, and what kind of field a paragraph stands in.
import type { WordParagraph } from './word-tree.ts';

export interface WordFields {
  /** A <w:fldChar>: begin, separate or end. */
  char(type: string): void;
  instruction(text: string): void;
  /** A <w:fldSimple>, which holds its result; call what comes back at its end. */
  simple(instruction: string): () => void;
  /** Characters here are shown: no open field is still at its instruction. */
  isResult(): boolean;
  /** A paragraph begins, or goes on behind a field's instruction. */
  touch(paragraph: WordParagraph): void;
  /** A paragraph ends: an instruction never goes on behind it. */
  endParagraph(): void;
}

interface Field {
  instruction: string;
  isResult: boolean;
  /** Paragraphs that it reaches into. */
  paragraphs: Set<WordParagraph>;
}

export function createFields(): WordFields {
  const open: Field[] = [];
  return {
    char(type) {
      if (type === 'begin') open.push({ instruction: '', isResult: false, paragraphs: new Set() });
      const last = open.at(-1);
      if (!last) return;
      if (type === 'separate') last.isResult = true;
      if (type === 'end') close(open.pop());
    },
    instruction(text) {
      const last = open.at(-1);
      if (last && !last.isResult) last.instruction += text;
    },
    simple(instruction) {
      const own: Field = { instruction, isResult: true, paragraphs: new Set() };
      open.push(own);
      return () => {
        const at = open.lastIndexOf(own);
        if (at >= 0) open.splice(at, 1);
        close(own);
      };
    },
    isResult: () => open.every((field) => field.isResult),
    touch(paragraph) {
      for (const field of open) field.paragraphs.add(paragraph);
    },
    endParagraph() {
      for (const field of open) field.isResult = true;
    },
  };
}

/** Only a field that ends says what it was: one that never does would claim the rest of the document. */
function close(field: Field | undefined): void {
  const name = /^\s*([A-Za-z]+)/.exec(field?.instruction ?? '')?.[1]?.toUpperCase();
  for (const paragraph of field?.paragraphs ?? []) {
    if (name === 'SEQ') paragraph.isNumberedCaption = true;
    if (name === 'TOC') paragraph.isContents = true;
  }
}

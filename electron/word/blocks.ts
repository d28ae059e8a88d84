// What a Word document is made of: the parts in the order in which they are printed.
import type { TableResult } from '#shared/tables/table.ts';
import type { DocumentOptions } from '#shared/text/document-options.ts';

/** A run of words; `reference` names the part whose number it is. */
export interface WordText {
  text: string;
  reference?: string | undefined;
}

interface NumberedPart {
  id: string;
  /** 表4-1, 附图2; '' for a part without a number. */
  number: string;
  title: string;
}

export type WordBlock =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'paragraph'; texts: readonly WordText[] }
  | ({ kind: 'table'; table: TableResult } & NumberedPart)
  /** `width` and `height` of the drawing give the proportions. */
  | ({ kind: 'picture'; png: Uint8Array; width: number; height: number } & NumberedPart);

export interface WordOptions extends Pick<DocumentOptions, 'look' | 'numbering' | 'contents'> {
  /** Title over the document, one line each; none without. */
  title: readonly string[];
  /** The 校验码 for the document's properties and, in a plain report, the foot of its pages; '' for none. */
  code: string;
}

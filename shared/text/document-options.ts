// How the plan's document is written: what the window remembers, the command line takes and the writers read.
import { z } from 'zod';

export const documentOptions = z.object({
  /** Ids of paragraphs, tables and charts; all where not given. */
  parts: z.array(z.string()).optional(),
  /** As official documents are set (GB/T 9704), or a plain report. */
  look: z.enum(['official', 'report']).default('official'),
  /** Numbers of captions and references as fields of Word, or as plain text. */
  numbering: z.enum(['fields', 'plain']).default('fields'),
  /** A table of contents. */
  contents: z.boolean().default(true),
  /** Title over the document, lines divided by line breaks; '' for none. */
  title: z.string().max(500).default(''),
  /** Sums of the .xlsx as formulas. */
  formulas: z.boolean().default(true),
});
export type DocumentOptions = z.output<typeof documentOptions>;
export type DocumentLook = DocumentOptions['look'];

// The sentences of the plan (文稿): its document in order, and checking of any wording.
import { z } from 'zod';
import { PARAGRAPH_LIMIT } from '../../records/paragraph.ts';
import type { ChartSpec, TableResult } from '../../tables/table.ts';
import type { CheckedText } from '../../text/check-template.ts';
import type { FieldSpec } from '../../text/field-spec.ts';
import type { HeadingBlock } from '../../text/outline.ts';
import { typed } from '../shapes.ts';
import { nothing, query } from './define.ts';

/** One part of the document as the window shows it. */
export type BlockView =
  | HeadingBlock
  | {
      kind: 'paragraph';
      id: string;
      title: string;
      template: string;
      /** The workbench's wording; null for a paragraph of the planner's own. */
      standard: string | null;
      checked: CheckedText;
    }
  | { kind: 'table'; id: string; label: string; title: string; table: TableResult }
  | { kind: 'chart'; id: string; label: string; title: string; chart: ChartSpec };

export const TEXT_METHODS = {
  'text.get': query(
    "The plan's document in order: headings, paragraphs with their figures and marks, tables and charts.",
    nothing,
    z.object({ blocks: z.array(typed<BlockView>()) }),
  ),
  'text.check': query(
    'Fills in and checks a wording: that of a paragraph while it is edited, or a text from elsewhere.',
    z.object({
      text: z.string().max(PARAGRAPH_LIMIT * 50),
      /** The paragraph that it belongs to: tells which class the text is about. */
      paragraph: z.string().optional(),
    }),
    typed<CheckedText>(),
  ),
  'text.fields': query(
    'The fields that a paragraph may hold, and what they may be about.',
    nothing,
    z.object({
      fields: z.array(typed<Omit<FieldSpec, 'read'>>()),
      /** Classes, years, sources and places by the word that a field takes. */
      subjects: z.array(z.object({ group: z.string(), word: z.string(), depth: z.number() })),
      parts: z.array(z.object({ kind: z.enum(['table', 'chart']), id: z.string(), label: z.string() })),
    }),
  ),
} as const;

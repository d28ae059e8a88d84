// A paragraph of the plan as planners keep it: the record kind `paragraph`. Only what differs from the standard wording
// is kept; without a record the standard paragraph holds.
import { z } from 'zod';

export const PARAGRAPH_LIMIT = 20_000;

export const paragraphSchema = z.object({
  /** The wording with its fields; '' leaves the paragraph out of the document. */
  template: z.string().max(PARAGRAPH_LIMIT),
  /** What the log calls it: 投资概算. */
  title: z.string().min(1).max(100),
  /** A paragraph of the planner's own: the id of the standard paragraph or chapter that it stands behind. */
  after: z.string().optional(),
  /** Its place among those behind the same one; those with equal ranks stand as they were added. */
  rank: z.number().int().min(0).max(100_000).optional(),
});

/**
 * A chapter of the document, the record kind `chapter`: one of the planner's own (总则, 现状, 保障措施), or another title
 * of a standard one, under its id.
 */
export const chapterSchema = z.object({
  title: z.string().trim().min(1).max(100),
  /** Of an own one: the id of the standard chapter that it stands behind; '' at the front. */
  after: z.string().optional(),
  rank: z.number().int().min(0).max(100_000).optional(),
});
export type ChapterRecord = z.infer<typeof chapterSchema>;
export type ParagraphRecord = z.infer<typeof paragraphSchema>;

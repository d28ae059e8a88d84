// A paragraph of the plan as planners keep it: the record kind `paragraph`. Only what differs from the standard wording
// is kept; without a record the standard paragraph holds.
import { z } from 'zod';

export const PARAGRAPH_LIMIT = 20_000;

export const paragraphSchema = z.object({
  /** The wording with its fields; '' leaves the paragraph out of the document. */
  template: z.string().max(PARAGRAPH_LIMIT),
  /** What the log calls it: 投资概算. */
  title: z.string().min(1).max(100),
  /** A paragraph of the planner's own: the id of the paragraph that it stands behind. */
  after: z.string().optional(),
});
export type ParagraphRecord = z.infer<typeof paragraphSchema>;

// 属实说明 as it is kept in the workbook.
import { z } from 'zod';

/** Kept as a record under the key of its finding. */
export const explanationSchema = z.object({
  text: z.string().trim().min(1).max(500),
  /** Both values of the finding when the explanation was written. */
  left: z.string(),
  right: z.string(),
});
export type Explanation = z.infer<typeof explanationSchema>;

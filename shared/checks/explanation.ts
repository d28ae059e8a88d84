// 属实说明: why a finding of level 提示 stays as it is. It holds for the figures it was written about and for no others.
import { z } from 'zod';

/** Kept as a record under the key of its finding. */
export const explanationSchema = z.object({
  text: z.string().trim().min(1).max(500),
  /** Both values of the finding when the explanation was written. */
  left: z.string(),
  right: z.string(),
});
export type Explanation = z.infer<typeof explanationSchema>;

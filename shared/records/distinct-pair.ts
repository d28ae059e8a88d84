// 不是重复: two projects that look alike and are two, as a workbook keeps it.
import { z } from 'zod';

/** Kept as a record under both ids, see pairKey. */
export const distinctPairSchema = z.object({
  /** Names as they stood, for the log. */
  names: z.tuple([z.string(), z.string()]),
  /** What was compared of each, by the order of the ids. */
  marks: z.tuple([z.string(), z.string()]),
});
export type DistinctPair = z.output<typeof distinctPairSchema>;

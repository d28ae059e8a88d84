// 节假日表: the days off and the days worked in their place of a year, as decreed each autumn; none is built in.
import { z } from 'zod';

const day = z.iso.date();

/** Kept as a record under the year. */
export const holidaysRecord = z.object({
  year: z.number().int().min(2000).max(2100),
  /** 放假. */
  off: z.array(day).max(366),
  /** 调休上班. */
  work: z.array(day).max(366),
});
export type HolidaysRecord = z.infer<typeof holidaysRecord>;

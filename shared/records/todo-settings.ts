// What a planner set of 待办: how long before a day it is shown, and the days of the year (SPECS §8), each on or off.
import { z } from 'zod';

export const todoSettings = z.object({
  /** Days before a deadline from which it is shown. */
  leadDays: z.number().int().min(0).max(365).default(30),
  /** By the id of a day of the year: 'MM-DD', and whether it is reminded of. What is missing is as the program has it. */
  days: z
    .record(
      z.string(),
      z.object({ day: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/), isOn: z.boolean() }),
    )
    .default({}),
});
export type TodoSettings = z.infer<typeof todoSettings>;

/** The id of the one record. */
export const DUE_SETTINGS_ID = 'todo';

// How an entry of the method list is written down.
import { z } from 'zod';

export function query<I extends z.ZodType, O extends z.ZodType>(summary: string, input: I, output: O) {
  return { kind: 'query' as const, summary, input, output };
}

export function command<I extends z.ZodType, O extends z.ZodType>(summary: string, input: I, output: O) {
  return { kind: 'command' as const, summary, input, output };
}

/** No input, or no output. */
export const nothing = z.object({});

// Printed tables kept in the workbook (装入印发表), so that each check looks at them.
import { z } from 'zod';
import type { PublishedTable } from '../domain/published-table.ts';

/** A whole table, as it was read from the file; what it lacks is checked when it is read, not again. */
export const printedTableSchema = z.object({
  table: z.custom<PublishedTable>(
    (value) => typeof value === 'object' && value !== null && 'kind' in value && 'document' in value,
  ),
});
export type PrintedTableRecord = z.infer<typeof printedTableSchema>;

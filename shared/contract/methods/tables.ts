// What is added up from the list: subtotals and the tables of the plan.
import { z } from 'zod';
import type { Rollup } from '../../domain/rollup.ts';
import { tableDesign } from '../../records/table-design.ts';
import type { DesignImport } from '../../tables/design-file.ts';
import type { TableResult } from '../../tables/table.ts';
import { tableMoney, tableShowings, typed, written } from '../shapes.ts';
import { command, nothing, query } from './define.ts';

export const TABLE_METHODS = {
  'summary.get': query(
    'Counts and subtotals of the whole list and of each category, with everything beneath it.',
    nothing,
    z.object({
      total: typed<Rollup>(),
      categories: z.array(z.object({ id: z.string().nullable(), rollup: typed<Rollup>() })),
    }),
  ),
  'tables.get': query(
    'Computed tables of the plan; without ids all of them.',
    z.object({ ids: z.array(z.string()).optional(), showings: tableShowings, money: tableMoney }),
    z.object({ tables: z.array(typed<TableResult>()) }),
  ),
  'tables.preview': query(
    'A table of a design that is not kept yet.',
    z.object({ design: tableDesign }),
    z.object({ table: typed<TableResult>() }),
  ),
  'designs.export': command(
    'Writes the designs (表样) of the own tables to a file.',
    z.object({ token: z.string() }),
    written.extend({ tables: z.number() }),
  ),
  'designs.import': command(
    'Takes in the own tables of a file as one undo step; one that is there becomes what the file says.',
    z.object({ token: z.string() }),
    typed<DesignImport>(),
  ),
  'tables.composition': query(
    'The projects that make up one cell of a table.',
    z.object({ table: z.string(), row: z.string(), column: z.string() }),
    z.object({
      /** `value`: what the project adds to the cell, 分 or 1 in a column of counts. */
      parts: z.array(z.object({ id: z.string(), value: z.number() })),
    }),
  ),
} as const;

// Writing files: exports, templates and prints.
import { z } from 'zod';
import { exportOptions, tableShowings, written } from '../shapes.ts';
import { command, query } from './define.ts';

export const OUTPUT_METHODS = {
  'export.projects': command('Writes the 项目表 as a spreadsheet in the annex layout.', exportOptions, written),
  'export.template': command(
    'Writes an empty template with drop-downs for offices to fill in.',
    z.object({ token: z.string() }),
    written,
  ),
  'export.fill': command(
    "Fills an office's own .xlsx template from the workbook.",
    z.object({ templateToken: z.string(), token: z.string() }),
    written.extend({ notes: z.array(z.string()) }),
  ),
  'export.tables': command(
    'Writes computed tables as a spreadsheet; without ids all of them.',
    z.object({ token: z.string(), ids: z.array(z.string()).optional(), showings: tableShowings }),
    written,
  ),
  'export.findings': command('Writes the 差错清单 as a spreadsheet.', z.object({ token: z.string() }), written),
  'print.pdf': command(
    'Prints to PDF.',
    z.object({
      token: z.string(),
      what: z.enum(['annex', 'tables', 'findings']),
      paper: z.enum(['A3', 'A4']).default('A3'),
      /** Tables to print; all where not given. */
      ids: z.array(z.string()).optional(),
      showings: tableShowings,
    }),
    written,
  ),
  'print.preview': query(
    'The pages as a document for the preview frame.',
    z.object({
      what: z.enum(['annex', 'tables', 'findings']),
      paper: z.enum(['A3', 'A4']).default('A3'),
      showings: tableShowings,
    }),
    z.object({ html: z.string() }),
  ),
} as const;

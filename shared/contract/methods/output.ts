// Writing files: exports, templates and prints.
import { z } from 'zod';
import { GROUPINGS } from '../../checks/finding-groups.ts';
import { noticeJob } from '../../notice/notice-job.ts';
import { printJob, setJob } from '../../print/print-job.ts';
import { reportChoice } from '../../reports/report.ts';
import { documentOptions } from '../../text/document-options.ts';
import { exportOptions, tableMoney, tableShowings, written, writtenSheet } from '../shapes.ts';
import { command, query } from './define.ts';

export const OUTPUT_METHODS = {
  'export.projects': command('Writes the 项目表 as a spreadsheet in the annex layout.', exportOptions, writtenSheet),
  'export.template': command(
    'Writes an empty template with drop-downs for offices to fill in.',
    z.object({ token: z.string() }),
    writtenSheet,
  ),
  'export.fill': command(
    "Fills an office's own .xlsx template from the workbook.",
    z.object({ templateToken: z.string(), token: z.string() }),
    writtenSheet,
  ),
  'export.tables': command(
    'Writes computed tables as a spreadsheet; without ids all of them.',
    z.object({ token: z.string(), ids: z.array(z.string()).optional(), showings: tableShowings, money: tableMoney }),
    writtenSheet,
  ),
  'export.charts': command(
    'Writes charts as pictures: one as .svg or .png, several or all of them together in a .zip.',
    z.object({
      token: z.string(),
      /** Ids or numbers; all where not given. */
      ids: z.array(z.string()).optional(),
      /** Of the pictures in a .zip; a single one goes by its file's ending. */
      format: z.enum(['svg', 'png']).default('png'),
      /** Pixels of a PNG as a multiple of its size on the screen. */
      scale: z.number().min(1).max(6).default(3),
      showings: tableShowings,
    }),
    written.extend({ pictures: z.number() }),
  ),
  'export.document': command(
    "Writes the plan's chapters, tables and figures as .docx, or its tables and texts as .xlsx, by the target's ending.",
    documentOptions.extend({ token: z.string() }),
    writtenSheet,
  ),
  'export.findings': command(
    'Writes the 差错清单 as a spreadsheet; with `published` also findings about the printed tables of the region.',
    z.object({
      token: z.string(),
      groupBy: z.enum(GROUPINGS).default('rule'),
      published: z.boolean().default(false),
    }),
    writtenSheet,
  ),
  'export.notice': command(
    'Writes a 公示 of projects as a spreadsheet, personal data hidden.',
    z.object({ token: z.string(), job: noticeJob }),
    writtenSheet,
  ),
  'export.set': command(
    'Writes the whole set of annex tables (一套附表) as a spreadsheet: cover, list of sheets, one sheet a table.',
    z.object({ token: z.string(), job: setJob }),
    writtenSheet,
  ),
  'export.report': command(
    "Writes a report on carrying the plan out as .xlsx or .docx, by the target's ending.",
    z.object({ token: z.string(), report: reportChoice }),
    writtenSheet,
  ),
  'print.pdf': command('Prints to PDF.', z.object({ token: z.string(), job: printJob }), writtenSheet),
  'print.paper': command(
    "Hands a print to the printer by the system's dialog; where the program has none, `html` is for the window's own dialog.",
    z.object({ job: printJob }),
    z.object({ html: z.string().nullable() }),
  ),
  'print.preview': query(
    'Pages of a print, from `from` to before `to`, and the sizes of all; the same pages as in the PDF.',
    z.object({ job: printJob, from: z.number().int().min(0).default(0), to: z.number().int().min(0).default(1) }),
    z.object({
      /** Width and height of each page in mm. */
      sheets: z.array(z.tuple([z.number(), z.number()])),
      notes: z.array(z.string()),
      /** `html`: one page as a document of its own. */
      pages: z.array(z.object({ index: z.number(), html: z.string() })),
    }),
  ),
} as const;

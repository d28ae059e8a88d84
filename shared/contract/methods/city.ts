// An upper plan put together from its counties: their workbooks taken in, and the tables on them.
import { z } from 'zod';
import type { Unmapped } from '../../city/translate-frame.ts';
import type { CountyPreview, ImportProblem } from '../../import/preview.ts';
import { reportChoice } from '../../reports/report.ts';
import type { TableResult } from '../../tables/table.ts';
import { typed } from '../shapes.ts';
import { command, query } from './define.ts';

const counted = z.object({ projects: z.number().int(), totalWan: z.string() });

export const CITY_METHODS = {
  'city.take': command(
    "Takes workbooks of counties into the open one of the office above, as one undo step; each replaces its county's projects and what was released and paid for them.",
    z.object({
      tokens: z.array(z.string()).min(1),
      /** The county, whatever the workbook says. */
      regionCode: z.string().optional(),
      /** Takes in one that is older than what is there. */
      force: z.boolean().default(false),
      dryRun: z.boolean().default(false),
    }),
    z.object({
      counties: z.array(typed<CountyPreview>()),
      problems: z.array(typed<ImportProblem>()),
      unmapped: z.array(typed<Unmapped & { county: string }>()),
      withdrawn: z.number().int(),
      before: counted,
      after: counted,
    }),
  ),
  'report.tables': query(
    'The tables of a report, as they would be written to a file.',
    z.object({ report: reportChoice }),
    z.object({ tables: z.array(typed<TableResult>()) }),
  ),
} as const;

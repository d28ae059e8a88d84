// 由上一规划期结转: a new workbook from the unfinished projects of an old one.
import { z } from 'zod';
import { OLD_STATES } from '../../roll/old-state.ts';
import type { RollLine } from '../../roll/roll-over.ts';
import { fileRef, typed, workbookStatus } from '../shapes.ts';
import { command, query } from './define.ts';

const year = z.number().int().min(1990).max(2100);

const rollInput = z.object({
  /** The old workbook. */
  token: z.string(),
  firstYear: year,
  lastYear: year,
  /** Day up to which facts count, 'YYYY-MM-DD'; the last before the new period where not given. */
  asOf: z.string().optional(),
  /** States that are taken over; without it 在建 and 储备. */
  take: z.array(z.enum(OLD_STATES)).optional(),
  /** Ticked projects of the old plan, whatever their state. */
  ids: z.array(z.string()).optional(),
  /** Class scheme of the new plan; that of the old one where not given. */
  scheme: z.string().optional(),
});
export type RollInput = z.output<typeof rollInput>;

export interface RollReport {
  /** Name of the old workbook, and of its region. */
  workbook: string;
  region: string;
  oldPeriod: { firstYear: number; lastYear: number };
  period: { firstYear: number; lastYear: number };
  asOf: string;
  scheme: string;
  schemes: { id: string; name: string }[];
  /** Projects that are new in the new workbook. */
  added: number;
  /** All projects of the old plan, taken or not. */
  lines: RollLine[];
  /** How states and amounts were told. */
  notes: string[];
}

export const ROLL_METHODS = {
  'roll.preview': query(
    'What a roll-over of an old workbook would take; nothing is written. Without years the five after the old period.',
    rollInput.partial({ firstYear: true, lastYear: true }),
    z.object({
      report: typed<RollReport>(),
      /** A fresh token of the old workbook. */
      file: fileRef,
    }),
  ),
  'roll.make': command(
    'Makes a workbook from the unfinished projects of an old one and opens it; one made so before gets what is new.',
    rollInput.extend({
      to: z.string(),
      /** Where the 结转清单 goes, by its ending .xlsx, .docx or .pdf. */
      list: z.string().optional(),
    }),
    z.object({ status: workbookStatus, report: typed<RollReport>() }),
  ),
} as const;

// 版本: states of the plan kept under a name, compared with each other, gone back to.
import { z } from 'zod';
import { VERSION_KINDS, type VersionHead } from '../../domain/version.ts';
import type { VersionRow } from '../../versions/compare.ts';
import { typed, writtenSheet } from '../shapes.ts';
import { command, nothing, query } from './define.ts';

/** A kept version by id or name, the plan as it is now, or a file: a workbook, a spreadsheet. */
const side = z.union([
  z.strictObject({ now: z.literal(true) }),
  z.strictObject({ version: z.string() }),
  z.strictObject({ token: z.string() }),
]);

const sides = { a: side, b: side };

const sum = z.object({ name: z.string(), count: z.number().int(), totalFen: z.number().int() });

export const VERSION_METHODS = {
  'versions.list': query(
    'Kept versions of the plan, the oldest first.',
    nothing,
    z.object({ versions: z.array(typed<VersionHead>()) }),
  ),
  'versions.save': command(
    'Keeps the plan as it is now under a name, as one undo step.',
    z.object({
      name: z.string().max(10_000),
      kind: z.enum(VERSION_KINDS).default('备份'),
      documentNumber: z.string().max(60).default(''),
      approver: z.string().max(60).default(''),
      note: z.string().max(300).default(''),
    }),
    z.object({ version: typed<VersionHead>() }),
  ),
  'versions.remove': command(
    'Deletes a kept version, with a reason; one that was printed and sent stays.',
    z.object({ id: z.string(), reason: z.string().max(200) }),
    nothing,
  ),
  'versions.restore': command(
    'Brings the projects of a kept version back as one undo step; with ids only those.',
    z.object({ version: z.string(), ids: z.array(z.string()).optional() }),
    z.object({
      added: z.number().int(),
      removed: z.number().int(),
      changed: z.number().int(),
      notes: z.array(z.string()),
    }),
  ),
  'versions.compare': query(
    'What changed from one version to the other, project by project, with the sums of both.',
    z.object(sides),
    z.object({
      before: sum,
      after: sum,
      rows: z.array(typed<VersionRow>()),
      unchanged: z.number().int(),
    }),
  ),
  'versions.export': command(
    'Writes 调整对照表 and 增减汇总表 as .xlsx, .docx or .pdf, by the ending.',
    z.object({ token: z.string(), ...sides }),
    writtenSheet,
  ),
} as const;

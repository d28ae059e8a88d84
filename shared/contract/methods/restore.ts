// Backups of workbooks and what is done with them: listed, restored as a copy or in place, salvaged.
import { z } from 'zod';
import type { BackupRow } from '../../domain/backup-row.ts';
import type { SalvageReport } from '../../domain/salvage.ts';
import { fileRef, typed, written } from '../shapes.ts';
import { command, query } from './define.ts';

/** A backup of the last list, or a file that was chosen. */
const source = z.union([z.strictObject({ id: z.string() }), z.strictObject({ token: z.string() })]);

export const RESTORE_METHODS = {
  'restore.list': query(
    'Backups with what changed since and their state: of the open workbook (else of all), or of a chosen file and its folder.',
    z.object({
      token: z.string().optional(),
      /** Of a chosen file only its own backups, not all files of its folder. */
      isOwnOnly: z.boolean().default(false),
    }),
    z.object({
      /** The workbook they are of; '' for all. */
      workbook: z.string(),
      folder: z.string(),
      /** Where automatic backups lie. */
      store: z.string(),
      rows: z.array(typed<BackupRow>()),
    }),
  ),
  'restore.copy': command(
    'Writes a backup to a new file after both were looked at; `file` opens it.',
    z.object({ from: source, token: z.string() }),
    z.object({ file: fileRef, head: z.string() }),
  ),
  'restore.inPlace': command(
    'Puts a backup in the place of its workbook and opens it if it was open; what stood there is put aside.',
    z.object({
      from: source,
      /** Where to; without it the workbook of the last list. */
      token: z.string().optional(),
    }),
    z.object({ file: fileRef, head: z.string(), aside: written.nullable() }),
  ),
  'restore.salvage': command(
    'Saves what can be read of a damaged workbook (without `from` the open one) into a new file, and tells what was lost.',
    z.object({ from: source.optional(), token: z.string() }),
    z.object({ file: fileRef, report: typed<SalvageReport>() }),
  ),
} as const;

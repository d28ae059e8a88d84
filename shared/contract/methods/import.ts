// Importing sheets: a preview first, then one undo step.
import { z } from 'zod';
import type { ImportOutcome, ImportPreview } from '../../import/preview.ts';
import { typed, writtenSheet } from '../shapes.ts';
import { command, nothing } from './define.ts';

export const IMPORT_METHODS = {
  'import.inspect': command(
    'Reads files and shows what would come in; nothing is written.',
    z.object({ tokens: z.array(z.string()).min(1) }),
    typed<ImportPreview>(),
  ),
  'import.adjust': command(
    'Reads the same files again with other choices: mapping, unit, categories, mode.',
    z.object({ previewId: z.string(), choices: z.record(z.string(), z.unknown()) }),
    typed<ImportPreview>(),
  ),
  'import.commit': command(
    'Takes a previewed import in, as one undo step.',
    z.object({ previewId: z.string() }),
    typed<ImportOutcome>(),
  ),
  'import.cancel': command(
    'Stops reading and forgets a preview.',
    z.object({ previewId: z.string().nullable().default(null) }),
    nothing,
  ),
  'import.markProblems': command(
    "Writes a copy of the sender's workbook with the problem cells marked and commented.",
    z.object({ previewId: z.string(), fileIndex: z.number().int().min(0), token: z.string() }),
    writtenSheet,
  ),
} as const;

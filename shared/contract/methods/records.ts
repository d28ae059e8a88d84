// Records (small values of several kinds, see shared/records/kinds.ts) and view states.
import { z } from 'zod';
import { recordKind } from '../../records/kinds.ts';
import type { RecordImage } from '../../records/records.ts';
import { typed } from '../shapes.ts';
import { command, nothing, query } from './define.ts';

const viewKey = z.string().regex(/^[a-z][a-z0-9.:-]{0,99}$/i);

export const RECORD_METHODS = {
  'records.list': query(
    'Records of the workbook, such as 属实说明; without kinds all of them.',
    z.object({ kinds: z.array(recordKind).optional() }),
    z.object({ records: z.array(typed<RecordImage>()) }),
  ),
  'records.save': command(
    'Saves records and deletes those whose value is null, as one undo step.',
    z.object({
      changes: z.array(z.object({ kind: recordKind, id: z.string().min(1).max(1000), value: z.unknown() })).min(1),
    }),
    z.object({ changed: z.number() }),
  ),
  'view.get': query(
    'What a screen of this workbook looked like when it was left; null where that is not known.',
    z.object({ key: viewKey }),
    z.object({ value: z.unknown() }),
  ),
  'view.set': command(
    'Remembers what a screen looks like. No undo step; a read-only workbook forgets it.',
    z.object({ key: viewKey, value: z.unknown() }),
    nothing,
  ),
} as const;

// 规划设置: the plan's frame read, changed, and carried in spreadsheets.
import { z } from 'zod';
import type { Agency } from '../../domain/agencies.ts';
import type { CategoryScheme } from '../../domain/reference.ts';
import { frameChange } from '../../frame/changes.ts';
import type { Frame } from '../../frame/frame.ts';
import type { FrameUses } from '../../frame/frame-uses.ts';
import { typed, writtenSheet } from '../shapes.ts';
import { command, nothing, query } from './define.ts';

export const FRAME_METHODS = {
  'frame.read': query(
    'The frame of the plan as stored, how many projects use each part, and the schemes that could be taken in.',
    nothing,
    typed<{ frame: Frame; uses: FrameUses; builtIn: CategoryScheme[]; usualAgencies: Agency[] }>(),
  ),
  'frame.save': command(
    'Makes changes of the frame as one undo step; a fault refuses all and names the thing and the ways out.',
    z.object({ changes: z.array(frameChange).min(1).max(5000) }),
    z.object({ moved: z.number(), unclassified: z.number(), label: z.string() }),
  ),
  'frame.export': command(
    'Writes the frame to a spreadsheet that people can edit.',
    z.object({ token: z.string() }),
    writtenSheet,
  ),
  'frame.import': command(
    'Takes in a frame from a spreadsheet as one undo step; errors name sheet, row and values.',
    z.object({ token: z.string(), dryRun: z.boolean().default(false) }),
    z.object({ changes: z.array(z.string()), moved: z.number(), unclassified: z.number() }),
  ),
} as const;

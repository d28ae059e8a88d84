// When a command can be run.
import type { CommandContext } from './command.ts';

export const always = (): boolean => true;
export const hasWorkbook = (context: CommandContext): boolean => context.workbook !== null;
export const canWrite = (context: CommandContext): boolean =>
  context.workbook !== null && context.workbook.readOnly === null;
export const inGrid = (context: CommandContext): boolean => hasWorkbook(context) && context.page === 'projects';
export const inGridWritable = (context: CommandContext): boolean => canWrite(context) && context.page === 'projects';

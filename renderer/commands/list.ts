// The one list of commands, by area; menus, toolbars, keys and the page of shortcuts are made from it.
import { CELL_COMMANDS } from './cell-commands.ts';
import { CHECK_COMMANDS } from './check-commands.ts';
import type { Command } from './command.ts';
import { MENU_BAR_COMMANDS } from './menu-commands.ts';
import { ROW_COMMANDS } from './row-commands.ts';
import { WINDOW_COMMANDS } from './window-commands.ts';

/** All commands; those of the menu bar first, in its order. */
export const COMMANDS: readonly Command[] = [
  ...MENU_BAR_COMMANDS,
  ...CELL_COMMANDS,
  ...ROW_COMMANDS,
  ...CHECK_COMMANDS,
  ...WINDOW_COMMANDS,
];

const BY_ID = new Map(COMMANDS.map((item) => [item.id, item]));

/** The command of an id; throws for an unknown one, which a test finds. */
export function commandOf(id: string): Command {
  const found = BY_ID.get(id);
  if (!found) throw new Error(`unknown command ${id}`);
  return found;
}

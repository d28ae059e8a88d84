// The one list of commands, by area; menus, toolbars, keys and the page of shortcuts are made from it.
import type { Command } from '../../commands/command.ts';
import { MENU_BAR_COMMANDS } from '../../commands/menu-commands.ts';
import { registerCommands } from '../../commands/registry.ts';
import { WINDOW_COMMANDS } from '../../commands/window-commands.ts';
import { CHECK_COMMANDS } from '../checks/check-commands.ts';
import { CELL_COMMANDS } from '../projects/cell-commands.ts';
import { ROW_COMMANDS } from '../projects/row-commands.ts';

/** All commands; those of the menu bar first, in its order. */
export const COMMANDS: readonly Command[] = [
  ...MENU_BAR_COMMANDS,
  ...CELL_COMMANDS,
  ...ROW_COMMANDS,
  ...CHECK_COMMANDS,
  ...WINDOW_COMMANDS,
];

registerCommands(COMMANDS);

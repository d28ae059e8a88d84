// All commands of the window by their ids: features bring theirs, menus, toolbars and keys ask here.
import type { Command } from './command.ts';

let commands: readonly Command[] = [];
let byId = new Map<string, Command>();

/** Once, before the window is drawn: see features/frame/commands.ts. */
export function registerCommands(all: readonly Command[]): void {
  commands = all;
  byId = new Map(all.map((item) => [item.id, item]));
}

/** Those of the menu bar first, in its order. */
export function allCommands(): readonly Command[] {
  return commands;
}

/** The command of an id; throws for an unknown one, which a test finds. */
export function commandOf(id: string): Command {
  const found = byId.get(id);
  if (!found) throw new Error(`unknown command ${id}`);
  return found;
}

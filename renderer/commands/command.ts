// What a command of the window is: menus, toolbar, shortcuts and the help panel all come from one list of these.
import type { WorkbookStatus } from '#shared/contract/methods.ts';
import type { Session } from '../session.ts';
import type { PageId } from '../state/page.ts';

export interface CommandContext {
  session: Session;
  workbook: WorkbookStatus | null;
  page: PageId;
}

export interface Command {
  id: string;
  label: string;
  group: string;
  /** 'CmdOrCtrl+Z' as in the native menu; absent: no key. */
  key?: string;
  /** A line stands above it in the menu. */
  startsBlock?: true;
  /** Done by the grid's own keys; listed for the help panel, never taken from the window's keys. */
  isGridKey?: true;
  /** Left to a text field while one has the focus (Ctrl+Z, Ctrl+C ...). */
  yieldsToText?: true;
  when(context: CommandContext): boolean;
  run(context: CommandContext): void;
}

/** A command as one line of a list; `key` undefined: it has none. */
export function command(
  group: string,
  id: string,
  label: string,
  key: string | undefined,
  when: Command['when'],
  run: Command['run'],
): Command {
  return { id, label, group, ...(key === undefined ? {} : { key }), when, run };
}

/** Keys whose name in a command differs from what the event or the planner calls them. */
const KEY_NAMES: Readonly<Record<string, { event: string; words: string }>> = {
  Delete: { event: 'Delete', words: 'Del' },
  Plus: { event: '+', words: '+' },
  Space: { event: ' ', words: '空格' },
  Escape: { event: 'Escape', words: 'Esc' },
  Backspace: { event: 'Backspace', words: '退格' },
  ContextMenu: { event: 'ContextMenu', words: '菜单键' },
  Up: { event: 'ArrowUp', words: '↑' },
  Down: { event: 'ArrowDown', words: '↓' },
  Left: { event: 'ArrowLeft', words: '←' },
  Right: { event: 'ArrowRight', words: '→' },
};

/** 'Ctrl+Z' as people read it. */
export function keyLabel(key: string): string {
  const parts = key.replaceAll('CmdOrCtrl', 'Ctrl').split('+');
  return parts.map((part) => KEY_NAMES[part]?.words ?? part).join('+');
}

/** Whether a key press is the key of a command. */
export function isKey(
  key: string,
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'> & { code?: string },
): boolean {
  const parts = key.split('+');
  const main = parts.at(-1) ?? '';
  const wants = (name: string): boolean => parts.slice(0, -1).includes(name);
  const isMain =
    event.key.toLowerCase() === (KEY_NAMES[main]?.event ?? main).toLowerCase() ||
    // With Shift a digit key writes another sign.
    (/^\d$/.test(main) && event.code === `Digit${main}`);
  return (
    isMain &&
    (event.ctrlKey || event.metaKey) === wants('CmdOrCtrl') &&
    event.shiftKey === wants('Shift') &&
    event.altKey === wants('Alt')
  );
}

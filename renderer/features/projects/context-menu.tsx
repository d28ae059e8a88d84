// The right-click menu of the 项目表 (Shift+F10): commands of the list, each with the letter that runs it.
import { Dropdown, type MenuProps } from 'antd';
import { keyLabel } from '../../commands/command.ts';
import { commandOf } from '../../commands/registry.ts';
import { useCommandContext } from '../../commands/use-commands.ts';
import { fitBelow } from './layout/fit-below.ts';

/** Command and letter, as in Excel's menu where it has the command too; '-' is a line. */
const ITEMS: readonly (readonly [id: string, letter: string] | '-')[] = [
  ['grid.cut', 'T'],
  ['grid.copy', 'C'],
  ['grid.copyWithHeaders', 'K'],
  ['grid.paste', 'P'],
  ['grid.pasteSpecial', 'V'],
  ['grid.pasteAsNew', 'W'],
  ['grid.clear', 'N'],
  ['grid.fillColumn', 'B'],
  ['grid.fillSeries', 'L'],
  '-',
  ['grid.addAbove', 'I'],
  ['edit.add', 'A'],
  ['grid.duplicate', 'Y'],
  ['edit.remove', 'D'],
  ['grid.moveTo', 'M'],
  '-',
  ['grid.filterValue', 'E'],
  ['grid.filter', 'F'],
  ['grid.sortUp', 'S'],
  ['grid.sortDown', 'O'],
  '-',
  ['grid.fold', 'G'],
  ['grid.freeze', 'Z'],
  ['grid.hideColumn', 'H'],
  ['grid.card', 'R'],
  ['grid.composition', 'Q'],
];

/** Pixels that the menu takes. */
const HEIGHT = ITEMS.length * 26 + 16;

/** The menu has the keys as soon as it is there; the grid takes the focus back when the mouse button goes up. */
function focusMenu(container: HTMLDivElement | null): void {
  if (container) setTimeout(() => container.querySelector<HTMLElement>('[role="menu"]')?.focus(), 0);
}

export function ContextMenu({ at, close }: { at: { x: number; y: number } | null; close: () => void }) {
  const context = useCommandContext();
  const run = (id: string): void => {
    close();
    context.session.grid.current?.focus();
    const command = commandOf(id);
    if (command.when(context)) command.run(context);
  };
  const items: MenuProps['items'] = ITEMS.map((item, index) => {
    if (item === '-') return { type: 'divider', key: `line${index}` };
    const [id, letter] = item;
    const command = commandOf(id);
    return {
      key: id,
      disabled: !command.when(context),
      label: (
        <span className="xj-menu-item">
          <span>
            {command.label.replace('…', '')}(<u>{letter}</u>){command.label.endsWith('…') ? '…' : ''}
          </span>
          <kbd>{command.key ? keyLabel(command.key) : ''}</kbd>
        </span>
      ),
    };
  });
  if (!at) return null;
  return (
    <Dropdown
      key={`${at.x},${at.y}`}
      open
      // Not 'contextMenu': then any scrolling of the table beneath would close it.
      trigger={['click']}
      classNames={{ root: 'xj-context-menu' }}
      onOpenChange={(open) => {
        if (!open) close();
      }}
      popupRender={(menu) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: takes the letters of the menu inside it
        <div
          ref={focusMenu}
          data-testid="context-menu"
          onKeyDown={(event) => {
            const hit = ITEMS.find((item) => item !== '-' && item[1] === event.key.toUpperCase());
            const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey;
            if (event.key === 'Escape' || event.key === 'Tab') {
              close();
              context.session.grid.current?.focus();
            } else if (hit && hit !== '-' && isPlain) run(hit[0]);
            else return;
            event.preventDefault();
            event.stopPropagation();
          }}
        >
          {menu}
        </div>
      )}
      menu={{ items, onClick: ({ key }) => run(key) }}
    >
      <span style={{ position: 'fixed', left: at.x, top: fitBelow(at.y, HEIGHT), width: 1, height: 1 }} />
    </Dropdown>
  );
}

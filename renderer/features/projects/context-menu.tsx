// The right-click menu of the 项目表: commands of the list.
import { Dropdown, type MenuProps } from 'antd';
import { keyLabel } from '../../commands/command.ts';
import { commandOf } from '../../commands/list.ts';
import { useCommandContext } from '../../commands/use-commands.ts';

const ITEMS = [
  'grid.cut',
  'grid.copy',
  'grid.paste',
  'grid.clear',
  'grid.fillDown',
  '-',
  'edit.add',
  'edit.remove',
  'grid.up',
  'grid.down',
  '-',
  'grid.card',
] as const;

export function ContextMenu({ at, close }: { at: { x: number; y: number } | null; close: () => void }) {
  const context = useCommandContext();
  const items: MenuProps['items'] = ITEMS.map((id, index) => {
    if (id === '-') return { type: 'divider', key: `line${index}` };
    const command = commandOf(id);
    return {
      key: id,
      disabled: !command.when(context),
      label: (
        <span className="xj-menu-item">
          <span>{command.label}</span>
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
      trigger={['contextMenu']}
      onOpenChange={(open) => {
        if (!open) close();
      }}
      menu={{
        items,
        onClick: ({ key }) => {
          close();
          context.session.grid.current?.focus();
          commandOf(key).run(context);
        },
      }}
    >
      <span style={{ position: 'fixed', left: at.x, top: at.y, width: 1, height: 1 }} />
    </Dropdown>
  );
}

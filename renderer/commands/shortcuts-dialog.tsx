// 快捷键: the command list with its keys, and the keys of the 项目表.
import { Modal, Table } from 'antd';
import { useSession } from '../session.ts';
import { useStore } from '../ui/store.ts';
import { keyLabel } from './command.ts';
import { COMMANDS } from './list.ts';

/** Keys of the grid that are no commands: moving and editing, as in Excel. */
const GRID_KEYS: readonly [string, string][] = [
  ['方向键、Tab、Enter', '移动单元格；Shift 反向；Ctrl+方向键到边缘'],
  ['Shift+方向键、拖动', '选择多个单元格'],
  ['直接输入', '替换单元格内容'],
  ['F2、双击', '修改单元格内容'],
  ['Alt+↓', '打开选项列表'],
  ['Alt+Enter', '在单元格内换行'],
  ['Esc', '取消修改'],
  ['Home、End、Ctrl+Home、Ctrl+End', '到行首、行尾、表首、表尾'],
  ['双击序号', '打开项目卡片'],
  ['Shift+F10', '打开右键菜单'],
];

export function ShortcutsDialog() {
  const { nav } = useSession();
  const isOpen = useStore(nav, (state) => state.dialog === 'shortcuts');
  const commands = COMMANDS.filter((command) => command.key !== undefined).map((command) => ({
    id: command.id,
    group: command.group,
    key: keyLabel(command.key ?? ''),
    label: command.label.replace('…', ''),
  }));
  const grid = GRID_KEYS.map(([key, label]) => ({ id: key, group: '单元格', key, label }));
  return (
    <Modal
      title="快捷键"
      open={isOpen}
      onCancel={() => nav.set({ dialog: null })}
      footer={null}
      width={620}
      data-testid="shortcuts"
    >
      <Table
        size="small"
        rowKey="id"
        pagination={false}
        scroll={{ y: 460 }}
        dataSource={[...commands, ...grid]}
        columns={[
          { title: '类别', dataIndex: 'group', width: 80 },
          { title: '按键', dataIndex: 'key', width: 220 },
          { title: '作用', dataIndex: 'label' },
        ]}
      />
    </Modal>
  );
}

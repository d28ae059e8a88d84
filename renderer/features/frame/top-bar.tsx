// The top bar: file menu, workbook and region, save state, undo and redo, quick search.
import { LockOutlined, MenuOutlined, RollbackOutlined, SearchOutlined } from '@ant-design/icons';
import { Button, Dropdown, Input, type MenuProps, Tag, Tooltip } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { MENU_COMMANDS } from '#shared/contract/menu.ts';
import type { WorkbookStatus } from '#shared/contract/methods.ts';
import { keyLabel } from '../../commands/command.ts';
import { lockedText } from '../../commands/file-actions.ts';
import { isTextField } from '../../commands/focus.ts';
import { commandOf } from '../../commands/registry.ts';
import { useCommandContext } from '../../commands/use-commands.ts';
import { useSession } from '../../session.ts';
import { useStore } from '../../ui/store.ts';
import { SaveState } from './save-state.tsx';

export function TopBar({ workbook }: { workbook: WorkbookStatus }) {
  const { plan } = workbook;
  const { nav } = useSession();
  return (
    <header className="xj-top">
      <FileMenu />
      <div className="xj-top-name">
        <strong title={`${workbook.folder} ${workbook.fileName}`} data-testid="workbook-name">
          {workbook.fileName.replace(/\.xianjie$/, '')}
        </strong>
        <button
          type="button"
          className="xj-faint xj-top-plan"
          title={`${plan.name}：规划设置`}
          onClick={() => nav.set({ page: 'settings' })}
          data-testid="plan-name-button"
        >
          {plan.regionName} · {plan.firstYear}–{plan.lastYear} 年
        </button>
      </div>
      {workbook.readOnly === null ? (
        <SaveState savedAt={workbook.savedAt} />
      ) : (
        <Tooltip title={lockedText(workbook)}>
          <Tag color="orange" icon={<LockOutlined />} data-testid="read-only">
            只读
          </Tag>
        </Tooltip>
      )}
      <StepButton id="edit.undo" label={workbook.undo?.label ?? null} icon={<RollbackOutlined />} />
      <StepButton
        id="edit.redo"
        label={workbook.redo?.label ?? null}
        icon={<RollbackOutlined className="xj-mirrored" />}
      />
      <span className="xj-grow" />
      <QuickSearch />
    </header>
  );
}

function FileMenu() {
  const context = useCommandContext();
  const ids = MENU_COMMANDS.filter((item) => item.group === '文件' || item.group === '帮助').map((item) => item.id);
  ids.splice(ids.indexOf('file.backup') + 1, 0, 'file.verify');
  const items: MenuProps['items'] = ids.flatMap((id) => {
    const command = commandOf(id);
    const item = {
      key: id,
      disabled: !command.when(context),
      'data-testid': `menu-${id}`,
      label: (
        <span className="xj-menu-item">
          <span>{command.label}</span>
          <kbd>{command.key ? keyLabel(command.key) : ''}</kbd>
        </span>
      ),
    };
    const hasLine = command.startsBlock || id === 'help.keys';
    return hasLine ? [{ type: 'divider' as const, key: `line:${id}` }, item] : [item];
  });
  return (
    <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => commandOf(key).run(context) }}>
      <Button type="text" icon={<MenuOutlined />} data-testid="file-menu">
        文件
      </Button>
    </Dropdown>
  );
}

function StepButton({ id, label, icon }: { id: 'edit.undo' | 'edit.redo'; label: string | null; icon: ReactNode }) {
  const context = useCommandContext();
  const command = commandOf(id);
  const key = command.key ? `（${keyLabel(command.key)}）` : '';
  return (
    <Tooltip title={label === null ? `没有可${command.label}的操作` : `${command.label}：${label}${key}`}>
      <Button
        type="text"
        icon={icon}
        disabled={!command.when(context)}
        data-testid={id === 'edit.undo' ? 'undo' : 'redo'}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => {
          // The button is about the workbook, whatever field is being typed in; what was typed in a cell is kept first.
          const field = document.activeElement;
          if (field instanceof HTMLElement && isTextField(field)) field.blur();
          command.run(context);
        }}
      >
        <span className="xj-step-label">
          {command.label}
          {label !== null && <small>{label}</small>}
        </span>
      </Button>
    </Tooltip>
  );
}

/** Milliseconds without a key before the table is filtered. */
const SEARCH_PAUSE = 160;

function QuickSearch() {
  const { nav, grid } = useSession();
  const search = useStore(nav, (state) => state.search);
  const [text, setText] = useState(search);
  useEffect(() => setText(search), [search]);
  useEffect(() => {
    if (text === search) return;
    const timer = setTimeout(() => nav.set({ search: text, page: 'projects' }), SEARCH_PAUSE);
    return () => clearTimeout(timer);
  }, [text, search, nav]);
  return (
    <Input
      className="xj-search"
      allowClear
      prefix={<SearchOutlined />}
      placeholder="搜索名称、地点、内容、单位"
      aria-label="快速搜索项目"
      data-testid="quick-search"
      value={text}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape') setText('');
        if (event.key === 'Enter') grid.current?.focus();
      }}
    />
  );
}

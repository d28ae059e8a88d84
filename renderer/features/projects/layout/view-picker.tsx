// The views of the 项目表: the program's, and those that users saved.
import { CheckOutlined, TableOutlined } from '@ant-design/icons';
import { Button, Dropdown, Input, type MenuProps, Modal } from 'antd';
import { useState } from 'react';
import { GRID_DIALOG_FOCUS } from '../../../commands/focus.ts';
import { useSession } from '../../../session.ts';
import { NUMBER_KEY } from '../grid-columns.ts';
import type { GridData } from '../grid-state.ts';
import { type GridLook, isOwn, removeView, resetView, saveView, viewName } from './look.ts';
import type { ChangeLook } from './use-look.ts';
import { VIEWS } from './views.ts';

export function ViewPicker({ data, look, changeLook }: { data: GridData; look: GridLook; changeLook: ChangeLook }) {
  const [naming, setNaming] = useState<string | null>(null);
  const { grid } = useSession();
  const ids = new Set([...VIEWS, ...look.own].map(({ id }) => id));
  const shown = ids.has(look.view) ? look.view : (VIEWS[0]?.id ?? '');
  const tick = (isOn: boolean) => <CheckOutlined style={{ visibility: isOn ? 'visible' : 'hidden' }} />;
  const choice = ({ id, name }: { id: string; name: string }) => ({
    key: `view:${id}`,
    label: name,
    icon: tick(id === shown),
  });
  const items: MenuProps['items'] = [
    ...VIEWS.map(choice),
    ...(look.own.length > 0 ? [{ type: 'divider' as const, key: 'own' }, ...look.own.map(choice)] : []),
    { type: 'divider', key: 'switches' },
    { key: 'wrap', label: '长文字换行显示', icon: tick(look.wrap) },
    { key: 'showEmpty', label: '显示空类别', icon: tick(look.showEmpty) },
    { type: 'divider', key: 'line' },
    { key: 'save', label: '把现在的列保存为视图…' },
    isOwn(look, shown)
      ? { key: 'remove', label: `删除视图“${viewName(look, shown)}”` }
      : { key: 'reset', label: '恢复本视图的列、次序和列宽', disabled: !look.layouts[shown] },
  ];
  const save = (): void => {
    const name = naming?.trim() ?? '';
    if (name === '') return;
    const keys = data.columns.map(({ key }) => key).filter((key) => key !== NUMBER_KEY);
    changeLook((before) => saveView(before, name, keys));
    setNaming(null);
  };
  const isTaken = VIEWS.some(({ name }) => name === naming?.trim());
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items,
          onClick: ({ key }) => {
            if (key === 'save') setNaming(isOwn(look, shown) ? viewName(look, shown) : '');
            else if (key === 'remove') changeLook((before) => removeView(before, shown));
            else if (key === 'reset') changeLook(resetView);
            else if (key === 'wrap') changeLook({ wrap: !look.wrap });
            else if (key === 'showEmpty') changeLook({ showEmpty: !look.showEmpty });
            else changeLook({ view: key.slice('view:'.length) });
          },
        }}
      >
        <Button size="small" type="text" icon={<TableOutlined />} data-testid="pick-view" aria-haspopup="menu">
          视图：{viewName(look, shown)}
        </Button>
      </Dropdown>
      <Modal
        title="保存视图"
        open={naming !== null}
        okText="保存"
        okButtonProps={{ disabled: (naming ?? '').trim() === '' || isTaken }}
        onOk={save}
        onCancel={() => setNaming(null)}
        focusable={GRID_DIALOG_FOCUS}
        afterClose={() => grid.current?.refocus()}
        width={380}
        destroyOnHidden
      >
        <p>保存现在显示的列、次序、列宽和冻结。同名的视图会被替换。</p>
        <Input
          autoFocus
          maxLength={20}
          value={naming ?? ''}
          status={isTaken ? 'error' : ''}
          placeholder="视图名称，如 村级核对"
          aria-label="视图名称"
          data-testid="view-name"
          onChange={(event) => setNaming(event.target.value)}
          onPressEnter={() => {
            if (!isTaken) save();
          }}
        />
        {isTaken && <p role="alert">这是程序自带视图的名称，请换一个。</p>}
      </Modal>
    </>
  );
}

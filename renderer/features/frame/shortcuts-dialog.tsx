// 快捷键 (F1): all keys by group, with a search; can be printed as a sheet to put beside the screen.
import { PrinterOutlined } from '@ant-design/icons';
import { Button, Input, Modal } from 'antd';
import { useMemo, useState } from 'react';
import { GRID_DIALOG_FOCUS } from '../../commands/focus.ts';
import { useSession } from '../../session.ts';
import { useStore } from '../../ui/store.ts';
import { searchShortcuts, shortcutGroups } from './shortcut-list.ts';
import './shortcuts.css';

export function ShortcutsDialog() {
  const { nav, grid } = useSession();
  const isOpen = useStore(nav, (state) => state.dialog === 'shortcuts');
  const [typed, setTyped] = useState('');
  const all = useMemo(shortcutGroups, []);
  const shown = searchShortcuts(all, typed);
  return (
    <Modal
      title="快捷键"
      open={isOpen}
      onCancel={() => nav.set({ dialog: null })}
      focusable={GRID_DIALOG_FOCUS}
      afterClose={() => {
        setTyped('');
        grid.current?.refocus();
      }}
      footer={null}
      width={860}
      classNames={{ wrapper: 'xj-shortcuts' }}
      data-testid="shortcuts"
    >
      <div className="xj-shortcuts-bar">
        <Input
          autoFocus
          allowClear
          placeholder="搜索按键或作用，如 填充、Ctrl"
          aria-label="搜索快捷键"
          data-testid="shortcuts-search"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
          打印
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className="xj-shortcuts-page" aria-label="快捷键" tabIndex={0}>
        <div className="xj-shortcuts-groups">
          {shown.map(({ title, items }) => (
            <section key={title}>
              <h3>{title}</h3>
              <dl>
                {items.map(({ keys, does }) => (
                  <div key={`${keys}${does}`}>
                    <dt>{keys}</dt>
                    <dd>{does}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
        {shown.length === 0 && <p>没有符合“{typed}”的快捷键。</p>}
      </section>
    </Modal>
  );
}

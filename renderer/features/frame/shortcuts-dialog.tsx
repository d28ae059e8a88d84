// 帮助 (F1): the jobs step by step and all keys by group, with one search over both; what is shown can be printed as a
// sheet to put beside the screen.
import { PrinterOutlined } from '@ant-design/icons';
import { Button, Input, Modal } from 'antd';
import { useMemo, useState } from 'react';
import { searchJobs } from '#shared/help/jobs.ts';
import { GRID_DIALOG_FOCUS } from '../../commands/focus.ts';
import { useSession } from '../../session.ts';
import { useStore } from '../../ui/store.ts';
import { HelpJobView } from './help-job.tsx';
import { searchShortcuts, shortcutGroups } from './shortcut-list.ts';
import './shortcuts.css';

const KEYS = 'keys';

export function ShortcutsDialog() {
  const { nav, grid } = useSession();
  const isOpen = useStore(nav, (state) => state.dialog === 'shortcuts');
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<string>(KEYS);
  const all = useMemo(shortcutGroups, []);
  const groups = searchShortcuts(all, typed);
  const jobs = searchJobs(typed);
  const isSearching = typed.trim() !== '';
  const shownJobs = isSearching ? jobs : jobs.filter(({ id }) => id === chosen);
  const shownGroups = isSearching || chosen === KEYS ? groups : [];
  const entry = (id: string, title: string) => (
    <button
      key={id}
      type="button"
      className={!isSearching && id === chosen ? 'is-here' : ''}
      onClick={() => {
        setTyped('');
        setChosen(id);
      }}
      data-testid={`help-${id}`}
    >
      {title}
    </button>
  );
  return (
    <Modal
      title="帮助"
      open={isOpen}
      onCancel={() => nav.set({ dialog: null })}
      focusable={GRID_DIALOG_FOCUS}
      afterClose={() => {
        setTyped('');
        grid.current?.refocus();
      }}
      footer={null}
      width={980}
      classNames={{ wrapper: 'xj-shortcuts' }}
      data-testid="shortcuts"
    >
      <div className="xj-shortcuts-bar">
        <Input
          autoFocus
          allowClear
          placeholder="搜索做什么事、按钮或按键，如 月报、封面、Ctrl"
          aria-label="搜索帮助"
          data-testid="shortcuts-search"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
          打印
        </Button>
      </div>
      <div className="xj-help">
        <nav aria-label="帮助目录">
          {searchJobs('').map(({ id, title }) => entry(id, title))}
          {entry(KEYS, '快捷键')}
        </nav>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
        <section className="xj-shortcuts-page" aria-label="帮助内容" tabIndex={0}>
          {shownJobs.map((job) => (
            <HelpJobView key={job.id} job={job} />
          ))}
          <div className="xj-shortcuts-groups">
            {shownGroups.map(({ title, items }) => (
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
          {shownJobs.length + shownGroups.length === 0 && <p>帮助里没有“{typed}”。</p>}
        </section>
      </div>
    </Modal>
  );
}

// 版本与日志: every change that was made, newest first, with what it changed; backup and verification of the file.
import { Alert, Button, Empty, Segmented, Spin } from 'antd';
import { type ReactNode, useState } from 'react';
import type { ChangeSetInfo } from '#shared/contract/methods.ts';
import { useWorkbook } from '../../api/queries.ts';
import { CommandButton } from '../../commands/command-button.tsx';
import { type NavState, useSession } from '../../session.ts';
import { errorText } from '../../state/call.ts';
import { useStore } from '../../ui/store.ts';
import { ArchiveButton } from './archive-button.tsx';
import { AuthorField } from './author-field.tsx';
import { ChangeDetail } from './change-detail.tsx';
import { groupByDay, kindWord, laterSteps, timeText, undoneIds } from './history-words.ts';
import { useLog } from './use-log.ts';
import { VersionsPane } from './versions-pane.tsx';
import './history.css';

/** `orders` is 调整变更, which stands on more features than this folder may. */
export function HistoryPage({ orders }: { orders: ReactNode }) {
  const workbook = useWorkbook();
  const { nav } = useSession();
  const part = useStore(nav, (state) => state.historyPart);
  return (
    <div className="xj-history" data-testid="page-history">
      <header className="xj-history-bar">
        <Segmented
          value={part}
          onChange={(historyPart: NavState['historyPart']) => nav.set({ historyPart })}
          options={[
            { value: 'log', label: '操作记录' },
            { value: 'versions', label: '版本' },
            { value: 'orders', label: '调整变更' },
          ]}
          data-testid="history-part"
        />
        <CommandButton id="edit.undo" label={workbook?.undo ? `撤销：${workbook.undo.label}` : '撤销'} />
        <CommandButton id="edit.redo" label={workbook?.redo ? `重做：${workbook.redo.label}` : '重做'} />
        <span className="xj-grow" />
        <AuthorField />
        <ArchiveButton />
        <CommandButton id="file.backup" label="备份工作簿" hint="写一份核对过的副本，可以存到U盘" />
        <CommandButton id="file.restore" hint="列出备份，恢复为副本或恢复到原位置" />
        <CommandButton id="file.verify" hint="逐页检查工作簿文件是否完好" />
      </header>
      {part === 'log' && <Log />}
      {part === 'versions' && <VersionsPane />}
      {part === 'orders' && orders}
    </div>
  );
}

function Log() {
  const [chosen, setChosen] = useState<number | null>(null);
  const log = useLog();
  const items = log.data?.pages.flatMap((page) => page.changeSets);
  return (
    <>
      {log.error && <Alert type="error" showIcon banner title={`日志没有读出来：${errorText(log.error)}`} />}
      {log.isPending && <Spin className="xj-page-spin" description="正在读取日志" />}
      {items?.length === 0 && (
        <Empty className="xj-history-empty" description="还没有修改记录。每次修改、导入都会记在这里，可以撤销。" />
      )}
      {items && items.length > 0 && (
        <LogView
          items={items}
          chosen={chosen}
          choose={setChosen}
          more={log.hasNextPage ? { isBusy: log.isFetchingNextPage, fetch: () => void log.fetchNextPage() } : null}
        />
      )}
    </>
  );
}

interface LogProps {
  items: readonly ChangeSetInfo[];
  chosen: number | null;
  choose: (id: number) => void;
  more: { isBusy: boolean; fetch: () => void } | null;
}

function LogView({ items, chosen, choose, more }: LogProps) {
  const current = items.find((item) => item.id === chosen) ?? items[0];
  const undone = undoneIds(items);
  const step = (by: number): void => {
    const next = items[items.findIndex((item) => item.id === current?.id) + by];
    if (!next) return;
    choose(next.id);
    document.getElementById(`change-${next.id}`)?.focus();
  };
  return (
    <div className="xj-history-columns">
      <div className="xj-change-list">
        <div
          role="listbox"
          tabIndex={-1}
          aria-label="修改记录"
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
            event.preventDefault();
            step(event.key === 'ArrowDown' ? 1 : -1);
          }}
        >
          {groupByDay(items, new Date()).map(({ day, items: ofDay }) => (
            // biome-ignore lint/a11y/useSemanticElements: a listbox holds options in groups, not a form's fieldset
            <div key={day} role="group" aria-label={day}>
              <h3 role="presentation">{day}</h3>
              {ofDay.map((item) => (
                <ChangeItem
                  key={item.id}
                  item={item}
                  isHere={item.id === current?.id}
                  isUndone={undone.has(item.id)}
                  choose={choose}
                />
              ))}
            </div>
          ))}
        </div>
        {more && (
          <p>
            <Button size="small" loading={more.isBusy} onClick={more.fetch} data-testid="history-more">
              更早的修改
            </Button>
          </p>
        )}
      </div>
      {current && (
        <ChangeDetail
          key={current.id}
          item={current}
          isUndone={undone.has(current.id)}
          later={laterSteps(items, current.id)}
        />
      )}
    </div>
  );
}

interface ItemProps {
  item: ChangeSetInfo;
  isHere: boolean;
  isUndone: boolean;
  choose: (id: number) => void;
}

function ChangeItem({ item, isHere, isUndone, choose }: ItemProps) {
  return (
    <button
      type="button"
      id={`change-${item.id}`}
      role="option"
      aria-selected={isHere}
      className={`xj-change${isHere ? ' is-here' : ''}${isUndone ? ' is-undone' : ''}`}
      onClick={() => choose(item.id)}
      data-testid="change"
    >
      <time dateTime={item.at}>{timeText(item.at)}</time>
      <em>{kindWord(item.command)}</em>
      <span className="xj-change-label" title={item.label}>
        {item.label}
      </span>
      <small>{isUndone ? '已撤销' : item.projects > 0 ? `${item.projects} 个项目` : ''}</small>
      <small className="xj-change-author">{item.author}</small>
    </button>
  );
}

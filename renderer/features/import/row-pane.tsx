// Every row of the sheets with what would become of it; the chosen one in full, before and after.
import { Button, Segmented } from 'antd';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { NAMELESS } from '#shared/domain/project.ts';
import type { RowPreview, TablePreview } from '#shared/import/preview.ts';
import { choosePairs } from './choices.ts';
import type { RowAction } from './import-state.ts';
import { PairBox } from './pair-box.tsx';
import type { PaneProps } from './preview-panes.tsx';
import { createRowGrid, type RowGrid } from './row-grid.ts';
import { ACTION_LABELS, ACTIONS, actionOf, countActions, filterRows, rowKey, skippedRows } from './row-list.ts';
import { takeRows } from './take-rows.ts';

export function RowPane({ flow, state, preview }: PaneProps) {
  const { action, choices, left } = state;
  const skipped = useMemo(() => skippedRows(choices), [choices]);
  const counts = useMemo(() => countActions(preview.rows, skipped), [preview.rows, skipped]);
  const rows = useMemo(() => filterRows(preview.rows, skipped, left, action), [preview.rows, skipped, left, action]);
  const host = useRef<HTMLDivElement>(null);
  const grid = useRef<RowGrid | null>(null);

  useEffect(() => {
    if (!host.current) return;
    const made = createRowGrid(host.current, {
      onFocus: (key) => flow.state.set({ row: key }),
      onTake: (row, isTaken) => takeRows(flow, [row], isTaken),
    });
    grid.current = made;
    return () => {
      made.destroy();
      grid.current = null;
    };
  }, [flow]);

  useEffect(() => grid.current?.setRows(rows, preview.tables, skipped), [rows, preview.tables, skipped]);

  const chosen = preview.rows.find((row) => rowKey(row) === state.row);
  const alike = preview.rows.filter((row) => row.action === 'conflict' && row.candidates.length > 0);
  const pairAll = (projectOf: (row: RowPreview) => string | null | undefined): void =>
    flow.change((before) =>
      choosePairs(
        before,
        alike.map((row) => [rowKey(row), projectOf(row)]),
      ),
    );
  const takeAll = (isTaken: boolean): void => takeRows(flow, rows, isTaken);
  return (
    <div className="xj-imp-rows" data-testid="import-rows">
      <div className="xj-imp-tools">
        <Segmented
          size="small"
          data-testid="import-filter"
          value={action ?? 'all'}
          onChange={(value) => flow.state.set({ action: value === 'all' ? null : (value as RowAction) })}
          options={[
            { value: 'all', label: `全部 ${preview.rows.length}` },
            ...ACTIONS.map((value) => ({ value, label: `${ACTION_LABELS[value]} ${counts[value]}` })),
          ]}
        />
        <span className="xj-grow" />
        {alike.length > 0 && (
          <>
            <span className="xj-faint">疑似同一项目 {alike.length} 行，点一行选定，或</span>
            <Button size="small" data-testid="import-pair-all" onClick={() => pairAll((row) => row.candidates[0]?.id)}>
              都更新最相近的
            </Button>
            <Button size="small" onClick={() => pairAll(() => null)}>
              都作为新项目
            </Button>
          </>
        )}
        <Button size="small" onClick={() => takeAll(true)}>
          全部勾选
        </Button>
        <Button size="small" onClick={() => takeAll(false)}>
          全部不勾选
        </Button>
      </div>
      <div className="xj-imp-grid" ref={host} />
      {chosen && (
        <RowDetail row={chosen} table={preview.tables[chosen.table]} action={actionOf(chosen, skipped)}>
          <PairBox flow={flow} row={chosen} choices={choices} />
        </RowDetail>
      )}
    </div>
  );
}

/** Said of a row that has no cells to compare. */
const DETAIL_WORDS: Readonly<Record<RowAction, string>> = {
  add: '新项目：项目表里没有认出同一个项目。',
  update: '',
  unchanged: '与项目表中的完全相同，不会改动。',
  conflict: '',
  skip: '这一行不导入。',
};

interface DetailProps {
  row: RowPreview;
  table: TablePreview | undefined;
  action: RowAction;
  children: ReactNode;
}

function RowDetail({ row, table, action, children }: DetailProps) {
  return (
    <section className="xj-imp-detail" data-testid="import-row-detail">
      <header>
        <b>{row.name || NAMELESS}</b>
        <span className="xj-faint">
          {table?.sheet} 第 {row.row} 行
        </span>
        {row.reason !== '' && <span className={action === 'conflict' ? 'xj-imp-warn' : 'xj-faint'}>{row.reason}</span>}
      </header>
      {action !== 'skip' && children}
      {row.changes.length === 0 ? (
        <p className="xj-faint">{DETAIL_WORDS[action]}</p>
      ) : (
        <dl>
          {row.changes.map((change) => (
            <div key={change.column}>
              <dt>{change.label}</dt>
              <dd>
                {change.before !== '' && <del>{change.before}</del>}
                {change.before !== '' && ' → '}
                <ins>{change.after === '' ? '（空）' : change.after}</ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

// A list of offices: its rows in the official columns, its sums, and the ways in and out.
import { useQuery } from '@tanstack/react-query';
import { Button, Empty, Segmented, Select, Spin } from 'antd';
import { useState } from 'react';
import type { FileRef } from '#shared/contract/methods.ts';
import { LISTS } from '#shared/lists/lists.ts';
import { KEYS } from '../../api/queries.ts';
import { useRecords } from '../../api/records.ts';
import { useSession } from '../../session.ts';
import { ReportButtons } from '../funds/report-buttons.tsx';
import { ReportTable } from '../funds/report-table.tsx';
import { ListDialog } from './list-dialog.tsx';
import { ListImportDialog } from './list-import-dialog.tsx';
import type { ListTabSpec } from './list-tabs.ts';
import { OwnDataButton } from './own-data-button.tsx';

const ALL = '';

export function ListTab({ tab, isLocked }: { tab: ListTabSpec; isLocked: boolean }) {
  const session = useSession();
  const rows = useRecords(tab.list);
  const [chosen, setChosen] = useState(ALL);
  const [view, setView] = useState<'detail' | 'summary'>('detail');
  const [file, setFile] = useState<FileRef | null>(null);
  /** '' for a new row. */
  const [edited, setEdited] = useState<string | null>(null);
  const options = choices(tab, [...rows.values()] as Record<string, unknown>[]);
  const choice = options.includes(chosen) ? chosen : tab.chosen === 'year' ? (options.at(-1) ?? ALL) : ALL;
  const make = view === 'summary' && tab.summary ? tab.summary : tab.detail;
  const report = make(choice === ALL ? null : choice);
  const { data } = useQuery({
    queryKey: [...KEYS.records, 'list-table', tab.key, view, choice],
    queryFn: () => session.call('report.tables', { report }),
    enabled: rows.size > 0,
  });
  const choose = async (): Promise<void> => {
    const [one] = (await session.chooseOpen('sheet', `选择${LISTS[tab.list].name}`)) ?? [];
    if (one) setFile(one);
  };
  return (
    <div className="xj-funds-tab" data-testid={`list-${tab.key}`}>
      <div className="xj-funds-tools">
        <Button size="small" type="primary" disabled={isLocked} onClick={() => void choose()} data-testid="list-import">
          导入…
        </Button>
        <Button size="small" disabled={isLocked} onClick={() => setEdited('')} data-testid="list-add">
          添加…
        </Button>
        <OwnDataButton list={tab.list} year={choice === ALL ? null : Number(choice)} isLocked={isLocked} />
        {tab.summary && rows.size > 0 && (
          <Segmented
            size="small"
            aria-label="看什么"
            value={view}
            onChange={setView}
            options={[
              { value: 'detail', label: '明细' },
              { value: 'summary', label: <span data-testid="list-summary">{tab.summaryLabel}</span> },
            ]}
          />
        )}
        {tab.chosen !== 'none' && options.length > 0 && (
          <Select
            size="small"
            showSearch
            style={{ minWidth: 150 }}
            aria-label={CHOICE_LABELS[tab.chosen]}
            value={choice}
            options={[
              ...(tab.chosen === 'year' ? [] : [{ value: ALL, label: `全部${CHOICE_LABELS[tab.chosen]}` }]),
              ...options.map((value) => ({ value, label: tab.chosen === 'year' ? `${value}年` : value })),
            ]}
            onChange={setChosen}
            data-testid="list-choice"
          />
        )}
        <span className="xj-grow" />
        {rows.size > 0 && <ReportButtons report={report} />}
      </div>
      {rows.size === 0 && <Empty description={tab.empty} />}
      {rows.size > 0 && (
        <div className="xj-funds-scroll" data-testid="list-table">
          {!data && <Spin />}
          {data?.tables.map((table) => (
            <ReportTable
              key={table.id}
              table={table}
              {...(view === 'detail' && !isLocked ? { open: setEdited } : {})}
            />
          ))}
        </div>
      )}
      {file && <ListImportDialog list={tab.list} file={file} close={() => setFile(null)} />}
      {edited !== null && <ListDialog list={tab.list} id={edited} close={() => setEdited(null)} />}
    </div>
  );
}

const CHOICE_LABELS: Readonly<Record<ListTabSpec['chosen'], string>> = {
  none: '',
  year: '年度',
  unit: '单位',
  list: '名单',
};

/** What can be chosen: years and lists that there are, units that lead. */
function choices({ chosen }: ListTabSpec, rows: readonly Record<string, unknown>[]): string[] {
  if (chosen === 'none') return [];
  const key = { year: 'year', unit: 'lead', list: 'list' }[chosen];
  const words = rows.flatMap((row) => String(row[key] ?? '').split(/[、，,；;]/));
  return [...new Set(words.map((word) => word.trim()).filter((word) => word !== ''))].sort();
}

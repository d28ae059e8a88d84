// What can be chosen for the print that is open, in groups that fold away.
import { Button, Collapse } from 'antd';
import type { ReactNode } from 'react';
import type { FontRole } from '#shared/print/fonts.ts';
import type { PrintJob } from '#shared/print/print-job.ts';
import { isFiltered } from '#shared/print/project-filter.ts';
import { AnnexRowSettings, AnnexWordSettings } from './annex-settings.tsx';
import { FontNote } from './font-note.tsx';
import { PaperSettings } from './paper-settings.tsx';
import { ColumnSettings, FilterSettings } from './project-settings.tsx';
import { TablesSettings } from './tables-settings.tsx';

interface Group {
  key: string;
  label: string;
  children: ReactNode;
}

interface Props {
  job: PrintJob;
  change: (changes: object) => void;
  reset: () => void;
}

export function SettingsPanel({ job, change, reset }: Props) {
  const groups: Group[] = [
    {
      key: 'paper',
      label: '纸张和页码',
      children: <PaperSettings job={job} change={change} isAutomatic={job.what === 'tables'} />,
    },
    ...groupsOf(job, change),
    { key: 'fonts', label: '字体', children: <FontNote roles={rolesOf(job)} /> },
  ];
  return (
    <>
      <Collapse
        size="small"
        ghost
        defaultActiveKey={['paper', 'rows', 'tables']}
        items={groups.map(({ key, label, children }) => ({
          key,
          label,
          children: <div className="xj-print-group">{children}</div>,
        }))}
      />
      <Button size="small" type="link" onClick={reset} data-testid="print-reset">
        恢复默认设置
      </Button>
    </>
  );
}

function groupsOf(job: PrintJob, change: Props['change']): Group[] {
  if (job.what === 'tables') {
    return [{ key: 'tables', label: '打印哪些表', children: <TablesSettings job={job} change={change} /> }];
  }
  if (job.what === 'findings') return [];
  return [
    { key: 'rows', label: '合计和小计', children: <AnnexRowSettings job={job} change={change} /> },
    { key: 'words', label: '标题、说明和签字', children: <AnnexWordSettings job={job} change={change} /> },
    {
      key: 'columns',
      label: job.columns === null ? '栏目' : `栏目（已选 ${job.columns.length} 栏）`,
      children: <ColumnSettings chosen={job.columns} onChange={(columns) => change({ columns })} />,
    },
    {
      key: 'filter',
      label: isFiltered(job.filter) ? '项目范围（已筛选）' : '项目范围',
      children: <FilterSettings filter={job.filter} onChange={(filter) => change({ filter })} />,
    },
  ];
}

function rolesOf(job: PrintJob): FontRole[] {
  return [...(job.what === 'tables' ? [] : (['title'] as const)), 'black', job.tableFont];
}

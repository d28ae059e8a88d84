// What can be chosen for the print that is open, in groups that fold away.
import { Button, Collapse } from 'antd';
import type { ReactNode } from 'react';
import { isFiltered } from '#shared/format/project-filter.ts';
import type { FontRole } from '#shared/print/fonts.ts';
import type { PrintJob } from '#shared/print/print-job.ts';
import { AnnexRowSettings, AnnexWordSettings } from './annex-settings.tsx';
import { AnnexColumns, NoticeColumns } from './column-settings.tsx';
import { FilterSettings } from './filter-settings.tsx';
import { FindingsSettings } from './findings-settings.tsx';
import { FontNote } from './font-note.tsx';
import { MaskSettings, NoticeSettings } from './notice-settings.tsx';
import { PaperSettings } from './paper-settings.tsx';
import { ReportSettings } from './report-settings.tsx';
import { SetAnnexSettings, SetCoverSettings } from './set-settings.tsx';
import { SignatureSettings } from './signature-settings.tsx';
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
      children: <PaperSettings job={job} change={change} isAutomatic={AUTOMATIC.has(job.what)} />,
    },
    ...groupsOf(job, change),
    { key: 'fonts', label: '字体', children: <FontNote roles={rolesOf(job)} /> },
  ];
  return (
    <>
      <Collapse
        size="small"
        ghost
        defaultActiveKey={[
          ...(job.what === 'set' ? [] : ['paper']),
          'cover',
          'rows',
          'tables',
          'findings',
          'notice',
          'report',
        ]}
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

/** Each table of them lies or stands as it has few or many columns. */
const AUTOMATIC: ReadonlySet<PrintJob['what']> = new Set(['tables', 'report', 'set']);

function groupsOf(job: PrintJob, change: Props['change']): Group[] {
  if (job.what === 'set') {
    return [
      { key: 'cover', label: '封面和目录', children: <SetCoverSettings job={job} change={change} /> },
      { key: 'tables', label: '印哪些表', children: <TablesSettings job={job} change={change} isSet /> },
      { key: 'annex', label: '项目表', children: <SetAnnexSettings job={job} change={change} /> },
    ];
  }
  if (job.what === 'tables') {
    return [{ key: 'tables', label: '打印哪些表', children: <TablesSettings job={job} change={change} /> }];
  }
  if (job.what === 'findings' || job.what === 'report') {
    return [
      job.what === 'findings'
        ? { key: 'findings', label: '列哪些、怎样分组', children: <FindingsSettings job={job} change={change} /> }
        : { key: 'report', label: '哪一张报表', children: <ReportSettings job={job} change={change} /> },
      {
        key: 'signatures',
        label: '签字',
        children: <SignatureSettings signatures={job.signatures} change={change} />,
      },
    ];
  }
  const [columns, own]: [ReactNode, Group[]] =
    job.what === 'annex'
      ? [
          <AnnexColumns key="annex" chosen={job.columns} onChange={(keys) => change({ columns: keys })} />,
          [
            { key: 'rows', label: '合计和小计', children: <AnnexRowSettings job={job} change={change} /> },
            { key: 'words', label: '标题、说明和签字', children: <AnnexWordSettings job={job} change={change} /> },
          ],
        ]
      : [
          <NoticeColumns key="notice" chosen={job.columns} onChange={(keys) => change({ columns: keys })} />,
          [
            { key: 'notice', label: '公示内容', children: <NoticeSettings job={job} change={change} /> },
            { key: 'mask', label: '隐去个人信息', children: <MaskSettings job={job} change={change} /> },
          ],
        ];
  return [
    ...own,
    {
      key: 'columns',
      label: job.columns === null ? '栏目' : `栏目（已选 ${job.columns.length} 栏）`,
      children: columns,
    },
    {
      key: 'filter',
      label: isFiltered(job.filter) ? '项目范围（已筛选）' : '项目范围',
      children: <FilterSettings filter={job.filter} onChange={(filter) => change({ filter })} />,
    },
  ];
}

function rolesOf(job: PrintJob): FontRole[] {
  return [
    ...(job.what === 'tables' || job.what === 'report' ? [] : (['title'] as const)),
    'black',
    ...new Set([job.tableFont, ...(job.what === 'notice' || job.what === 'set' ? (['fang'] as const) : [])]),
  ];
}

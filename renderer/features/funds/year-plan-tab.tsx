// 年度计划: the projects listed for a year, or those proposed for it, with their money of the year; ticked ones are listed
// as one step.
import { useQuery } from '@tanstack/react-query';
import { Button, Empty, InputNumber, Spin, Table } from 'antd';
import { useState } from 'react';
import type { MethodOutput } from '#shared/contract/methods.ts';
import type { Project } from '#shared/domain/project.ts';
import { formatWanFull, toFen } from '#shared/values/money.ts';
import { KEYS, useProjects } from '../../api/queries.ts';
import { useSession } from '../../session.ts';
import { Amount } from '../../ui/amount.tsx';
import { ReportButtons } from './report-buttons.tsx';
import { StepDialog } from './step-dialog.tsx';

type Plan = MethodOutput<'life.yearPlan'>;
type Entry = Plan['rows'][number];
type Row = Entry & { project: Project; isListed: boolean };

export function YearPlanTab({ asOf, isLocked }: { asOf: string; isLocked: boolean }) {
  const session = useSession();
  const [year, setYear] = useState(Number(asOf.slice(0, 4)));
  const [chosen, setChosen] = useState<string[]>([]);
  const [isOpen, setOpen] = useState(false);
  const projects = useProjects().data?.projects;
  const { data } = useQuery({
    queryKey: [...KEYS.funds, 'year-plan', year, asOf],
    queryFn: () => session.call('life.yearPlan', { year, asOf }),
  });
  if (!data || !projects) return <Spin className="xj-page-spin" />;
  const byId = new Map(projects.map((project) => [project.id, project]));
  const rowsOf = (entries: readonly Entry[], isListed: boolean): Row[] =>
    entries.flatMap((entry) => {
      const project = byId.get(entry.id);
      return project ? [{ ...entry, project, isListed }] : [];
    });
  const rows = [...rowsOf(data.rows, !data.isProposal), ...rowsOf(data.unlisted, false)];
  return (
    <div className="xj-funds-tab">
      <div className="xj-funds-tools">
        <InputNumber
          size="small"
          aria-label="年度"
          min={1990}
          max={2100}
          value={year}
          changeOnWheel={false}
          onChange={(next) => {
            if (next !== null) setYear(next);
            setChosen([]);
          }}
          data-testid="year-plan-year"
        />
        <span data-testid="year-plan-sum">
          {data.isProposal
            ? `年度计划还没有列入项目，建议 ${data.rows.length} 个，本年资金 ${formatWanFull(toFen(data.totalFen))} 万元`
            : `年度计划已列入 ${data.rows.length} 个，本年资金 ${formatWanFull(toFen(data.totalFen))} 万元；还可列入 ${data.unlisted.length} 个`}
        </span>
        <span className="xj-grow" />
        <Button
          size="small"
          type="primary"
          disabled={isLocked || chosen.length === 0}
          title={chosen.length === 0 ? '先勾选要列入的项目' : ''}
          onClick={() => setOpen(true)}
          data-testid="year-plan-list"
        >
          列入年度计划…{chosen.length > 0 ? `（${chosen.length}）` : ''}
        </Button>
        <ReportButtons report={{ kind: 'year-plan', year, asOf }} />
      </div>
      {rows.length === 0 ? (
        <Empty description={`规划里没有 ${year} 年开工、有 ${year} 年投资或还没完工的项目。`} />
      ) : (
        <div className="xj-funds-scroll" data-testid="year-plan-table">
          <Table<Row>
            size="small"
            rowKey="id"
            dataSource={rows}
            sticky
            pagination={{ pageSize: 200, hideOnSinglePage: true, showSizeChanger: false }}
            onRow={(row) => ({ onDoubleClick: () => session.nav.set({ cardId: row.id }) })}
            rowSelection={{
              selectedRowKeys: chosen,
              onChange: (keys) => setChosen(keys.map(String)),
              getCheckboxProps: ({ isListed, project }) => ({
                disabled: isListed,
                'aria-label': `列入 ${project.name}`,
              }),
              preserveSelectedRowKeys: true,
            }}
            columns={[
              { key: 'name', title: '项目名称', render: (_, { project }) => project.name },
              {
                key: 'place',
                title: '地点',
                width: 180,
                render: (_, { project }) => `${project.town ?? ''}${project.village ?? ''}`,
              },
              {
                key: 'years',
                title: '建设年限',
                width: 130,
                render: (_, { project }) => [project.startAt, project.endAt].filter(Boolean).join(' 至 '),
              },
              {
                key: 'total',
                title: '总投资',
                align: 'right',
                width: 120,
                render: (_, { project }) => project.amounts.total !== null && <Amount fen={project.amounts.total} />,
              },
              {
                key: 'plan',
                title: '本年资金',
                align: 'right',
                width: 120,
                render: (_, { planFen }) =>
                  planFen === null ? <span className="xj-faint">没有写</span> : <Amount fen={toFen(planFen)} />,
              },
              { key: 'reason', title: '为什么在内', width: 110, dataIndex: 'reason' },
              { key: 'document', title: '文号', width: 180, dataIndex: 'documentNumber' },
            ]}
          />
        </div>
      )}
      {isOpen && (
        <StepDialog
          start={{ choice: 'state:planned', ids: chosen, planYear: year }}
          close={(isDone) => {
            setOpen(false);
            if (isDone) setChosen([]);
          }}
        />
      )}
    </div>
  );
}

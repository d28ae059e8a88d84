// 绩效目标: goals of the projects of a year with their scores; forms come in and go out here.
import { Button, Dropdown, Empty, Modal, Select, Spin, Table } from 'antd';
import { useState } from 'react';
import type { GoalRow } from '#shared/contract/methods/goals.ts';
import { planYears } from '#shared/domain/reference.ts';
import { GOAL_FORMS, type GoalForm } from '#shared/goals/form-sheet.ts';
import type { ImportProblem } from '#shared/import/preview.ts';
import { useGoals, useReference, useWorkbook } from '../../api/queries.ts';
import { suggestName } from '../../commands/file-actions.ts';
import { useSession } from '../../session.ts';
import { Amount } from '../../ui/amount.tsx';
import { Problems } from '../funds/problems.tsx';
import { GoalDialog } from './goal-dialog.tsx';

export function GoalsTab({ isLocked }: { isLocked: boolean }) {
  const session = useSession();
  const workbook = useWorkbook();
  const plan = useReference().data?.plan;
  const [chosen, setChosen] = useState<number | null>(null);
  const [edited, setEdited] = useState<GoalRow | null>(null);
  const [told, setTold] = useState<{ words: string; problems: readonly ImportProblem[] } | null>(null);
  const years = plan ? planYears(plan) : [];
  const now = new Date().getFullYear();
  const year = chosen ?? years.findLast((one) => one <= now) ?? years[0] ?? now;
  const rows = useGoals(year).data?.rows;
  const take = async (): Promise<void> => {
    const [file] = (await session.chooseOpen('sheet', '选择绩效表')) ?? [];
    if (!file) return;
    const done = await session.attempt('正在读入绩效表', () =>
      session.write('goals.import', { token: file.token, year }),
    );
    if (!done) return;
    const { forms, added, updated, known, problems } = done;
    const words = `读到绩效表 ${forms} 张：新增 ${added} 个，补填 ${updated} 个，已有 ${known} 个。可一步撤销。`;
    if (problems.length === 0) session.messenger.current.success(words);
    else setTold({ words, problems });
  };
  const propose = async (): Promise<void> => {
    const done = await session.attempt('正在拟定', () => session.write('goals.propose', { year }));
    if (done)
      session.messenger.current.success(
        done.proposed === 0
          ? `${year} 年有投资或下达资金的项目都已有绩效目标。`
          : `拟定 ${done.proposed} 个项目的绩效目标，请逐个核对指标值。可一步撤销。`,
      );
  };
  const write = async (form: GoalForm): Promise<void> => {
    const file = await session.chooseSave(
      'xlsx',
      `导出${form}表`,
      `${suggestName(workbook, `${year}年绩效${form}表`)}.xlsx`,
    );
    if (!file) return;
    const done = await session.attempt('正在导出', () =>
      session.call('goals.export', { token: file.token, form, year }),
    );
    if (done) session.messenger.current.success(`已写出 ${done.forms} 张${form}表：${file.name}`);
  };
  return (
    <div className="xj-funds-tab">
      <div className="xj-funds-tools">
        <span className="xj-faint">年度</span>
        <Select
          size="small"
          aria-label="绩效年度"
          value={year}
          options={years.map((one) => ({ value: one, label: `${one}年` }))}
          onChange={setChosen}
          data-testid="goals-year"
        />
        <Button size="small" type="primary" disabled={isLocked} onClick={() => void take()} data-testid="goals-import">
          导入绩效表…
        </Button>
        <Button size="small" disabled={isLocked} onClick={() => void propose()} data-testid="goals-propose">
          按项目内容拟定
        </Button>
        <span className="xj-grow" />
        {(rows?.length ?? 0) > 0 && (
          <Dropdown
            menu={{
              items: GOAL_FORMS.map((form) => ({ key: form, label: `${form}表…` })),
              onClick: ({ key }) => void write(key as GoalForm),
            }}
          >
            <Button size="small" data-testid="goals-export">
              导出
            </Button>
          </Dropdown>
        )}
      </div>
      {rows === undefined && <Spin className="xj-page-spin" />}
      {rows?.length === 0 && (
        <Empty
          description={`${year} 年还没有绩效目标。可以导入各部门的绩效表（一个项目一张工作表），或按项目的建设内容、投资和受益人口拟定。`}
        />
      )}
      {rows !== undefined && rows.length > 0 && <GoalTable rows={rows} edit={setEdited} />}
      {edited && <GoalDialog row={edited} isLocked={isLocked} close={() => setEdited(null)} />}
      <Modal
        open={told !== null}
        title="读入完成"
        width={820}
        footer={<Button onClick={() => setTold(null)}>知道了</Button>}
        onCancel={() => setTold(null)}
      >
        <p>{told?.words}</p>
        <Problems problems={told?.problems ?? []} />
      </Modal>
    </div>
  );
}

function GoalTable({ rows, edit }: { rows: readonly GoalRow[]; edit: (row: GoalRow) => void }) {
  return (
    <div className="xj-funds-scroll" data-testid="goals-table">
      <Table<GoalRow>
        size="small"
        rowKey={({ project, goal }) => `${project.id}@${goal.year}`}
        dataSource={[...rows]}
        pagination={{ pageSize: 100, hideOnSinglePage: true, showSizeChanger: false }}
        sticky
        columns={[
          { key: 'code', title: '项目编号', width: 110, render: (_, { project }) => project.code ?? '' },
          { key: 'name', title: '项目名称', render: (_, { project }) => project.name },
          { key: 'count', title: '指标', align: 'right', width: 64, render: (_, { goal }) => goal.indicators.length },
          {
            key: 'total',
            title: '资金总额（万元）',
            align: 'right',
            width: 130,
            render: (_, { goal }) => (goal.totalFen === null ? '——' : <Amount fen={goal.totalFen} />),
          },
          {
            key: 'filled',
            title: '已填完成值',
            align: 'right',
            width: 100,
            render: (_, { goal }) => goal.indicators.filter(({ actual }) => actual !== '').length,
          },
          { key: 'score', title: '得分', align: 'right', width: 80, render: (_, { score }) => score.score ?? '——' },
          { key: 'grade', title: '等次', width: 64, render: (_, { score }) => score.grade ?? '' },
          {
            key: 'do',
            title: '',
            width: 90,
            render: (_, row) => (
              <Button type="link" size="small" onClick={() => edit(row)} data-testid="goal-edit">
                查看填写
              </Button>
            ),
          },
        ]}
      />
    </div>
  );
}

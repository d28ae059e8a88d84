// 项目状态: how many projects stand where, by class or town; a step for many of them begins here.

import { useQuery } from '@tanstack/react-query';
import { Button, Segmented, Spin, Table } from 'antd';
import { useState } from 'react';
import type { BoardDimension, BoardRow, Tally } from '#shared/life/board.ts';
import { unrecordedWords } from '#shared/life/board-table.ts';
import { KEYS } from '../../api/queries.ts';
import { useSession } from '../../session.ts';
import { Amount } from '../../ui/amount.tsx';
import { ReportButtons } from './report-buttons.tsx';
import { StepDialog } from './step-dialog.tsx';

const COLUMNS = [
  ['open', '未入库'],
  ['stored', '储备'],
  ['startedThisYear', '本年开工'],
  ['building', '在建'],
  ['finishedThisYear', '本年竣工'],
  ['finished', '累计竣工'],
  ['paused', '其中暂缓'],
  ['dropped', '清理出库'],
] as const;

function TallyText({ tally }: { tally: Tally }) {
  if (tally.count === 0) return null;
  return (
    <span title="个数和总投资（万元）">
      {tally.count} 个{' '}
      <small className="xj-faint">
        <Amount fen={tally.totalFen} />
      </small>
    </span>
  );
}

export function StatesTab({ asOf, isLocked }: { asOf: string; isLocked: boolean }) {
  const session = useSession();
  const [by, setBy] = useState<BoardDimension>('class');
  const [isOpen, setOpen] = useState(false);
  const { data } = useQuery({
    queryKey: [...KEYS.funds, 'board', by, asOf],
    queryFn: () => session.call('life.board', { by, asOf }),
  });
  if (!data) return <Spin className="xj-page-spin" />;
  const rows: BoardRow[] = [...data.rows, data.summary];
  return (
    <div className="xj-funds-tab">
      <div className="xj-funds-tools">
        <Segmented
          size="small"
          value={by}
          onChange={setBy}
          options={[
            { value: 'class', label: '类别' },
            { value: 'town', label: '乡镇（街道）' },
          ]}
          aria-label="按什么汇总"
        />
        <span className="xj-grow" />
        <Button size="small" type="primary" disabled={isLocked} onClick={() => setOpen(true)} data-testid="step-open">
          办理…
        </Button>
        <ReportButtons report={{ kind: 'board', by, asOf }} />
      </div>
      <ul className="xj-funds-board" data-testid="board">
        {data.states
          .filter(({ count }) => count > 0)
          .map(({ id, name, stage, count, totalFen }) => (
            <li key={id}>
              <b>{name}</b>
              <span>
                {count} 个 · <Amount fen={totalFen} /> 万元
              </span>
              <small className="xj-faint">{stage}</small>
            </li>
          ))}
      </ul>
      {data.unrecorded > 0 && <p className="xj-funds-refused">{unrecordedWords(data.unrecorded)}。</p>}
      <div className="xj-funds-scroll">
        <Table<BoardRow>
          size="small"
          rowKey="key"
          dataSource={rows}
          pagination={false}
          sticky
          rowClassName={({ key }) => (key === 'total' ? 'is-total' : '')}
          columns={[
            { key: 'name', title: by === 'class' ? '类别' : '乡镇（街道）', dataIndex: 'name', width: 200 },
            { key: 'total', title: '项目总数', align: 'right', width: 90, render: (_, { total }) => total.count },
            ...COLUMNS.map(([key, title]) => ({
              key,
              title,
              align: 'right' as const,
              render: (_: unknown, row: BoardRow) => <TallyText tally={row[key]} />,
            })),
          ]}
        />
      </div>
      {isOpen && <StepDialog close={() => setOpen(false)} />}
    </div>
  );
}

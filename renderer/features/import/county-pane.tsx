// 各县: whose reports the sheets are, and what each would change in the list of the office above.
import { Table, Tag } from 'antd';
import type { CountyPreview } from '#shared/import/preview.ts';
import type { PaneProps } from './preview-panes.tsx';
import { showWan } from './row-list.ts';

const TAKEN: Readonly<Record<CountyPreview['taken'], { text: string; color: string }>> = {
  replace: { text: '替换', color: 'cyan' },
  add: { text: '补充', color: 'blue' },
  skip: { text: '不收', color: 'default' },
  wait: { text: '待确定', color: 'orange' },
};
const STATES: Readonly<Record<CountyPreview['state'], string>> = {
  first: '首次报送',
  newer: '',
  same: '与已收到的相同',
  stale: '旧表',
};

function counted({ projects, totalWan }: { projects: number; totalWan: string }) {
  return projects === 0 ? '' : `${projects} 个，${showWan(totalWan)}`;
}

function keptWords({ keptEdits, ownAdditions, keptRemovals, overruled }: CountyPreview): string {
  return [
    keptEdits > 0 ? `改过的 ${keptEdits} 个` : '',
    ownAdditions > 0 ? `自己加的 ${ownAdditions} 个` : '',
    keptRemovals > 0 ? `删除的 ${keptRemovals} 个` : '',
    overruled > 0 ? `两边都改的 ${overruled} 个以县里的为准` : '',
  ]
    .filter((part) => part !== '')
    .join('，');
}

export function CountyPane({ preview }: PaneProps) {
  return (
    <div className="xj-imp-scroll" data-testid="import-counties">
      <p className="xj-faint">
        一张表是一个县（市、区）的报送，只替换这个县原来的项目，别的县不动；表中写个数和总投资（万元）。
      </p>
      <Table<CountyPreview>
        size="small"
        rowKey="code"
        dataSource={preview.counties}
        pagination={false}
        columns={[
          { key: 'name', title: '县（市、区）', dataIndex: 'name', width: 84, className: 'xj-imp-nowrap' },
          { key: 'files', title: '文件', render: (_, { files }) => files.join('、') },
          { key: 'asOf', title: '表上日期', dataIndex: 'asOf', width: 96, className: 'xj-imp-nowrap' },
          {
            key: 'taken',
            title: '收法',
            width: 130,
            className: 'xj-imp-nowrap',
            render: (_, { taken, state }) => (
              <>
                <Tag color={TAKEN[taken].color}>{TAKEN[taken].text}</Tag>
                <small className="xj-faint">{STATES[state]}</small>
              </>
            ),
          },
          {
            key: 'before',
            title: '原有',
            width: 130,
            className: 'xj-imp-nowrap',
            render: (_, { before }) => counted(before),
          },
          {
            key: 'sent',
            title: '这次报',
            width: 130,
            className: 'xj-imp-nowrap',
            render: (_, { sent }) => counted(sent),
          },
          { key: 'added', title: '新增', dataIndex: 'added', width: 56, align: 'right' },
          { key: 'changed', title: '更改', dataIndex: 'changed', width: 56, align: 'right' },
          {
            key: 'withdrawn',
            title: '撤回',
            width: 120,
            className: 'xj-imp-nowrap',
            render: (_, { withdrawn }) => <span title={withdrawn.names.join('、')}>{counted(withdrawn)}</span>,
          },
          { key: 'kept', title: '市里的改动保留', width: 120, render: (_, county) => keptWords(county) },
        ]}
      />
    </div>
  );
}

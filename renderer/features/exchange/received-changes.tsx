// What a package brings, changes and takes away, a row each, and what of it oversteps the sender's rights.
import { Table, Tag } from 'antd';
import type { ReceivedFile, ReceiveRow } from '#shared/contract/methods/package.ts';

const KINDS = {
  new: { text: '新增', color: 'green' },
  changed: { text: '改动', color: 'blue' },
  withdrawn: { text: '撤回', color: 'red' },
} as const;

export function ReceivedChanges({ file }: { file: ReceivedFile }) {
  return (
    <>
      {file.refused.length > 0 && (
        <ul className="xj-exchange-list xj-exchange-refused" data-testid="receive-refused">
          {file.refused.map(({ project, reason }) => (
            <li key={`${project}|${reason}`}>
              没有采纳 {project}：{reason}
            </li>
          ))}
        </ul>
      )}
      {file.rows.length > 0 && (
        <Table<ReceiveRow & { at: number }>
          size="small"
          rowKey="at"
          dataSource={file.rows.map((row, at) => ({ ...row, at }))}
          pagination={{ defaultPageSize: 50, showSizeChanger: false, hideOnSinglePage: true, size: 'small' }}
          scroll={{ y: 220 }}
          data-testid="receive-rows"
          columns={[
            {
              title: '',
              width: 70,
              filters: Object.entries(KINDS).map(([value, { text }]) => ({ value, text })),
              onFilter: (value, { kind }) => kind === value,
              render: (_, { kind }) => <Tag color={KINDS[kind].color}>{KINDS[kind].text}</Tag>,
            },
            { title: '事项', dataIndex: 'what', width: 90 },
            { title: '项目', dataIndex: 'project', width: 260 },
            {
              title: '改动',
              render: (_, { kind, changes }) => changes.map((one) => changeText(kind, one)).join('；'),
            },
          ]}
        />
      )}
      {file.more > 0 && <div className="xj-faint">……另有 {file.more} 条</div>}
    </>
  );
}

function changeText(kind: ReceiveRow['kind'], { column, before, after }: ReceiveRow['changes'][number]): string {
  if (kind === 'changed') return `${column}：${before || '空'} → ${after || '空'}`;
  return `${column} ${kind === 'new' ? after : before}`;
}

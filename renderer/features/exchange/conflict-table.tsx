// 冲突: values that both sides changed differently, chosen one by one or all alike.
import { Button, Radio, Table } from 'antd';
import type { ConflictRow } from '#shared/contract/methods/package.ts';

type Side = 'mine' | 'theirs';

interface Props {
  conflicts: readonly ConflictRow[];
  settled: Readonly<Record<string, Side>>;
  change: (settled: Readonly<Record<string, Side>>) => void;
}

export function ConflictTable({ conflicts, settled, change }: Props) {
  const all = (side: Side): void => change(Object.fromEntries(conflicts.map(({ key }) => [key, side])));
  const open = conflicts.filter(({ key }) => settled[key] === undefined).length;
  return (
    <section data-testid="conflicts">
      <div className="xj-exchange-tools">
        <b>两边都改过而不相同 {conflicts.length} 处</b>
        <span className="xj-faint">{open === 0 ? '都已选定' : `还有 ${open} 处没有选定`}</span>
        <span className="xj-grow" />
        <Button size="small" onClick={() => all('mine')} data-testid="conflicts-mine">
          全部用本级的
        </Button>
        <Button size="small" onClick={() => all('theirs')} data-testid="conflicts-theirs">
          全部用对方的
        </Button>
      </div>
      <Table<ConflictRow>
        size="small"
        rowKey="key"
        dataSource={[...conflicts]}
        pagination={{ defaultPageSize: 50, showSizeChanger: false, hideOnSinglePage: true, size: 'small' }}
        scroll={{ y: 240 }}
        columns={[
          { title: '项目', dataIndex: 'project' },
          { title: '栏目', dataIndex: 'column', width: 110 },
          { title: '上次', dataIndex: 'base', width: 130 },
          { title: '本级', dataIndex: 'mine', width: 150 },
          { title: '对方', dataIndex: 'theirs', width: 150 },
          {
            title: '选用',
            width: 160,
            render: (_, { key, project, column }) => (
              <Radio.Group
                size="small"
                aria-label={`${project} ${column} 用哪一个`}
                value={settled[key] ?? null}
                options={[
                  { value: 'mine', label: '本级' },
                  { value: 'theirs', label: '对方' },
                ]}
                onChange={(event) => change({ ...settled, [key]: event.target.value as Side })}
              />
            ),
          },
        ]}
      />
    </section>
  );
}

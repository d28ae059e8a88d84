// Which projects a notice speaks of: ticked in the list, found by name, place or unit.
import { Input, Table } from 'antd';
import { useState } from 'react';
import type { Project } from '#shared/domain/project.ts';
import { useProjects } from '../../api/queries.ts';
import { Amount } from '../../ui/amount.tsx';

export function PostingProjects({ ids, change }: { ids: readonly string[]; change: (ids: string[]) => void }) {
  const projects = useProjects().data?.projects ?? [];
  const [filter, setFilter] = useState('');
  const wanted = filter.trim();
  const shown = projects.filter(({ name, town, village, unit, code }) =>
    [name, town, village, unit, code].some((text) => wanted === '' || text?.includes(wanted)),
  );
  return (
    <>
      <Input
        allowClear
        size="small"
        style={{ width: 260, marginBottom: 8 }}
        placeholder="按名称、地点、单位筛选"
        value={filter}
        onChange={(event) => setFilter(event.target.value)}
        data-testid="posting-filter"
      />
      <Table<Project>
        size="small"
        rowKey="id"
        dataSource={shown}
        pagination={{ pageSize: 100, hideOnSinglePage: true, showSizeChanger: false }}
        scroll={{ y: 260 }}
        rowSelection={{
          selectedRowKeys: [...ids],
          onChange: (keys) => change(keys.map(String)),
          preserveSelectedRowKeys: true,
        }}
        columns={[
          { key: 'name', title: '项目', dataIndex: 'name' },
          {
            key: 'place',
            title: '地点',
            width: 200,
            render: (_, { town, village }) => [town, village].filter((part) => part !== null).join(''),
          },
          {
            key: 'total',
            title: '总投资（万元）',
            align: 'right',
            width: 120,
            render: (_, { amounts }) => (amounts.total === null ? '' : <Amount fen={amounts.total} />),
          },
        ]}
      />
    </>
  );
}

// 由已验收项目拟登记: what accepted projects leave behind is offered, ticked and registered as one undo step.
import { useQuery } from '@tanstack/react-query';
import { Modal, Spin, Table } from 'antd';
import { useState } from 'react';
import type { Asset } from '#shared/domain/asset.ts';
import { KEYS } from '../../api/queries.ts';
import { useSession } from '../../session.ts';
import { Amount } from '../../ui/amount.tsx';

const projectOf = ({ projectIds }: Asset): string => projectIds[0] ?? '';

export function ProposeDialog({ asOf, close }: { asOf: string; close: () => void }) {
  const session = useSession();
  const offered = useQuery({
    queryKey: [...KEYS.assets, 'offered', asOf],
    queryFn: () => session.call('assets.propose', { asOf, take: false, projectIds: null }),
  }).data?.assets;
  const [ticked, setTicked] = useState<string[] | null>(null);
  const chosen = ticked ?? offered?.map(projectOf) ?? [];
  const take = async (): Promise<void> => {
    const done = await session.attempt('正在登记', () =>
      session.write('assets.propose', { asOf, take: true, projectIds: chosen }),
    );
    if (!done) return;
    close();
    session.messenger.current.success(`已登记 ${done.assets.length} 项资产。可一步撤销；类别、权属和管护请逐项补上。`);
  };
  return (
    <Modal
      open
      title={`由已验收项目拟登记（截至 ${asOf}）`}
      width={900}
      okText={`登记选中的 ${chosen.length} 项`}
      cancelText="取消"
      okButtonProps={{ disabled: chosen.length === 0, ...({ 'data-testid': 'assets-propose-take' } as object) }}
      onOk={() => void take()}
      onCancel={close}
    >
      <p className="xj-faint">
        一个项目拟一项资产，名称用项目名称，购建时间用验收日期，原值用审定结算价；没有结算价的原值留空，不拿总投资代替。
        培训、贴息、补助、公岗等不形成资产的项目没有列出。
      </p>
      {offered === undefined ? (
        <Spin />
      ) : (
        <Table<Asset>
          size="small"
          virtual
          rowKey={projectOf}
          dataSource={offered}
          pagination={false}
          scroll={{ y: 340, x: 840 }}
          rowSelection={{ columnWidth: 40, selectedRowKeys: chosen, onChange: (keys) => setTicked(keys as string[]) }}
          columns={[
            { title: '项目名称', ellipsis: true, render: (_, { name }) => <span title={name}>{name}</span> },
            { title: '乡镇', width: 110, render: (_, { town }) => town },
            { title: '村', width: 120, render: (_, { village }) => village },
            { title: '验收', width: 100, render: (_, { builtAt }) => builtAt },
            {
              title: '原值（万元）',
              width: 120,
              align: 'right',
              render: (_, { originalFen }) => (originalFen === null ? '' : <Amount fen={originalFen} />),
            },
          ]}
        />
      )}
    </Modal>
  );
}

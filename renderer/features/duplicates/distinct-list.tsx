// Pairs marked 不是重复: which they are, and taking a mark back.
import { Button, Modal, Table } from 'antd';
import { saveRecord, useRecords } from '../../api/records.ts';
import { useSession } from '../../session.ts';

export function DistinctList({ isOpen, disabled, close }: { isOpen: boolean; disabled: boolean; close: () => void }) {
  const session = useSession();
  const marks = useRecords('distinct-pair');
  return (
    <Modal open={isOpen} onCancel={close} footer={null} width={760} title="标为“不是重复”的项目">
      <p className="xj-faint">两个项目的名称和地点不变，就不再提示；改了名称或地点会重新核对。</p>
      <Table
        size="small"
        rowKey="id"
        pagination={{ pageSize: 12, hideOnSinglePage: true }}
        dataSource={[...marks].map(([id, { names }]) => ({ id, names }))}
        columns={[
          { title: '项目', render: (_, { names }) => names[0] },
          { title: '与', render: (_, { names }) => names[1] },
          {
            title: '',
            width: 80,
            render: (_, { id }) => (
              <Button
                size="small"
                type="link"
                disabled={disabled}
                onClick={() => void saveRecord(session, 'distinct-pair', id, null)}
              >
                取消标记
              </Button>
            ),
          },
        ]}
      />
    </Modal>
  );
}

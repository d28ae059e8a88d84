// What became of a package: taken, sent back with the reason, not taken with the reason.
import { Button, Modal } from 'antd';
import type { PackageRow } from '#shared/contract/methods/package.ts';
import { localMinute } from '#shared/values/local-time.ts';
import { useSession } from '../../session.ts';

export function ReceiptDialog({ row, close }: { row: PackageRow; close: () => void }) {
  const { nav } = useSession();
  const { receipt, refused } = row;
  const returned = receipt?.returned ?? [];
  const look = (): void => {
    nav.set({ page: 'projects', only: { ids: returned.map(({ projectId }) => projectId), title: '退回的项目' } });
    close();
  };
  return (
    <Modal open title={`${row.kind}第 ${row.number} 号`} width={720} footer={null} onCancel={close}>
      <div data-testid="receipt">
        {receipt && (
          <p>
            {receipt.by}在 {localMinute(receipt.receivedAt)} 装入：{receipt.projects} 个项目，采纳 {receipt.adopted}{' '}
            个，冲突 {receipt.conflicts} 处。
          </p>
        )}
        {returned.length > 0 && (
          <>
            <b>退回 {returned.length} 个项目</b>
            <Button type="link" size="small" onClick={look} data-testid="receipt-projects">
              在项目表里看
            </Button>
            <ul className="xj-exchange-list">
              {returned.map(({ projectId, name, reason, dueDate }) => (
                <li key={projectId}>
                  {name}：{reason || '未写原因'}
                  {dueDate !== null && `（${dueDate} 前重报）`}
                </li>
              ))}
            </ul>
          </>
        )}
        {refused.length > 0 && (
          <>
            <b>没有采纳 {refused.length} 处</b>
            <ul className="xj-exchange-list xj-exchange-refused">
              {refused.map(({ project, reason }) => (
                <li key={`${project}|${reason}`}>
                  {project}：{reason}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Modal>
  );
}

// 导入变更表: what would come in and what the reader has to say of it, then all of it as one step.
import { Alert, Modal, Spin } from 'antd';
import { useEffect, useState } from 'react';
import type { FileRef, MethodOutput } from '#shared/contract/methods.ts';
import { useSession } from '../../session.ts';
import { errorText } from '../../state/call.ts';
import { Problems } from '../funds/problems.tsx';

export function ImportChangesDialog({ file, close }: { file: FileRef; close: () => void }) {
  const session = useSession();
  const [read, setRead] = useState<MethodOutput<'orders.import'> | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    let isCurrent = true;
    session.call('orders.import', { token: file.token, dryRun: true }).then(
      (result) => isCurrent && setRead(result),
      (thrown: unknown) => isCurrent && setFailure(errorText(thrown)),
    );
    return () => {
      isCurrent = false;
    };
  }, [session, file.token]);
  const take = async (): Promise<void> => {
    const done = await session.attempt('正在读入变更表', () => session.write('orders.import', { token: file.token }));
    close();
    if (!done) return;
    session.messenger.current.success(
      done.items === 0
        ? '表上的调整都已经登记过，没有新增。'
        : `已登记 ${done.items} 项调整为申请，批复后项目表才改。可一步撤销。`,
    );
  };
  return (
    <Modal
      open
      title={`导入变更表：${file.name}`}
      width={820}
      okText="读入"
      cancelText="取消"
      okButtonProps={{ disabled: read === null || read.items === 0, ...({ 'data-testid': 'changes-take' } as object) }}
      onOk={() => void take()}
      onCancel={close}
    >
      {failure !== null && <Alert type="error" showIcon title={failure} />}
      {read === null && failure === null && <Spin description="正在读取" />}
      {read && (
        <div data-testid="changes-read">
          <b>
            调整变更 {read.ids.length} 个、{read.items} 项，已登记 {read.known} 项
          </b>
          <Problems problems={read.problems} />
        </div>
      )}
    </Modal>
  );
}

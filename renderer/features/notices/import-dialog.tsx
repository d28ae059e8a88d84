// 导入公示台账: what would come in and what the reader has to say of it, then all of it as one step.
import { Alert, Modal, Spin } from 'antd';
import { useEffect, useState } from 'react';
import type { PostingsImported } from '#shared/contract/methods/postings.ts';
import type { FileRef } from '#shared/contract/methods.ts';
import { localDay } from '#shared/values/local-time.ts';
import { useSession } from '../../session.ts';
import { errorText } from '../../state/call.ts';
import { Problems } from '../funds/problems.tsx';

export function ImportDialog({ file, close }: { file: FileRef; close: () => void }) {
  const session = useSession();
  const [read, setRead] = useState<PostingsImported | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const today = localDay(new Date());
  useEffect(() => {
    let isCurrent = true;
    session.call('notices.import', { token: file.token, today, dryRun: true }).then(
      (result) => isCurrent && setRead(result),
      (thrown: unknown) => isCurrent && setFailure(errorText(thrown)),
    );
    return () => {
      isCurrent = false;
    };
  }, [session, file.token, today]);
  const take = async (): Promise<void> => {
    const done = await session.attempt('正在读入台账', () =>
      session.write('notices.import', { token: file.token, today }),
    );
    close();
    if (!done) return;
    session.messenger.current.success(
      done.added + done.updated === 0
        ? '台账上的公示都已经登记过，没有新增。'
        : `已登记：新增 ${done.added} 条，更新 ${done.updated} 条。可一步撤销。`,
    );
  };
  return (
    <Modal
      open
      title={`导入公示台账：${file.name}`}
      width={820}
      okText="读入"
      cancelText="取消"
      okButtonProps={{ disabled: read === null, ...({ 'data-testid': 'postings-take' } as object) }}
      onOk={() => void take()}
      onCancel={close}
    >
      {failure !== null && <Alert type="error" showIcon title={failure} />}
      {read === null && failure === null && <Spin description="正在读取" />}
      {read && (
        <div data-testid="postings-read">
          <b>
            新增 {read.added} 条，更新 {read.updated} 条，已登记 {read.known} 条
          </b>
          <Problems problems={read.problems} />
        </div>
      )}
    </Modal>
  );
}

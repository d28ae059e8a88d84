// 导入资产台账: what would come in and what the reader has to say of which cell, before anything is written.
import { Alert, Modal, Spin } from 'antd';
import { useEffect, useState } from 'react';
import type { AssetsImported } from '#shared/contract/methods/assets.ts';
import type { FileRef } from '#shared/contract/methods.ts';
import { AppError } from '#shared/values/app-error.ts';
import { useSession } from '../../session.ts';
import { errorText } from '../../state/call.ts';
import { Problems } from '../funds/problems.tsx';

type Read = AssetsImported | { failure: string; problems: AssetsImported['problems'] };

export function ImportDialog({ file, close }: { file: FileRef; close: () => void }) {
  const session = useSession();
  const [read, setRead] = useState<Read | null>(null);
  useEffect(() => {
    let isCurrent = true;
    session.call('assets.import', { token: file.token, dryRun: true }).then(
      (result) => isCurrent && setRead(result),
      (thrown: unknown) => isCurrent && setRead({ failure: errorText(thrown), problems: problemsOf(thrown) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [session, file.token]);
  const take = async (): Promise<void> => {
    const done = await session.attempt('正在读入资产台账', () =>
      session.write('assets.import', { token: file.token, dryRun: false }),
    );
    close();
    if (done)
      session.messenger.current.success(
        done.added + done.updated === 0
          ? `台账上的 ${done.known} 项资产都已登记，没有变化。`
          : `已读入：新增资产 ${done.added} 项，更新 ${done.updated} 项。可一步撤销。`,
      );
  };
  const isGood = read !== null && !('failure' in read);
  return (
    <Modal
      open
      title={`导入资产台账：${file.name}`}
      width={820}
      okText="读入"
      cancelText="取消"
      okButtonProps={{
        disabled: !isGood || read.added + read.updated === 0,
        ...({ 'data-testid': 'assets-take' } as object),
      }}
      onOk={() => void take()}
      onCancel={close}
    >
      {read === null && <Spin description="正在读取" />}
      {read && 'failure' in read && <Alert type="error" showIcon title={read.failure} />}
      {isGood && (
        <p>
          <b data-testid="assets-read">
            新增 {read.added} 项，更新 {read.updated} 项，已登记没有变化 {read.known} 项
          </b>
          <span className="xj-faint">
            {read.problems.length > 0
              ? `　有 ${read.problems.length} 处要看，还没有写入：`
              : '　没有问题，还没有写入。'}
          </span>
        </p>
      )}
      <Problems problems={read?.problems ?? []} />
    </Modal>
  );
}

/** What the reader had to say of a file that it refused. */
function problemsOf(thrown: unknown): AssetsImported['problems'] {
  const details = thrown instanceof AppError ? (thrown.details as Partial<AssetsImported> | undefined) : undefined;
  return details?.problems ?? [];
}

// 收县级工作簿: what each would change, before it is taken in as one step.
import { Alert, Modal, Spin } from 'antd';
import { useEffect, useState } from 'react';
import { countyLine } from '#shared/city/county-preview.ts';
import type { FileRef, MethodOutput } from '#shared/contract/methods.ts';
import { useSession } from '../../session.ts';
import { errorText } from '../../state/call.ts';
import { Problems } from './problems.tsx';

export function CityTakeDialog({ files, close }: { files: readonly FileRef[]; close: () => void }) {
  const session = useSession();
  const [found, setFound] = useState<MethodOutput<'city.take'> | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    let isCurrent = true;
    session.call('city.take', { tokens: files.map(({ token }) => token), dryRun: true }).then(
      (read) => isCurrent && setFound(read),
      (thrown: unknown) => isCurrent && setFailure(errorText(thrown)),
    );
    return () => {
      isCurrent = false;
    };
  }, [session, files]);
  const isEmpty = found?.counties.every(({ taken }) => taken === 'skip') ?? true;
  const take = async (): Promise<void> => {
    const done = await session.attempt('正在收各县的工作簿', () =>
      session.write('city.take', { tokens: files.map(({ token }) => token) }),
    );
    close();
    if (!done) return;
    const { before, after } = done;
    session.messenger.current.success(
      `已收下：项目表由 ${before.projects} 个变为 ${after.projects} 个，合计 ${after.totalWan} 万元。可一步撤销。`,
    );
  };
  return (
    <Modal
      open
      title={`收县级工作簿：${files.map(({ name }) => name).join('、')}`}
      width="min(960px, 96vw)"
      okText="收下"
      cancelText="取消"
      okButtonProps={{ disabled: isEmpty, ...({ 'data-testid': 'city-take' } as object) }}
      onOk={() => void take()}
      onCancel={close}
    >
      {failure !== null && <Alert type="error" showIcon title={failure} />}
      {found === null && failure === null && <Spin description="正在读取" />}
      {found && (
        <div data-testid="city-take-dialog">
          <ul>
            {found.counties.map((county) => (
              <li key={county.code}>{countyLine(county)}</li>
            ))}
          </ul>
          <Problems problems={found.problems} />
        </div>
      )}
    </Modal>
  );
}

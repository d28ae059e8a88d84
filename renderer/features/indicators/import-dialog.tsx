// 导入指标表: what would come in and what the reader has to say, names that are nearly one settled by hand, then all as one step.
import { Alert, Input, Modal, Select, Spin } from 'antd';
import { useEffect, useState } from 'react';
import type { IndicatorsImported, IndicatorsRead } from '#shared/contract/methods/indicators.ts';
import type { FileRef } from '#shared/contract/methods.ts';
import { useSession } from '../../session.ts';
import { errorText } from '../../state/call.ts';
import { Problems } from '../funds/problems.tsx';

export function ImportDialog({ file, view, close }: { file: FileRef; view: IndicatorsRead; close: () => void }) {
  const session = useSession();
  const [read, setRead] = useState<IndicatorsImported | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [pairs, setPairs] = useState<Record<string, string | null>>({});
  const [year, setYear] = useState<number | null>(null);
  useEffect(() => {
    let isCurrent = true;
    setRead(null);
    setFailure(null);
    session.call('indicators.import', { token: file.token, year, pairs, dryRun: true }).then(
      (result) => isCurrent && setRead(result),
      (thrown: unknown) => isCurrent && setFailure(errorText(thrown)),
    );
    return () => {
      isCurrent = false;
    };
  }, [session, file.token, year, pairs]);
  const take = async (): Promise<void> => {
    const done = await session.attempt('正在读入指标', () =>
      session.write('indicators.import', { token: file.token, year, pairs }),
    );
    close();
    if (done)
      session.messenger.current.success(
        done.added + done.updated + done.values === 0
          ? '表上的指标和数都已经有了，没有新增。'
          : `已读入：新增指标 ${done.added} 个，补填 ${done.updated} 个，实际值 ${done.values} 个。可一步撤销。`,
      );
  };
  const problems = read?.problems ?? [];
  const isRefused = problems.some(({ level }) => level === 'error');
  const near = problems.filter(({ code }) => code === 'indicator-near');
  const needsYear = problems.some(({ code }) => code === 'year-unclear');
  return (
    <Modal
      open
      title={`导入指标表：${file.name}`}
      width={820}
      okText="读入"
      cancelText="取消"
      okButtonProps={{ disabled: read === null || isRefused, ...({ 'data-testid': 'indicators-take' } as object) }}
      onOk={() => void take()}
      onCancel={close}
    >
      {read === null && failure === null && <Spin description="正在读取" />}
      {failure !== null && <Alert type="error" showIcon title={failure} />}
      {needsYear && (
        <p>
          表上的实际值是哪一年的：
          <Input
            aria-label="哪一年"
            style={{ width: 90 }}
            onPressEnter={(event) => setYear(yearOf(event.currentTarget.value))}
            onBlur={(event) => setYear(yearOf(event.currentTarget.value))}
          />
        </p>
      )}
      {near.map(({ cell, raw }) => {
        const row = /\d+$/.exec(cell)?.[0] ?? '';
        return (
          <p key={cell}>
            第 {row} 行“{raw}”是：
            <Select<string>
              aria-label={`第 ${row} 行是哪个指标`}
              style={{ width: 420 }}
              placeholder="请选择"
              options={[
                { value: 'new', label: '新的指标' },
                { value: 'skip', label: '不读这一行' },
                ...view.rows.map(({ indicator }) => ({
                  value: indicator.id,
                  label: `${indicator.number} ${indicator.name}`,
                })),
              ]}
              onChange={(value) => setPairs({ ...pairs, [row]: value === 'skip' ? null : value })}
            />
          </p>
        );
      })}
      {read && (
        <b data-testid="indicators-read">
          新增指标 {read.added} 个，补填 {read.updated} 个，实际值 {read.values} 个，已有 {read.known} 个
        </b>
      )}
      <Problems problems={problems} />
    </Modal>
  );
}

function yearOf(text: string): number | null {
  return /^(?:19|20)\d{2}$/.test(text.trim()) ? Number(text.trim()) : null;
}

// 收发记录: the packages that went out and came in, with what became of them; 上报, 装入 and 退回 begin here.
import { Button, Empty, Spin, Table, Tag } from 'antd';
import { useState } from 'react';
import type { PackageRow } from '#shared/contract/methods/package.ts';
import type { FileRef, MethodOutput } from '#shared/contract/methods.ts';
import type { LifeStateId } from '#shared/domain/life.ts';
import type { OfficeLevel } from '#shared/domain/office.ts';
import { showAmount } from '#shared/format/shown-amount.ts';
import { localMinute } from '#shared/values/local-time.ts';
import { toFen } from '#shared/values/money.ts';
import { usePackages } from '../../api/queries.ts';
import { useSession } from '../../session.ts';
import { StepDialog } from '../funds/step-dialog.tsx';
import { ReceiptDialog } from './receipt-dialog.tsx';
import { ReceiveDialog } from './receive-dialog.tsx';
import { SendDialog } from './send-dialog.tsx';
import { writeReceipt } from './write-receipt.ts';

/** Who gets it back: the office that did the step before. */
const BACK: Partial<Record<OfficeLevel, LifeStateId>> = { 县: 'declared', 市: 'checked' };

interface Props {
  office: MethodOutput<'package.office'>;
  isLocked: boolean;
}

export function PackagesTab({ office, isLocked }: Props) {
  const session = useSession();
  const packages = usePackages().data?.packages;
  const [sending, setSending] = useState<'up' | 'down' | null>(null);
  const [files, setFiles] = useState<FileRef[]>([]);
  const [isReturning, setReturning] = useState(false);
  const [shown, setShown] = useState<PackageRow | null>(null);
  if (!packages) return <Spin className="xj-page-spin" />;
  const receive = async (): Promise<void> => {
    setFiles((await session.chooseOpen('package', '选择要装入的包或回执', true)) ?? []);
  };
  const received = packages.filter(({ direction }) => direction === 'received').map(({ id }) => id);
  return (
    <div className="xj-funds-tab">
      <div className="xj-funds-tools">
        <Button
          size="small"
          type="primary"
          disabled={isLocked}
          onClick={() => setSending('up')}
          data-testid="package-send"
        >
          上报…
        </Button>
        <Button size="small" disabled={isLocked} onClick={() => void receive()} data-testid="package-receive">
          装入…
        </Button>
        {office.beneath.length > 0 && (
          <>
            <Button size="small" disabled={isLocked} onClick={() => setReturning(true)} data-testid="package-return">
              退回…
            </Button>
            <Button size="small" disabled={isLocked} onClick={() => setSending('down')} data-testid="package-down">
              下达…
            </Button>
          </>
        )}
        <span className="xj-grow" />
        {received.length > 0 && (
          <Button size="small" onClick={() => void writeReceipt(session, received, 'xlsx')}>
            收件登记表…
          </Button>
        )}
      </div>
      <div className="xj-funds-scroll">
        {packages.length === 0 ? (
          <Empty description="还没有上报和装入过。上报把本单位的项目打成一个包（.xjpkg），旁边另写一份附表.xlsx。" />
        ) : (
          <PackageTable packages={packages} show={setShown} />
        )}
      </div>
      {sending !== null && <SendDialog office={office} direction={sending} close={() => setSending(null)} />}
      {files.length > 0 && <ReceiveDialog files={files} close={() => setFiles([])} />}
      {isReturning && (
        <StepDialog
          start={{ choice: 'returned', ids: [], planYear: null, back: BACK[office.office.level] ?? 'draft' }}
          close={(isDone) => {
            setReturning(false);
            if (isDone) setSending('down');
          }}
        />
      )}
      {shown && <ReceiptDialog row={shown} close={() => setShown(null)} />}
    </div>
  );
}

function PackageTable({ packages, show }: { packages: readonly PackageRow[]; show: (row: PackageRow) => void }) {
  const session = useSession();
  return (
    <Table<PackageRow>
      size="small"
      rowKey={({ direction, id }) => direction + id}
      dataSource={[...packages]}
      pagination={false}
      sticky
      data-testid="packages"
      columns={[
        {
          title: '',
          width: 70,
          render: (_, { direction }) =>
            direction === 'sent' ? <Tag color="blue">发出</Tag> : <Tag color="green">装入</Tag>,
        },
        { title: '单位', dataIndex: 'office' },
        { title: '包', width: 160, render: (_, { kind, number }) => `${kind}第 ${number} 号` },
        { title: '时间', width: 150, render: (_, { at }) => localMinute(at) },
        { title: '项目', dataIndex: 'projects', width: 80, align: 'right' },
        {
          title: '总投资（万元）',
          width: 140,
          align: 'right',
          render: (_, { totalFen }) => showAmount(toFen(totalFen)),
        },
        {
          title: '结果',
          width: 280,
          render: (_, row) =>
            row.direction === 'received' ? (
              <span className="xj-funds-row">
                <Button type="link" size="small" onClick={() => void writeReceipt(session, [row.id], 'package')}>
                  写回执…
                </Button>
                {row.refused.length > 0 && (
                  <Button type="link" size="small" onClick={() => show(row)}>
                    没有采纳 {row.refused.length} 处
                  </Button>
                )}
              </span>
            ) : row.receipt === null ? (
              <span className="xj-faint">没有回执</span>
            ) : (
              <Button type="link" size="small" onClick={() => show(row)} data-testid="receipt-show">
                采纳 {row.receipt.adopted} 个，退回 {row.receipt.returned.length} 个
              </Button>
            ),
        },
      ]}
    />
  );
}

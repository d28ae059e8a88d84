// 校验: checks the workbook file from the inside, says what was found, and leads on to mending it in a copy.
import { Alert, Button, Modal, Spin } from 'antd';
import { useEffect, useState } from 'react';
import type { MethodOutput } from '#shared/contract/methods.ts';
import { shortChainHead } from '#shared/domain/state-code.ts';
import { useWorkbook } from '../../api/queries.ts';
import { useSession } from '../../session.ts';
import { errorText } from '../../state/call.ts';
import { useStore } from '../../ui/store.ts';
import { salvageToCopy } from '../restore/restore-actions.ts';
import { CodeField } from './code-field.tsx';

type Found = Pick<MethodOutput<'workbook.verify'>, 'problems' | 'notes' | 'head'>;

export function VerifyDialog() {
  const { nav, call } = useSession();
  const isOpen = useStore(nav, (state) => state.dialog === 'verify');
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    if (!isOpen) return;
    setFound(null);
    call('workbook.verify', {})
      .then(setFound)
      .catch((thrown: unknown) => setFound({ problems: [errorText(thrown)], notes: [], head: '' }));
  }, [isOpen, call]);
  return (
    <Modal
      title="校验工作簿"
      open={isOpen}
      footer={found && found.problems.length > 0 ? <WaysOut /> : null}
      onCancel={() => nav.set({ dialog: null })}
      data-testid="verify-dialog"
    >
      {found === null && <Spin description="正在逐页检查文件" />}
      {found?.problems.length === 0 && (
        <Alert type="success" showIcon title="文件完好：数据页、数据表、引用关系、修改日志和每个值都一致。" />
      )}
      {found && found.problems.length > 0 && (
        <>
          <Alert type="error" showIcon title={`发现 ${found.problems.length} 处问题。损坏的文件不会被改动。`} />
          <ul data-testid="verify-problems">
            {found.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </>
      )}
      {found?.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {found !== null && found.head !== '' && (
        <>
          <p className="xj-faint" data-testid="verify-head">
            校验码 {shortChainHead(found.head)}
          </p>
          <CodeField />
        </>
      )}
    </Modal>
  );
}

function WaysOut() {
  const session = useSession();
  const workbook = useWorkbook();
  const salvage = async (): Promise<void> => {
    session.nav.set({ dialog: null });
    const report = await salvageToCopy(session, null, workbook?.fileName ?? '');
    if (report) session.nav.set({ salvaged: report });
  };
  return (
    <>
      <Button onClick={() => session.nav.set({ dialog: null, page: 'restore', restoreFile: null })}>从备份恢复…</Button>
      <Button type="primary" onClick={() => void salvage()} data-testid="verify-salvage">
        整理到副本…
      </Button>
    </>
  );
}

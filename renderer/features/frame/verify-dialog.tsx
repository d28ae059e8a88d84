// 校验: checks the workbook file from the inside and says what was found.
import { Alert, Modal, Spin } from 'antd';
import { useEffect, useState } from 'react';
import { errorText } from '../../api/call.ts';
import { useSession } from '../../session.ts';
import { useStore } from '../../ui/store.ts';

export function VerifyDialog() {
  const { nav, call } = useSession();
  const isOpen = useStore(nav, (state) => state.dialog === 'verify');
  const [problems, setProblems] = useState<string[] | null>(null);
  useEffect(() => {
    if (!isOpen) return;
    setProblems(null);
    call('workbook.verify', {})
      .then((result) => setProblems(result.problems))
      .catch((thrown: unknown) => setProblems([errorText(thrown)]));
  }, [isOpen, call]);
  return (
    <Modal
      title="校验工作簿"
      open={isOpen}
      footer={null}
      onCancel={() => nav.set({ dialog: null })}
      data-testid="verify-dialog"
    >
      {problems === null && <Spin description="正在逐页检查文件" />}
      {problems?.length === 0 && (
        <Alert type="success" showIcon title="文件完好：数据页、索引、引用关系和修改日志都一致。" />
      )}
      {problems && problems.length > 0 && (
        <>
          <Alert type="error" showIcon title="发现问题。请立即备份，并用最近的备份核对。" />
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </>
      )}
    </Modal>
  );
}

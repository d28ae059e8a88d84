// 批量说明: one 属实说明 for all ticked findings, as one undo step.
import { Button, Input, Modal } from 'antd';
import { useMemo, useState } from 'react';
import { explain, refusesExplanation } from '#shared/checks/explanation.ts';
import type { Finding } from '#shared/checks/finding.ts';
import { useWorkbook } from '../../api/queries.ts';
import { useSession } from '../../session.ts';

export function ExplainButton({ findings, ticked }: { findings: readonly Finding[]; ticked: ReadonlySet<string> }) {
  const session = useSession();
  const isLocked = useWorkbook()?.readOnly != null;
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const chosen = useMemo(
    () =>
      ticked.size === 0
        ? []
        : findings.filter(({ key, level }) => ticked.has(key) && refusesExplanation(level) === null),
    [findings, ticked],
  );
  if (chosen.length === 0) return null;
  const close = (): void => {
    setOpen(false);
    setText('');
  };
  const save = async (): Promise<void> => {
    const changes = chosen.map((finding) => ({
      kind: 'explanation' as const,
      id: finding.key,
      value: explain(finding, text),
    }));
    const done = await session.attempt('正在保存说明', () => session.write('records.save', { changes }));
    if (!done) return;
    session.findingView.set({ ticked: new Set() });
    close();
  };
  return (
    <>
      <Button
        size="small"
        type="primary"
        disabled={isLocked}
        onClick={() => setOpen(true)}
        data-testid="explain-ticked"
      >
        说明选中的 {chosen.length} 条…
      </Button>
      <Button size="small" onClick={() => session.findingView.set({ ticked: new Set() })}>
        取消选中
      </Button>
      <Modal
        open={isOpen}
        title={`为选中的 ${chosen.length} 条提示写属实说明`}
        onCancel={close}
        cancelText="取消"
        okText="保存说明"
        okButtonProps={{ disabled: text.trim() === '', 'data-testid': 'explain-all' }}
        onOk={save}
      >
        <p className="xj-faint">同一句话写到每一条上；某一条的数字以后有变动，那一条的说明失效，其余不受影响。</p>
        <Input.TextArea
          value={text}
          maxLength={500}
          autoFocus
          autoSize={{ minRows: 3, maxRows: 8 }}
          aria-label="属实说明"
          data-testid="explain-all-text"
          onChange={(event) => setText(event.target.value)}
        />
      </Modal>
    </>
  );
}

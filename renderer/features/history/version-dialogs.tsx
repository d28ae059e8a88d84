// Keeping the plan as a version, and deleting one with a reason.
import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { VERSION_KINDS, type VersionHead, type VersionKind } from '#shared/domain/version.ts';
import { useSession } from '../../session.ts';

export function SaveDialog({ close }: { close: () => void }) {
  const session = useSession();
  const [draft, setDraft] = useState({
    name: '',
    kind: '送审稿' as VersionKind,
    documentNumber: '',
    approver: '',
    note: '',
  });
  const set = (change: Partial<typeof draft>): void => setDraft((before) => ({ ...before, ...change }));
  const save = async (): Promise<void> => {
    const done = await session.attempt('正在保存版本', () => session.write('versions.save', draft));
    if (!done) return;
    session.messenger.current.success(`已保存版本“${done.version.name}”。`);
    close();
  };
  const field = (key: 'documentNumber' | 'approver' | 'note', label: string) => (
    <div>
      <span>{label}</span>
      <Input aria-label={label} value={draft[key]} onChange={(event) => set({ [key]: event.target.value })} />
    </div>
  );
  return (
    <Modal
      open
      title="保存为版本"
      okText="保存"
      cancelText="取消"
      okButtonProps={{ disabled: draft.name.trim() === '', ...({ 'data-testid': 'version-ok' } as object) }}
      onOk={() => void save()}
      onCancel={close}
    >
      <div className="xj-version-form">
        <div>
          <span>名称</span>
          <Input
            aria-label="名称"
            autoFocus
            maxLength={60}
            placeholder="如：2021年印发稿"
            value={draft.name}
            onChange={({ target: { value: name } }) => {
              const kind = VERSION_KINDS.find((one) => name.includes(one));
              set({ name, ...(kind ? { kind } : {}) });
            }}
            data-testid="version-name"
          />
        </div>
        <div>
          <span>类型</span>
          <Select
            aria-label="类型"
            value={draft.kind}
            options={VERSION_KINDS.map((kind) => ({ value: kind, label: kind }))}
            onChange={(kind: VersionKind) => set({ kind })}
          />
        </div>
        {field('documentNumber', '文号')}
        {field('approver', '批准单位')}
        {field('note', '说明')}
      </div>
    </Modal>
  );
}

export function RemoveDialog({ version, close }: { version: VersionHead; close: () => void }) {
  const session = useSession();
  const [reason, setReason] = useState('');
  const remove = async (): Promise<void> => {
    const done = await session.attempt('正在删除版本', () =>
      session.write('versions.remove', { id: version.id, reason }),
    );
    if (done) close();
  };
  return (
    <Modal
      open
      title={`删除版本“${version.name}”`}
      okText="删除"
      cancelText="取消"
      okButtonProps={{ danger: true, disabled: reason.trim() === '' }}
      onOk={() => void remove()}
      onCancel={close}
    >
      <div className="xj-version-form">
        <div>
          <span>理由</span>
          <Input aria-label="理由" autoFocus value={reason} onChange={(event) => setReason(event.target.value)} />
        </div>
      </div>
    </Modal>
  );
}

// 本单位: said once, by the name of a place of the plan or of a unit of its list.
import { Alert, AutoComplete, Modal } from 'antd';
import { useState } from 'react';
import type { MethodOutput } from '#shared/contract/methods.ts';
import { useSession } from '../../session.ts';

export function OfficeDialog({ office, close }: { office: MethodOutput<'package.office'>; close: () => void }) {
  const session = useSession();
  const [name, setName] = useState('');
  const take = async (): Promise<void> => {
    const done = await session.attempt('正在选定本单位', () => session.write('package.chooseOffice', { name }));
    if (!done) return;
    session.messenger.current.success(`本单位：${done.name}。`);
    close();
  };
  return (
    <Modal
      open
      title="选定本单位"
      okText="选定"
      cancelText="取消"
      okButtonProps={{ disabled: name.trim() === '', ...({ 'data-testid': 'office-take' } as object) }}
      onOk={() => void take()}
      onCancel={close}
    >
      <p>这个工作簿由哪个单位用：乡镇（街道）、村（如“大营街街道师旗”），或规划设置“单位”里的部门。</p>
      <AutoComplete
        aria-label="本单位"
        className="xj-exchange-office"
        style={{ width: '100%' }}
        value={name}
        onChange={setName}
        options={office.beneath.filter((one) => one.includes(name.trim())).map((value) => ({ value }))}
        data-testid="office-name"
      />
      <Alert type="info" title="上报、装入过以后不能再改：编号和回执是这个单位的。" style={{ marginTop: 12 }} />
    </Modal>
  );
}

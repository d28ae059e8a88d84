// 密码: sets, changes or takes away the password of the open workbook, and says what a lost one means.
import { Alert, Button, Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import { setWorkbookStatus } from '../../api/live.ts';
import { useWorkbook } from '../../api/queries.ts';
import { useSession } from '../../session.ts';
import { useStore } from '../../ui/store.ts';

/** As the program takes them; it looks again itself. */
const LEAST = 8;

export function PasswordDialog() {
  const { nav } = useSession();
  const isOpen = useStore(nav, (state) => state.dialog === 'password');
  const has = useWorkbook()?.hasPassword === true;
  return (
    <Modal
      title={has ? '更换或取消密码' : '设置密码'}
      open={isOpen}
      footer={null}
      destroyOnHidden
      onCancel={() => nav.set({ dialog: null })}
      data-testid="password-dialog"
    >
      <NewPassword has={has} />
    </Modal>
  );
}

function NewPassword({ has }: { has: boolean }) {
  const session = useSession();
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [isKnown, setKnown] = useState(false);
  const fault = faultOf(first, second);
  const set = async (password: string | null, done: string): Promise<void> => {
    const status = await session.attempt('正在改写工作簿', () => session.write('workbook.setPassword', { password }));
    if (!status) return;
    setWorkbookStatus(session, status);
    session.nav.set({ dialog: null });
    session.messenger.current.success(done);
  };
  const remove = async (): Promise<void> => {
    const question = {
      title: '取消密码',
      content: '取消以后，拿到文件的人都能打开它。',
      okText: '取消密码',
      danger: true,
    };
    if (await session.messenger.current.confirm(question)) await set(null, '密码已取消。');
  };
  return (
    <div className="xj-password">
      <p>设了密码，整个工作簿加密保存，打开时要输入密码；自动备份和另存的备份用同一个密码。</p>
      <Alert
        type="warning"
        showIcon
        title="忘了密码，文件就再也打不开，谁也没有办法，我们也没有。请把密码另外记好。"
        description="在这之前做的备份、副本和导出的文件不受这个密码保护。"
      />
      <Input.Password
        value={first}
        autoFocus
        aria-label="新密码"
        placeholder={`新密码，至少 ${LEAST} 个字符`}
        autoComplete="new-password"
        maxLength={200}
        onChange={(event) => setFirst(event.target.value)}
        data-testid="new-password"
      />
      <Input.Password
        value={second}
        aria-label="再输入一次"
        placeholder="再输入一次"
        autoComplete="new-password"
        maxLength={200}
        onChange={(event) => setSecond(event.target.value)}
        data-testid="new-password-again"
      />
      {fault !== null && <span className="xj-faint">{fault}</span>}
      <Checkbox checked={isKnown} onChange={(event) => setKnown(event.target.checked)} data-testid="password-known">
        我知道：忘了密码，文件就再也打不开
      </Checkbox>
      <div className="xj-choices">
        {has && (
          <Button danger onClick={() => void remove()} data-testid="password-remove">
            取消密码…
          </Button>
        )}
        <Button onClick={() => session.nav.set({ dialog: null })}>不改了</Button>
        <Button
          type="primary"
          disabled={first === '' || second === '' || fault !== null || !isKnown}
          onClick={() => void set(first, has ? '密码已更换。' : '密码已设置，从现在起打开这个工作簿要输入密码。')}
          data-testid="password-set"
        >
          {has ? '更换密码' : '设置密码'}
        </Button>
      </div>
    </div>
  );
}

/** What is still wrong with what was typed; null for nothing typed yet, too. */
function faultOf(first: string, second: string): string | null {
  if (first !== '' && first.length < LEAST) return `还差 ${LEAST - first.length} 个字符。`;
  return second !== '' && !first.startsWith(second)
    ? '两次输入的不一样。'
    : second.length > 0 && second !== first
      ? '还没有输完。'
      : null;
}

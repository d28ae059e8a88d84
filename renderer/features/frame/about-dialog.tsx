// 关于: version and what the program keeps where, what maintainers ask for, and the licences of its parts.
import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { MethodOutput } from '#shared/contract/methods.ts';
import { useSession } from '../../session.ts';
import { useStore } from '../../ui/store.ts';
import './about.css';

type Part = MethodOutput<'app.licences'>['parts'][number];

export function AboutDialog({ version }: { version: string }) {
  const session = useSession();
  const { nav, call } = session;
  const isOpen = useStore(nav, (state) => state.dialog === 'about');
  const [parts, setParts] = useState<Part[] | null>(null);
  const copy = async (): Promise<void> => {
    const told = await session.attempt('正在收集诊断信息', () => call('app.diagnostics', {}));
    if (!told) return;
    try {
      await navigator.clipboard.writeText(told.text);
      session.messenger.current.success('诊断信息已复制，可以粘贴给维护人员。其中没有文件名、项目和金额。');
    } catch {
      session.messenger.current.warn('浏览器不允许写剪贴板，诊断信息没有复制。');
    }
  };
  const showLicences = async (): Promise<void> => {
    const read = await session.attempt('正在读取许可证', () => call('app.licences', {}));
    if (read) setParts(read.parts);
  };
  return (
    <Modal
      title="关于衔接规划工作台"
      open={isOpen}
      footer={
        <>
          {parts === null && (
            <Button onClick={() => void showLicences()} data-testid="about-licences">
              所用软件的许可证
            </Button>
          )}
          <Button onClick={() => void copy()} data-testid="about-diagnostics">
            复制诊断信息
          </Button>
        </>
      }
      onCancel={() => nav.set({ dialog: null })}
    >
      <p>版本 {version}</p>
      <p>一个县的规划保存在一个工作簿文件（.xianjie）里。每次修改确认后立即写入文件，可以撤销，重新打开后仍可撤销。</p>
      <p>本程序不连接网络，数据不会离开这台电脑。</p>
      {parts && <Licences parts={parts} />}
    </Modal>
  );
}

function Licences({ parts }: { parts: readonly Part[] }) {
  return (
    <div className="xj-licences" data-testid="licences">
      <p>本程序用到下列 {parts.length} 个软件和数据，感谢它们的作者：</p>
      {parts.map(({ name, version, licence, text }) => (
        <details key={`${name} ${version}`}>
          <summary>
            {name} {version} <span className="xj-faint">{licence}</span>
          </summary>
          <pre>{text}</pre>
        </details>
      ))}
    </div>
  );
}

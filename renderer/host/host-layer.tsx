// What the loopback host adds around the App: the file dialog, and a bar while the line to the host is broken.
import { Alert, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { antTheme } from '../ui/theme.ts';
import { FileDialog } from './file-dialog.tsx';
import type { PendingAsk, Wire } from './wire.ts';

export function HostLayer({ wire, children }: { wire: Wire; children: ReactNode }) {
  const [pending, setPending] = useState<PendingAsk | null>(null);
  const [isLineOpen, setIsLineOpen] = useState(true);

  useEffect(() => {
    wire.onAsk(setPending);
    wire.onLine(setIsLineOpen);
  }, [wire]);

  function answer(paths: string[]): void {
    pending?.answer(paths);
    setPending(null);
  }

  return (
    <ConfigProvider locale={zhCN} theme={antTheme} button={{ autoInsertSpace: false }}>
      {isLineOpen ? null : (
        <Alert
          banner
          type="error"
          data-testid="line-lost"
          className="line-lost"
          title="与工作台后台的连接断开，正在重新连接。已显示“已保存”的内容都在文件里。"
        />
      )}
      {children}
      {pending === null ? null : <FileDialog key={pending.id} ask={pending.ask} files={wire.files} onAnswer={answer} />}
    </ConfigProvider>
  );
}

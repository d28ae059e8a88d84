// The whole window over any transport: Electron's preload or the loopback page.
import { QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { useEffect, useMemo } from 'react';
import type { Transport } from '#shared/contract/transport.ts';
import { followEvents } from './api/live.ts';
import { useStatus } from './api/queries.ts';

import { useCommandContext, useCommandKeys } from './commands/use-commands.ts';
import { COMMANDS } from './features/frame/commands.ts';
import { CrashScreen } from './features/frame/crash-screen.tsx';
import { FileDrop } from './features/frame/file-drop.tsx';
import { Frame } from './features/frame/frame.tsx';
import { LostOverlay } from './features/frame/lost-overlay.tsx';
import { MessengerBridge } from './features/frame/messenger-bridge.tsx';
import { createSession, SessionContext, useSession } from './session.ts';
import { antTheme } from './ui/theme.ts';
import './ui/app.css';

export function App({ transport }: { transport: Transport }) {
  const session = useMemo(() => createSession(transport), [transport]);
  return (
    <ConfigProvider locale={zhCN} theme={antTheme} componentSize="middle" button={{ autoInsertSpace: false }}>
      <AntApp notification={{ placement: 'bottomRight', maxCount: 4 }}>
        <SessionContext.Provider value={session}>
          <QueryClientProvider client={session.queries}>
            <MessengerBridge />
            <CrashScreen>
              <Window />
            </CrashScreen>
            <LostOverlay />
          </QueryClientProvider>
        </SessionContext.Provider>
      </AntApp>
    </ConfigProvider>
  );
}

function Window() {
  const session = useSession();
  const context = useCommandContext();
  const status = useStatus();
  useCommandKeys();
  useEffect(
    () =>
      followEvents(session, (id) => {
        const command = COMMANDS.find((item) => item.id === id);
        if (command?.when(context)) command.run(context);
      }),
    [session, context],
  );
  const workbook = status.data?.workbook ?? null;
  const title = workbook ? `${workbook.fileName} - 衔接规划工作台` : '衔接规划工作台';
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <FileDrop>
      <Frame status={status.data ?? null} error={status.error} retry={() => void status.refetch()} />
    </FileDrop>
  );
}

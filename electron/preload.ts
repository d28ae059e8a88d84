// The bridge into the sandboxed page: two functions, for ever. What they can do is decided behind them.
import type { IpcRendererEvent } from 'electron';
import { contextBridge, ipcRenderer } from 'electron';
import type { AppEvent } from '#shared/contract/events.ts';
import type { Transport } from '#shared/contract/transport.ts';
import { EVENT_CHANNEL, INVOKE_CHANNEL } from './desktop/channels.ts';

const transport: Transport = {
  invoke: (method, input) => ipcRenderer.invoke(INVOKE_CHANNEL, method, input),
  subscribe(listener) {
    // The page gets the event's data only, never the IPC event with its sender.
    const forward = (_event: IpcRendererEvent, event: AppEvent): void => listener(event);
    ipcRenderer.on(EVENT_CHANNEL, forward);
    return () => {
      ipcRenderer.removeListener(EVENT_CHANNEL, forward);
    };
  },
};

contextBridge.exposeInMainWorld('xianjie', transport);

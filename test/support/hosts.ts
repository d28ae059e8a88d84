// The same app behind each of its three doors: called directly, over Electron's IPC (a stand-in that clones what
// passes), and over the loopback host with the page's own wire. For the conformance tests.
import { WebSocket } from 'ws';
import type { App } from '#electron/app/create-app.ts';
import { createApp } from '#electron/app/create-app.ts';
import type { Shell } from '#electron/app/ports.ts';
import { EVENT_CHANNEL, INVOKE_CHANNEL } from '#electron/desktop/channels.ts';
import { connectIpc } from '#electron/desktop/ipc.ts';
import { startHost } from '#electron/host/host.ts';
import type { Socket } from '#renderer/host/wire.ts';
import { createWire } from '#renderer/host/wire.ts';
import type { AppEvent } from '#shared/contract/events.ts';
import { WIRE_PATH, WIRE_PROTOCOL } from '#shared/contract/host-wire.ts';
import type { Reply } from '#shared/contract/reply.ts';
import type { Transport } from '#shared/contract/transport.ts';
import { PLACES_FILE } from '../../build/pack-places.ts';
import { enter } from './host-client.ts';

export interface Door {
  transport: Transport;
  /** What the user will choose in the dialogs that come next; an empty list cancels. */
  dialogs: string[][];
  close(): Promise<void>;
}

function makeApp(shell: Shell, dataFolder: string): App {
  const files = { placesFile: PLACES_FILE, licencesFile: '' };
  return createApp({ shell, dataFolder, ...files, version: '1.2.3', checkOutput: true });
}

/** A Shell whose user chooses what stands next in the list. */
function scriptedShell(dialogs: string[][]): Shell {
  return {
    openFiles: async () => dialogs.shift() ?? [],
    saveFile: async () => dialogs.shift()?.[0] ?? null,
    revealFile: async () => {},
    svgToPng: async (svgs) => svgs.map((svg) => Buffer.from(svg)),
  };
}

async function openDirectly(dataFolder: string): Promise<Door> {
  const dialogs: string[][] = [];
  const app = makeApp(scriptedShell(dialogs), dataFolder);
  return {
    transport: { invoke: app.dispatch, subscribe: app.subscribe },
    dialogs,
    close: async () => app.close(),
  };
}

async function openOverIpc(dataFolder: string): Promise<Door> {
  const dialogs: string[][] = [];
  const app = makeApp(scriptedShell(dialogs), dataFolder);
  const handlers = new Map<string, (event: unknown, ...args: unknown[]) => unknown>();
  const listeners = new Set<(event: AppEvent) => void>();
  const mainFrame = { url: 'app://bundle/index.html' };
  const send = (channel: string, event: unknown): void => {
    if (channel !== EVENT_CHANNEL) return;
    // As Electron does: what passes between the processes is a copy, and it comes later.
    const copy = structuredClone(event) as AppEvent;
    setImmediate(() => {
      for (const listener of listeners) listener(copy);
    });
  };
  const window = { isDestroyed: () => false, webContents: { mainFrame, send } };
  const ipcMain = {
    handle: (channel: string, handler: (event: unknown, ...args: unknown[]) => unknown) => {
      handlers.set(channel, handler);
    },
    removeHandler: (channel: string) => {
      handlers.delete(channel);
    },
  };
  const disconnect = connectIpc(ipcMain as never, app, () => window as never);
  return {
    transport: {
      async invoke(method, input) {
        const handler = handlers.get(INVOKE_CHANNEL);
        return structuredClone((await handler?.({ senderFrame: mainFrame }, method, structuredClone(input))) as Reply);
      },
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    dialogs,
    async close() {
      disconnect();
      app.close();
    },
  };
}

async function openOverHost(dataFolder: string): Promise<Door> {
  const dialogs: string[][] = [];
  const host = await startHost({ root: dataFolder, startApp: (shell) => makeApp(shell, dataFolder) });
  const protocols = [WIRE_PROTOCOL, await enter(host)];
  const origin = `http://127.0.0.1:${host.port}`;
  let isClosing = false;
  const sockets: WebSocket[] = [];
  const wire = createWire(() => {
    // After the end the page's wire goes on knocking; here nobody is to answer.
    if (isClosing) return { onopen: null, onclose: null, onmessage: null, send: () => {} };
    const socket = new WebSocket(`ws://127.0.0.1:${host.port}${WIRE_PATH}`, protocols, { origin });
    sockets.push(socket);
    return socket as unknown as Socket;
  });
  wire.onAsk((pending) => pending?.answer(dialogs.shift() ?? []));
  return {
    transport: wire.transport,
    dialogs,
    async close() {
      isClosing = true;
      await host.close();
      for (const socket of sockets) socket.terminate();
    },
  };
}

/** Name and opener of each door. `dataFolder` is the app's own. */
export const DOORS: readonly (readonly [name: string, open: (dataFolder: string) => Promise<Door>])[] = [
  ['directly', openDirectly],
  ['over IPC', openOverIpc],
  ['over the loopback host', openOverHost],
];

// The pages that are connected: their calls go to the app, its replies and the dialogs' questions go to them.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { WebSocket } from 'ws';
import type { FileAsk, HostMessage, PageMessage } from '#shared/contract/host-wire.ts';
import { pageMessage, WIRE_LIMIT } from '#shared/contract/host-wire.ts';
import type { Reply } from '#shared/contract/reply.ts';
import type { FolderMemory } from './folders.ts';
import { answerFiles } from './folders.ts';
import type { HostedApp } from './host.ts';

export interface Connections {
  add(socket: WebSocket, app: Pick<HostedApp, 'dispatch'>): void;
  broadcast(message: HostMessage): void;
  /** Shows the file dialog in the page whose call is being handled; [] when it was cancelled or the page is gone. */
  ask(ask: FileAsk): Promise<string[]>;
  closeAll(): void;
}

interface Page {
  socket: WebSocket;
  asks: Map<number, (paths: string[]) => void>;
}

export function createConnections(folders: FolderMemory): Connections {
  const pages = new Set<Page>();
  const caller = new AsyncLocalStorage<Page>();
  let lastAsk = 0;

  async function handle(page: Page, message: PageMessage, app: Pick<HostedApp, 'dispatch'>): Promise<void> {
    switch (message.type) {
      case 'call': {
        const reply = await caller.run(page, () => app.dispatch(message.method, message.input)).catch(brokenReply);
        return send(page, { type: 'reply', id: message.id, reply });
      }
      case 'files': {
        const reply = answerFiles(message.request, folders);
        return send(page, { type: 'reply', id: message.id, reply });
      }
      case 'answer': {
        const answer = page.asks.get(message.id);
        page.asks.delete(message.id);
        answer?.(message.paths);
      }
    }
  }

  return {
    add(socket, app) {
      const page: Page = { socket, asks: new Map() };
      pages.add(page);
      socket.on('message', (data, isBinary) => {
        const message = isBinary ? null : readMessage(String(data));
        // A page that does not speak our language is not our page.
        if (message === null) socket.close(1008);
        else void handle(page, message, app);
      });
      socket.on('error', () => socket.terminate());
      socket.on('close', () => {
        pages.delete(page);
        for (const answer of page.asks.values()) answer([]);
      });
    },
    broadcast(message) {
      for (const page of pages) send(page, message);
    },
    ask(ask) {
      const page = caller.getStore();
      if (page === undefined || !pages.has(page)) return Promise.resolve([]);
      lastAsk += 1;
      const id = lastAsk;
      return new Promise((resolve) => {
        page.asks.set(id, resolve);
        send(page, { type: 'ask', id, ask });
      });
    },
    closeAll() {
      for (const page of pages) page.socket.terminate();
    },
  };
}

function send(page: Page, message: HostMessage): void {
  if (page.socket.readyState !== page.socket.OPEN) return;
  // A page that no longer reads must not fill the memory: it comes again when it lives.
  if (page.socket.bufferedAmount > WIRE_LIMIT) page.socket.terminate();
  else page.socket.send(JSON.stringify(message));
}

function readMessage(text: string): PageMessage | null {
  try {
    const parsed = pageMessage.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function brokenReply(): Reply {
  return {
    ok: false,
    error: { code: 'internal', message: '程序内部出错，这一步没有完成。请重试；仍不行请重新打开工作台。' },
  };
}

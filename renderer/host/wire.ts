// The page's end of the WebSocket to the loopback host: calls and their replies, events, questions for files.
// Reconnects by itself; what was under way when the line broke fails with a clear message.
import type { AppEvent } from '#shared/contract/events.ts';
import type {
  FileAsk,
  FilesRequest,
  FolderListing,
  HostMessage,
  NameResult,
  PageMessage,
} from '#shared/contract/host-wire.ts';
import { REFUSED_CODE } from '#shared/contract/host-wire.ts';
import type { MethodOutput } from '#shared/contract/methods.ts';
import type { Reply } from '#shared/contract/reply.ts';
import type { Transport } from '#shared/contract/transport.ts';

/** A question of the host for files; it must be answered once, [] for cancelled. */
export interface PendingAsk {
  id: number;
  ask: FileAsk;
  answer(paths: string[]): void;
}

export interface Wire {
  transport: Transport;
  /** The dialog's questions about folders and names. */
  files(request: Extract<FilesRequest, { action: 'list' }>): Promise<Reply<FolderListing>>;
  files(request: Extract<FilesRequest, { action: 'resolve' }>): Promise<Reply<NameResult>>;
  /** Called when the host asks for files; null when the question is void, because the line broke. */
  onAsk(listener: (ask: PendingAsk | null) => void): void;
  /** Called when the line breaks and when it is there again. */
  onLine(listener: (isOpen: boolean) => void): void;
}

/** The part of WebSocket that is used: tests hand in their own. */
export interface Socket {
  onopen: (() => void) | null;
  onclose: ((event: { code: number }) => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  send(text: string): void;
}

const RETRY_MS = 1000;

const LINE_LOST: Reply<never> = {
  ok: false,
  error: {
    code: 'internal',
    message: '与工作台后台的连接断开，这一步可能没有完成。连接恢复后请核对一遍再继续；一直连不上的，请重新打开工作台。',
  },
};

/** What else the page wants to know of its line. */
export interface WireWatch {
  /** The host does not let this page in; it is not tried again. */
  refused?(): void;
}

/** `open` makes a socket; it is called again a second after each break. */
export function createWire(open: () => Socket, watch: WireWatch = {}): Wire {
  const listeners = new Set<(event: AppEvent) => void>();
  const calls = new Map<number, (reply: Reply) => void>();
  let askListener: (ask: PendingAsk | null) => void = () => {};
  let lineListener: (isOpen: boolean) => void = () => {};
  let pendingAsk: PendingAsk | null = null;
  let lastId = 0;
  /** null while the line is down. */
  let line: Socket | null = null;
  /** Calls made before the first connection stands. */
  let waiting: string[] | null = [];

  function connect(): void {
    const socket = open();
    socket.onopen = () => {
      line = socket;
      if (waiting === null) void catchUp();
      for (const text of waiting ?? []) socket.send(text);
      waiting = null;
      lineListener(true);
    };
    socket.onmessage = (event) => receive(JSON.parse(String(event.data)) as HostMessage, socket);
    socket.onclose = ({ code }) => {
      line = null;
      waiting = null;
      const lost = [...calls.values()];
      calls.clear();
      for (const settle of lost) settle(LINE_LOST);
      pendingAsk = null;
      askListener(null);
      lineListener(false);
      if (code === REFUSED_CODE) watch.refused?.();
      else setTimeout(connect, RETRY_MS);
    };
  }

  /** Events were missed while the line was down: what is open now is told as if it had just been opened. */
  async function catchUp(): Promise<void> {
    const reply = await request((id) => ({ type: 'call', id, method: 'app.status', input: {} }));
    if (!reply.ok) return;
    const { workbook } = reply.value as MethodOutput<'app.status'>;
    for (const listener of listeners) listener({ type: 'workbook', status: workbook });
  }

  function receive(message: HostMessage, socket: Socket): void {
    if (message.type === 'event') {
      for (const listener of listeners) listener(message.event);
    } else if (message.type === 'reply') {
      const settle = calls.get(message.id);
      calls.delete(message.id);
      settle?.(message.reply);
    } else {
      // One dialog at a time: a question that comes on top of another one takes its place.
      pendingAsk?.answer([]);
      const { ask, id } = message;
      pendingAsk = {
        id,
        ask,
        answer(paths) {
          pendingAsk = null;
          transmit({ type: 'answer', id, paths }, socket);
        },
      };
      askListener(pendingAsk);
    }
  }

  function transmit(message: PageMessage, socket: Socket): void {
    if (socket === line) socket.send(JSON.stringify(message));
  }

  function request(make: (id: number) => PageMessage): Promise<Reply> {
    lastId += 1;
    const id = lastId;
    if (line === null && waiting === null) return Promise.resolve(LINE_LOST);
    return new Promise((resolve) => {
      calls.set(id, resolve);
      const message = make(id);
      if (line !== null) transmit(message, line);
      else waiting?.push(JSON.stringify(message));
    });
  }

  connect();
  return {
    transport: {
      invoke: (method, input) => request((id) => ({ type: 'call', id, method, input })),
      subscribe(listener) {
        listeners.add(listener);
        return () => {
          listeners.delete(listener);
        };
      },
    },
    // The host answers each action with its own shape; the overloads of Wire say which.
    files: (asked: FilesRequest) => request((id) => ({ type: 'files', id, request: asked })) as Promise<Reply<never>>,
    onAsk(listener) {
      askListener = listener;
    },
    onLine(listener) {
      lineListener = listener;
    },
  };
}

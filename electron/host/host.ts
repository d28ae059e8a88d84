// The loopback host: the same app as in Electron, for a browser on this machine. Development, tests, and machines
// where Electron's binary cannot be had. Never part of the package.
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Shell } from '#electron/app/ports.ts';
import type { AppEvent } from '#shared/contract/events.ts';
import { REFUSED_CODE, WIRE_LIMIT, WIRE_PATH, WIRE_PROTOCOL } from '#shared/contract/host-wire.ts';
import type { Reply } from '#shared/contract/reply.ts';
import { createConnections } from './connections.ts';
import type { FolderMemory } from './folders.ts';
import { createFolderMemory } from './folders.ts';
import { createGuard } from './guard.ts';
import { servePage } from './pages.ts';
import { createHostShell } from './shell.ts';

/** What the host needs of the app. */
export interface HostedApp {
  dispatch(method: string, input: unknown): Promise<Reply>;
  subscribe(listener: (event: AppEvent) => void): () => void;
  close(): Promise<void> | void;
}

export interface HostOptions<A extends HostedApp> {
  /** The folder of the built page, dist/renderer. */
  root: string;
  /** Makes the app around the host's dialogs and printer. */
  startApp(shell: Shell): A;
  /** 0 or left out: a free port. */
  port?: number;
  /** Where the dialogs have been; left out: forgotten at the end. */
  folders?: FolderMemory;
  /** How long a request may take to come; left out: long enough. */
  patience?: Partial<typeof PATIENCE>;
}

export interface Host<A extends HostedApp> {
  app: A;
  /** The address; its one-time key stands behind the #, which no browser sends to any server. */
  url: string;
  port: number;
  close(): Promise<void>;
}

/** Starts listening on 127.0.0.1. Rejects when the port is taken. */
export async function startHost<A extends HostedApp>(options: HostOptions<A>): Promise<Host<A>> {
  const folders = options.folders ?? createFolderMemory();
  const connections = createConnections(folders);
  const server = createServer({ ...PATIENCE, ...options.patience });
  server.maxConnections = MOST_CONNECTIONS;
  const port = await listen(server, options.port ?? 0);
  const guard = createGuard(port);
  const app = options.startApp(createHostShell(connections, folders));
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: WIRE_LIMIT,
    perMessageDeflate: false,
    handleProtocols: (offered) => offered.has(WIRE_PROTOCOL) && WIRE_PROTOCOL,
  });

  server.on('request', (request, response) => servePage(request, response, guard, options.root));
  // What is no HTTP is hung up on; a socket that breaks while it is answered is nobody's trouble.
  server.on('clientError', (error, socket) => {
    // A browser opens connections ahead and may send on one just as it is given up: an answer would be taken for that of
    // its request, while it asks again where a connection is merely closed.
    if ('code' in error && error.code === 'ERR_HTTP_REQUEST_TIMEOUT') socket.destroy();
    else hangUp(socket, '400 Bad Request');
  });
  server.on('upgrade', (request, socket: Duplex, head) => {
    socket.on('error', () => socket.destroy());
    if (!guard.isOurHost(request) || !guard.isOurOrigin(request) || request.url !== WIRE_PATH) {
      hangUp(socket, '403 Forbidden');
      return;
    }
    const isAdmitted = guard.admit(request);
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      if (isAdmitted) connections.add(webSocket, app);
      else {
        webSocket.on('error', () => webSocket.terminate());
        webSocket.close(REFUSED_CODE);
      }
    });
  });
  const unsubscribe = app.subscribe((event) => connections.broadcast({ type: 'event', event }));

  return {
    app,
    url: `http://127.0.0.1:${port}/#key=${guard.key}`,
    port,
    async close() {
      unsubscribe();
      connections.closeAll();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await app.close();
    },
  };
}

/** Nobody needs longer for a request on the same machine; an idle connection is closed. */
const PATIENCE = {
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 2_000,
};
/** A browser opens six or so; more than these are turned away until some have gone. */
const MOST_CONNECTIONS = 64;

function hangUp(socket: Duplex, status: string): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  // An answer is on its way already: a second one behind it would spoil it.
  if ((socket as Socket).bytesWritten > 0) {
    socket.end();
    return;
  }
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy());
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

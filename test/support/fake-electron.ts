// A stand-in for the npm module electron, whose import would fetch the program: it records what the shell asks of it.
// Use: vi.mock('electron', async () => (await import('#test/support/fake-electron.ts')).fakeElectron).
import { EventEmitter } from 'node:events';
import { vi } from 'vitest';

type Listener = (...args: never[]) => unknown;

export class FakeFrame {
  url = 'app://bundle/index.html';
}

export class FakeContents extends EventEmitter {
  mainFrame = new FakeFrame();
  send = vi.fn();
  openHandler: ((details: { url: string }) => { action: string }) | null = null;
  print = vi.fn((_options: object, done: (isDone: boolean, reason: string) => void) => done(...state.printAnswer));
  reload = vi.fn();
  executeJavaScript = vi.fn(async (_code: string): Promise<unknown> => state.scriptAnswer);
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler;
  }
}

export class FakeWindow extends EventEmitter {
  static all: FakeWindow[] = [];
  options: Record<string, unknown> & { webPreferences: Record<string, unknown> };
  webContents = new FakeContents();
  bounds = { x: 10, y: 20, width: 1400, height: 800 };
  isMax = false;
  isMin = false;
  isGone = false;
  loaded: string[] = [];
  show = vi.fn();
  focus = vi.fn();
  restore = vi.fn();
  constructor(options: FakeWindow['options']) {
    super();
    this.options = options;
    FakeWindow.all.push(this);
    state.appEvents.emit('web-contents-created', {}, this.webContents);
  }
  async loadURL(url: string): Promise<void> {
    this.loaded.push(url);
    const { partition } = this.options.webPreferences;
    if (typeof partition !== 'string') return;
    const answer = state.partitions.get(partition)?.protocols.get(url.split(':')[0] ?? '')?.({ url } as Request);
    const html = (await (await answer)?.text()) ?? '';
    state.onHiddenPage?.(html);
  }
  maximize(): void {
    this.isMax = true;
  }
  isMaximized(): boolean {
    return this.isMax;
  }
  isMinimized(): boolean {
    return this.isMin;
  }
  isDestroyed(): boolean {
    return this.isGone;
  }
  getNormalBounds() {
    return this.bounds;
  }
  destroy(): void {
    this.isGone = true;
  }
}

interface Asking {
  isMainFrame: boolean;
  requestingUrl: string;
}
type RequestHandler = (contents: null, permission: string, answer: (isAllowed: boolean) => void, from: Asking) => void;
type CheckHandler = (contents: null, permission: string, origin: string, from: Asking) => boolean;

export class FakeSession {
  requestHandler: RequestHandler | null = null;
  checkHandler: CheckHandler | null = null;
  deviceHandler: (() => boolean) | null = null;
  beforeRequest: ((details: { url: string }, answer: (reply: { cancel: boolean }) => void) => void) | null = null;
  protocols = new Map<string, (request: Request) => Promise<Response> | Response>();
  protocol = {
    isProtocolHandled: (scheme: string) => this.protocols.has(scheme),
    handle: (scheme: string, handler: (request: Request) => Promise<Response> | Response) =>
      this.protocols.set(scheme, handler),
  };
  webRequest = {
    onBeforeRequest: (handler: FakeSession['beforeRequest']): void => {
      this.beforeRequest = handler;
    },
  };
  setPermissionRequestHandler(handler: FakeSession['requestHandler']): void {
    this.requestHandler = handler;
  }
  setPermissionCheckHandler(handler: CheckHandler): void {
    this.checkHandler = handler;
  }
  setDevicePermissionHandler(handler: () => boolean): void {
    this.deviceHandler = handler;
  }
}

/** What the tests set before and look at after. */
export const state = {
  appEvents: new EventEmitter(),
  paths: { appData: '/nowhere', userData: '' } as Record<string, string>,
  isFirstInstance: true,
  defaultSession: new FakeSession(),
  schemes: [] as { scheme: string; privileges: object }[],
  protocols: new Map<string, (request: Request) => Promise<Response>>(),
  handlers: new Map<string, (event: unknown, ...args: unknown[]) => unknown>(),
  menu: null as unknown,
  isReady: false,
  /** Sessions besides the default one, by name. */
  partitions: new Map<string, FakeSession>(),
  /** Gets the text of each hidden page as it came over its scheme. */
  onHiddenPage: null as ((html: string) => void) | null,
  /** What a script run in a page gives. */
  scriptAnswer: undefined as unknown,
  /** How the print dialog ends. */
  printAnswer: [true, ''] as [isDone: boolean, reason: string],
};

export function resetFake(): void {
  state.appEvents.removeAllListeners();
  FakeWindow.all = [];
  state.paths = { appData: '/nowhere', userData: '' };
  state.isFirstInstance = true;
  state.defaultSession = new FakeSession();
  state.schemes = [];
  state.protocols.clear();
  state.handlers.clear();
  state.menu = null;
  state.isReady = false;
  state.partitions.clear();
  state.onHiddenPage = null;
  state.scriptAnswer = undefined;
  state.printAnswer = [true, ''];
  for (const part of Object.values(dialog)) part.mockReset();
  quit.mockClear();
  showItemInFolder.mockClear();
}

const dialog = {
  showOpenDialog: vi.fn(),
  showSaveDialog: vi.fn(),
  showMessageBox: vi.fn(),
  showErrorBox: vi.fn(),
};
const quit = vi.fn();
const showItemInFolder = vi.fn();

export const fakeElectron = {
  app: {
    on: (name: string, listener: Listener) => state.appEvents.on(name, listener as (...args: unknown[]) => void),
    quit,
    exit: vi.fn(),
    isPackaged: true,
    enableSandbox: vi.fn(() => {
      if (state.isReady) throw new Error('app.enableSandbox() after ready');
    }),
    getVersion: () => '9.9.9',
    getPath: (name: string) => state.paths[name] ?? '',
    setPath: (name: string, value: string) => {
      state.paths[name] = value;
    },
    setAppUserModelId: vi.fn(),
    requestSingleInstanceLock: () => state.isFirstInstance,
    whenReady: async () => {
      state.isReady = true;
    },
  },
  BrowserWindow: FakeWindow,
  dialog,
  ipcMain: {
    handle: (channel: string, handler: (event: unknown, ...args: unknown[]) => unknown) =>
      state.handlers.set(channel, handler),
    removeHandler: (channel: string) => state.handlers.delete(channel),
  },
  Menu: {
    buildFromTemplate: (template: unknown) => template,
    setApplicationMenu: (menu: unknown) => {
      state.menu = menu;
    },
  },
  protocol: {
    registerSchemesAsPrivileged: (schemes: typeof state.schemes) => {
      if (state.isReady) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
      state.schemes = schemes;
    },
    handle: (scheme: string, handler: (request: Request) => Promise<Response>) => {
      if (!state.isReady) throw new Error('protocol.handle before ready');
      state.protocols.set(scheme, handler);
    },
  },
  screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }] },
  session: {
    fromPartition: (name: string) => {
      if (!state.partitions.has(name)) state.partitions.set(name, new FakeSession());
      return state.partitions.get(name);
    },
    get defaultSession() {
      if (!state.isReady) throw new Error('session before ready');
      return state.defaultSession;
    },
  },
  shell: { showItemInFolder },
};

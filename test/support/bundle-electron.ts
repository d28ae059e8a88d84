// A stand-in for electron under the packed program, in a process of its own: it goes through the start as Electron
// would, then makes the calls of bundle-drive.ts as the page, and ends the program.
import { EventEmitter } from 'node:events';
import { drive } from './bundle-drive.ts';

type Handler = (event: unknown, method: string, input: unknown) => Promise<unknown>;

const handlers = new Map<string, Handler>();
const saves: string[] = [];
const opens: string[][] = [];
const mainFrame = { url: 'app://bundle/index.html' };

class Window extends EventEmitter {
  webContents = Object.assign(new EventEmitter(), { mainFrame, send: () => {}, setWindowOpenHandler: () => {} });
  isDestroyed = () => false;
  loadURL = async (): Promise<void> => {
    // A page takes time to load; the program has its window by then.
    await new Promise((resolve) => setImmediate(resolve));
    const invoke = [...handlers.values()][0];
    if (invoke === undefined) throw new Error('no IPC handler');
    const call = async (method: string, input: unknown): Promise<unknown> =>
      structuredClone(await invoke({ senderFrame: mainFrame }, method, structuredClone(input)));
    const result = await drive({ call, saves, opens });
    appEvents.emit('will-quit');
    console.log(JSON.stringify(result));
  };
}

const appEvents = new EventEmitter();
const paths: Record<string, string> = { appData: process.env.BUNDLE_DATA ?? '' };

export const app = {
  on: (name: string, listener: () => void) => appEvents.on(name, listener),
  quit: () => {},
  exit: (code: number) => process.exit(code),
  isPackaged: true,
  getVersion: () => '0.0.0',
  getPath: (name: string) => paths[name],
  setPath: (name: string, value: string) => {
    paths[name] = value;
  },
  enableSandbox: () => {},
  setAppUserModelId: () => {},
  requestSingleInstanceLock: () => true,
  whenReady: async () => {},
};
export const BrowserWindow = Window;
export const dialog = {
  showOpenDialog: async () => ({ canceled: false, filePaths: opens.shift() ?? [] }),
  showSaveDialog: async () => ({ canceled: false, filePath: saves.shift() ?? '' }),
  showErrorBox: (title: string, text: string) => console.error(title, text),
};
export const ipcMain = { handle: (channel: string, handler: Handler) => handlers.set(channel, handler) };
export const Menu = { buildFromTemplate: () => null, setApplicationMenu: () => {} };
export const protocol = { registerSchemesAsPrivileged: () => {}, handle: () => {} };
export const screen = { getAllDisplays: () => [] };
export const session = {
  defaultSession: {
    setPermissionRequestHandler: () => {},
    setPermissionCheckHandler: () => {},
    setDevicePermissionHandler: () => {},
    webRequest: { onBeforeRequest: () => {} },
  },
};
export const shell = { showItemInFolder: () => {} };

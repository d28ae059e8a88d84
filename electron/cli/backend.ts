// The workbench behind the command line: the same app as behind the window, without dialogs, in this process.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type App, createApp } from '#electron/app/create-app.ts';
import { BACKUP_FOLDER, USUAL_TIMES } from '#electron/app/file-care.ts';
import { KEY_FOLDER } from '#electron/app/handlers/package.ts';
import { svgToPng } from '#electron/browser/pictures.ts';
import { findDataFolder } from '#electron/web/data-folder.ts';
import type { AppEvent } from '#shared/contract/events.ts';
import type { FileRef, MethodInput, MethodName, MethodOutput, WorkbookStatus } from '#shared/contract/methods.ts';
import { AppError } from '#shared/values/app-error.ts';

export interface Backend {
  /** Calls a method through the one door; a refusal is thrown as AppError. */
  call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>>;
  /** A token for a path as typed. */
  grant(path: string): FileRef;
  /** Opens a workbook; to read only, it does not matter that a window has it open. */
  open(path: string, purpose: 'read' | 'change'): Promise<WorkbookStatus>;
  /** Waits for a backup that is being written. */
  close(): Promise<void>;
}

/** Folder of the program: the nearest one above this file that holds package.json. */
function findProgram(): { folder: string; version: string } {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    try {
      const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version?: string };
      return { folder, version: manifest.version ?? '' };
    } catch {
      if (folder === dirname(folder)) return { folder, version: '' };
    }
  }
}

const PROGRAM = findProgram();
export const VERSION = PROGRAM.version;

export interface BackendOptions {
  /** End the claim of another program on a workbook that is opened to be changed. */
  takeOver: boolean;
  /** Passwords for the files that ask for one: each file takes the one that opens it. */
  passwords?: readonly string[];
  /** A line for people. */
  say(line: string): void;
}

/** Starts the app. What it remembers between runs belongs to the window, so here it goes to a passing folder. */
export function startBackend(onEvent: (event: AppEvent) => void, options: BackendOptions): Backend {
  const dataFolder = mkdtempSync(join(tmpdir(), 'xianjie-cli-'));
  const app: App = createApp({
    version: VERSION,
    dataFolder,
    placesFile: join(PROGRAM.folder, 'dist/places/places.bin'),
    licencesFile: join(PROGRAM.folder, 'dist/licences.json'),
    keyFolder: join(findDataFolder(), KEY_FOLDER),
    shell: {
      openFiles: async () => [],
      saveFile: async () => null,
      revealFile: async () => {},
      svgToPng,
    },
    // Backups before an import or the like are the same as the window's; looking and saving by time is the window's.
    care: {
      store: join(findDataFolder(), BACKUP_FOLDER),
      checkAfterMs: null,
      times: { ...USUAL_TIMES, everyMs: null, onClose: false },
    },
    // Only a program that publishes needs the parts for it.
    publisher: async (plan, target) => (await import('#electron/publish/publish.ts')).publish(plan, target),
    logFault: (method, error) => {
      if (process.env.XIANJIE_DEBUG) console.error(method, error);
    },
  });
  app.subscribe(onEvent);
  for (const password of options.passwords ?? []) app.addPassword(password);
  const call: Backend['call'] = async (method, input) => {
    const reply = await app.dispatch(method, input);
    if (!reply.ok) throw new AppError(reply.error.code, reply.error.message, reply.error.details);
    return reply.value as never;
  };
  const grant = (path: string): FileRef => app.grantFile(resolve(path));
  return {
    call,
    grant,
    async open(path, purpose) {
      const token = grant(path).token;
      const isRead = purpose === 'read';
      const status = await call('workbook.open', { token, readOnly: isRead, takeOver: options.takeOver && !isRead });
      for (const note of status.notes) options.say(note);
      return status;
    },
    async close() {
      await app.settled();
      app.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

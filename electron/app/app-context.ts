// What the handlers share: the open session, file tokens, settings, the program around, and the way to tell the window.
import type { PlaceBook } from '#electron/places/place-book.ts';
import type { Session } from '#electron/services/session.ts';
import type { AppEvent } from '#shared/contract/events.ts';
import { AppError } from '#shared/values/app-error.ts';
import type { FileCare } from './file-care.ts';
import type { Shell } from './ports.ts';
import type { Settings } from './settings.ts';
import type { TokenStore } from './tokens.ts';

export interface AppContext {
  version: string;
  shell: Shell;
  settings: Settings;
  tokens: TokenStore;
  /** The 地名库, read at the first question. */
  places(): PlaceBook;
  /** Folder for files dropped on the window; emptied when the program ends. */
  dropFolder(): string;
  emit(event: AppEvent): void;
  /** Who the log names: the name set in the program, else the account of the machine. */
  author(): string;
  /** The open session, fresh; throws no-workbook. */
  session(): Session;
  current(): Session | null;
  /** Closes what is open and makes `open` the session. */
  switchTo(open: () => Session): Session;
  closeSession(): void;
  /** Backups and the look from the inside of what is open. */
  care: FileCare;
  lastWritten: string | null;
  /** A file that could not be opened: the window leads to 恢复 for it. */
  toRestore: string | null;
}

export function noWorkbook(): AppError {
  return new AppError('no-workbook', '还没有打开工作簿。请先新建或打开一个工作簿。');
}

// Puts the workbench together: one context, one table of handlers, one dispatch. The desktop shell, the loopback host,
// the command line and the tests all start here.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addPassword, forgetKeys } from '#electron/db/cipher/keyring.ts';
import { accountName } from '#electron/db/lock.ts';
import { openPlaceBook, type PlaceBook } from '#electron/places/place-book.ts';
import type { Publisher } from '#electron/publish/plan.ts';
import type { Session } from '#electron/services/session.ts';
import type { AppEvent } from '#shared/contract/events.ts';
import type { FileRef } from '#shared/contract/methods.ts';
import { type AppContext, noWorkbook } from './app-context.ts';
import { createDispatch, type Dispatch, type DispatchOptions, type Handlers } from './dispatch.ts';
import { BACKUP_FOLDER, type CareOptions, careForFile, USUAL_CARE } from './file-care.ts';
import { followFile } from './follow-file.ts';
import { aboutHandlers } from './handlers/about.ts';
import { assetHandlers } from './handlers/assets.ts';
import { checkHandlers } from './handlers/checks.ts';
import { cityHandlers } from './handlers/city.ts';
import { claimHandlers } from './handlers/claims.ts';
import { duplicateHandlers } from './handlers/duplicates.ts';
import { evaluationHandlers } from './handlers/evaluation.ts';
import { fileHandlers } from './handlers/files.ts';
import { frameHandlers } from './handlers/frame.ts';
import { fundHandlers } from './handlers/funds.ts';
import { goalHandlers } from './handlers/goals.ts';
import { historyHandlers } from './handlers/history.ts';
import { importHandlers } from './handlers/import.ts';
import { indicatorHandlers } from './handlers/indicators.ts';
import { levelHandlers } from './handlers/levels.ts';
import { lifeHandlers } from './handlers/life.ts';
import { listHandlers } from './handlers/lists.ts';
import { orderHandlers } from './handlers/orders.ts';
import { outputHandlers } from './handlers/output.ts';
import { ownRuleHandlers } from './handlers/own-rules.ts';
import { KEY_FOLDER, packageHandlers } from './handlers/package.ts';
import { passwordHandlers } from './handlers/password.ts';
import { placeHandlers } from './handlers/places.ts';
import { postingHandlers } from './handlers/postings.ts';
import { projectHandlers } from './handlers/projects.ts';
import { proofHandlers } from './handlers/proof.ts';
import { publishHandlers } from './handlers/publish.ts';
import { recordHandlers } from './handlers/records.ts';
import { restoreHandlers } from './handlers/restore.ts';
import { rollHandlers } from './handlers/roll.ts';
import { tableHandlers } from './handlers/tables.ts';
import { textHandlers } from './handlers/text.ts';
import { todoHandlers } from './handlers/todo.ts';
import { versionHandlers } from './handlers/versions.ts';
import { openWorkbookSession, workbookHandlers } from './handlers/workbook.ts';
import type { Shell } from './ports.ts';
import { openSettings } from './settings.ts';
import { createTokenStore } from './tokens.ts';
import { withBackups } from './whole-plan.ts';

export interface AppDeps extends DispatchOptions {
  shell: Shell;
  /** Folder for what the program remembers on this machine. */
  dataFolder: string;
  /** The packed 地名库; read at the first question about a place. */
  placesFile: string;
  version: string;
  /** Folder of the signing keys of offices; in the data folder where not given. */
  keyFolder?: string;
  /** The list of bundled parts that the build wrote. */
  licencesFile: string;
  /** The newest lines of the log of faults, where one is kept. */
  newestFaults?: () => string[];
  /** Writes into a province's database; the command line has one. */
  publisher?: Publisher;
  /** How the open file is looked after; the command line does less of it than the window. */
  care?: Partial<CareOptions>;
}

export interface App {
  dispatch: Dispatch;
  subscribe(listener: (event: AppEvent) => void): () => void;
  /** A token for a path that did not come from a dialog: command line, double click, second instance. */
  grantFile(path: string): FileRef;
  /** A password for whatever file it opens. */
  addPassword(password: string): void;
  /** Leads the window to 恢复 for a file that could not be opened. */
  offerRestore(path: string): void;
  /** Tells the window, e.g. that a menu item was chosen. */
  emit(event: AppEvent): void;
  /** Resolves when no backup is being written. */
  settled(): Promise<void>;
  close(): void;
}

export function createApp(deps: AppDeps): App {
  const listeners = new Set<(event: AppEvent) => void>();
  let session: Session | null = null;
  let drops: string | null = null;
  let places: PlaceBook | null = null;

  const care = careForFile({ ...USUAL_CARE, store: join(deps.dataFolder, BACKUP_FOLDER), ...deps.care }, (health) =>
    context.emit({ type: 'health', health }),
  );
  const context: AppContext = {
    care,
    version: deps.version,
    shell: deps.shell,
    settings: openSettings(deps.dataFolder),
    tokens: createTokenStore(),
    lastWritten: null,
    toRestore: null,
    places() {
      places ??= openPlaceBook(deps.placesFile);
      return places;
    },
    dropFolder() {
      drops ??= mkdtempSync(join(tmpdir(), 'xianjie-'));
      return drops;
    },
    emit(event) {
      if (event.type === 'changed') care.changed();
      for (const listener of listeners) listener(event);
    },
    author: () => context.settings.author() || accountName(),
    current: () => session,
    session() {
      if (!session) throw noWorkbook();
      session.refresh();
      return session;
    },
    switchTo(open) {
      const next = open();
      closeCurrent();
      session = next;
      care.opened(next);
      return next;
    },
    closeSession: () => closeCurrent(),
  };
  function closeCurrent(): void {
    care.closing();
    session?.close();
    session = null;
  }

  const stopFollowing = followFile(() => session);
  const imports = importHandlers(context);
  const handlers: Handlers = {
    ...aboutHandlers(context, deps),
    ...fileHandlers(context),
    ...publishHandlers(context, deps.publisher),
    ...workbookHandlers(context),
    ...passwordHandlers(context),
    ...rollHandlers(context),
    ...placeHandlers(context),
    ...projectHandlers(context),
    ...fundHandlers(context),
    ...lifeHandlers(context),
    ...postingHandlers(context),
    ...assetHandlers(context),
    ...listHandlers(context),
    ...indicatorHandlers(context),
    ...evaluationHandlers(context),
    ...goalHandlers(context),
    ...todoHandlers(context),
    ...recordHandlers(context),
    ...tableHandlers(context),
    ...checkHandlers(context),
    ...ownRuleHandlers(context),
    ...frameHandlers(context),
    ...claimHandlers(context),
    ...levelHandlers(context),
    ...duplicateHandlers(context),
    ...historyHandlers(context),
    ...versionHandlers(context),
    ...orderHandlers(context),
    ...imports.handlers,
    ...cityHandlers(context),
    ...textHandlers(context),
    ...proofHandlers(context),
    ...outputHandlers(context),
    ...restoreHandlers(context),
    ...packageHandlers(context, {
      program: deps.version,
      keyFolder: deps.keyFolder ?? join(deps.dataFolder, KEY_FOLDER),
    }),
  };
  const dispatch = createDispatch(withBackups(handlers, care), {
    ...deps,
    fileOf(path) {
      context.tokens.giveBack(path);
      return context.tokens.grant(path);
    },
  });

  return {
    dispatch,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    grantFile: (path) => context.tokens.grant(path),
    addPassword,
    offerRestore(path) {
      context.toRestore = path;
      context.emit({ type: 'restore' });
    },
    emit: context.emit,
    settled: () => care.settled(),
    close() {
      stopFollowing();
      imports.close();
      context.closeSession();
      forgetKeys();
      if (drops !== null) rmSync(drops, { recursive: true, force: true });
      listeners.clear();
    },
  };
}

export { openWorkbookSession };

// The workbook as a file: make, open, close, back up, verify.
import { basename, dirname } from 'node:path';
import { openFile } from '#electron/db/open.ts';
import { planRegions, requirePlace } from '#electron/places/plan-regions.ts';
import { type Session, startSession } from '#electron/services/session.ts';
import { findState } from '#electron/services/state-code.ts';
import { verifyFile, verifyWorkbook } from '#electron/services/verify-file.ts';
import { backupWorkbook, createWorkbookFile, type NewWorkbook } from '#electron/services/workbook-files.ts';
import { usualScheme } from '#seeds/index.ts';
import { HONGTA_CODE } from '#seeds/regions.ts';
import { BUILT_IN_SCHEMES, describeScheme } from '#seeds/schemes.ts';
import type { WorkbookStatus } from '#shared/contract/methods.ts';
import { AppError } from '#shared/values/app-error.ts';
import type { AppContext } from '../app-context.ts';
import type { Handlers } from '../dispatch.ts';
import { toFound } from './places.ts';

type Names =
  | 'app.status'
  | 'app.setAuthor'
  | 'workbook.schemes'
  | 'workbook.create'
  | 'workbook.createSample'
  | 'workbook.open'
  | 'workbook.close'
  | 'workbook.saveAs'
  | 'workbook.backup'
  | 'workbook.verify'
  | 'workbook.verifyFile'
  | 'workbook.findState'
  | 'workbook.health'
  | 'reference.get';

/** Opens a path as the session; what was open before is closed only when the new one is there. */
export function openWorkbookSession(
  context: AppContext,
  path: string,
  options: { readOnly?: boolean; takeOver?: boolean } = {},
): Session {
  if (context.current()?.file.path === path) context.closeSession();
  const session = context.switchTo(() => startSession(openFile(path, options), context.emit, context.author));
  context.settings.remember(path);
  context.emit({ type: 'workbook', status: session.status() });
  return session;
}

/** Whether a refusal names ways to open the file all the same: readOnly, takeOver. */
function hasChoices(details: unknown): details is { choices: string[] } {
  return typeof details === 'object' && details !== null && 'choices' in details && Array.isArray(details.choices);
}

function createAndOpen(context: AppContext, path: string, spec: NewWorkbook): WorkbookStatus {
  if (context.current()?.file.path === path) {
    throw new AppError(
      'invalid-input',
      `“${basename(path)}”正在使用，不能用新工作簿覆盖它。请换一个文件名，或先关闭它。`,
    );
  }
  createWorkbookFile(path, spec);
  return openWorkbookSession(context, path).status();
}

export function workbookHandlers(context: AppContext): Pick<Handlers, Names> {
  return {
    'app.status': () => {
      context.current()?.refresh();
      const restore = context.toRestore === null ? null : context.tokens.grant(context.toRestore);
      context.toRestore = null;
      return {
        version: context.version,
        author: context.author(),
        workbook: context.current()?.status() ?? null,
        recent: context.settings.recent(),
        recentPlaces: context.settings.recentPlaces(),
        restore,
      };
    },
    'app.setAuthor': ({ name }) => {
      context.settings.setAuthor(name);
      return {};
    },
    'workbook.schemes': ({ regionCode }) => {
      const { children } = requirePlace(context.places(), regionCode);
      const isUpper = children.some(({ level }) => level === 'city' || level === 'county');
      return { usual: usualScheme(isUpper), schemes: BUILT_IN_SCHEMES.map(describeScheme) };
    },
    'workbook.create': ({ token, ...spec }) => {
      const path = context.tokens.take(token);
      const place = requirePlace(context.places(), spec.regionCode);
      const status = createAndOpen(context, path, { ...spec, regions: planRegions(context.places(), place.code) });
      context.settings.rememberPlace(toFound(place));
      return status;
    },
    'workbook.createSample': ({ token }) =>
      createAndOpen(context, context.tokens.take(token), {
        regionCode: HONGTA_CODE,
        firstYear: 2021,
        lastYear: 2025,
        sample: true,
      }),
    'workbook.open': ({ token, ...options }) => {
      const path = context.tokens.take(token);
      try {
        return openWorkbookSession(context, path, options).status();
      } catch (error) {
        if (!(error instanceof AppError) || !hasChoices(error.details)) throw error;
        // The window can take one of the choices at once, without a second dialog.
        throw new AppError(error.code, error.message, { ...error.details, file: context.tokens.grant(path) });
      }
    },
    'workbook.close': () => {
      context.closeSession();
      context.emit({ type: 'workbook', status: null });
      return {};
    },
    'workbook.saveAs': async ({ token }) => {
      const target = context.tokens.take(token);
      await backupWorkbook(context.session().file, target);
      return openWorkbookSession(context, target).status();
    },
    'workbook.backup': async ({ token }) => {
      const target = context.tokens.take(token);
      await backupWorkbook(context.session().file, target);
      context.lastWritten = target;
      return { name: basename(target), folder: dirname(target) };
    },
    'workbook.verify': () => {
      const { db, path } = context.session().file;
      return verifyWorkbook(db, path);
    },
    'workbook.verifyFile': ({ token, code }) => verifyFile(context.tokens.take(token), { code }),
    'workbook.findState': ({ code }) => ({ state: findState(context.session().file.db, code) }),
    'workbook.health': () => context.care.health(),
    'reference.get': () => {
      const { plan, reference } = context.session().planData();
      return { plan, reference };
    },
  };
}

// Real workbooks for tests: made by the product's own services, in a temporary folder.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { openFile } from '#electron/db/open.ts';
import { type Session, startSession } from '#electron/services/session.ts';
import { createWorkbookFile, type NewWorkbook } from '#electron/services/workbook-files.ts';
import type { AppEvent } from '#shared/contract/events.ts';

export const HONGTA: NewWorkbook = { regionCode: '530402', firstYear: 2021, lastYear: 2025 };

export function makeWorkbook(folder: string, spec: Partial<NewWorkbook> = {}): string {
  const path = join(folder, `${randomUUID()}.xianjie`);
  createWorkbookFile(path, { ...HONGTA, ...spec });
  return path;
}

/** A session on a workbook, with the events it sends. */
export function openSession(path: string): { session: Session; events: AppEvent[] } {
  const events: AppEvent[] = [];
  return { session: startSession(openFile(path), (event) => events.push(event)), events };
}

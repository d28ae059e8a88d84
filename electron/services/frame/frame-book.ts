// The frame as a workbook of sheets: written for people to edit, and taken in again as one undo step. On any fault
// nothing is changed; each names its sheet and row.
import { basename } from 'node:path';
import { ReadError } from '#electron/excel/read/index.ts';
import { readOrTakeOver } from '#electron/excel/read/read-ahead.ts';
import { writeFrameBook } from '#electron/excel/write/frame.ts';
import { assertOtherFile, type WrittenSheet, written } from '#electron/services/export.ts';
import { describeChanges } from '#shared/frame/describe-changes.ts';
import { type FramePart, frameFaults } from '#shared/frame/faults.ts';
import { isMoving, moveProject } from '#shared/frame/moves.ts';
import type { SheetFault } from '#shared/frame/sheets/frame-sheet.ts';
import { readFrameSheets } from '#shared/frame/sheets/read-frame-sheets.ts';
import { readSchemeSheet } from '#shared/frame/sheets/read-scheme-sheet.ts';
import { frameSheets, SHEET_NAMES } from '#shared/frame/sheets/write-frame-sheets.ts';
import type { WorkbookData } from '#shared/sheet/sheet.ts';
import { indicatorsOf } from '#shared/tables/indicators.ts';
import { AppError } from '#shared/values/app-error.ts';
import type { Session } from '../session.ts';
import { stateCodeOf } from '../state-code.ts';
import { countMoves, putFrame } from './save-frame.ts';

export async function exportFrame(session: Session, target: string): Promise<WrittenSheet> {
  assertOtherFile(target, session.file.path);
  const sheets = frameSheets(session.frame(), indicatorsOf(session.planData()));
  const notes = await writeFrameBook(target, sheets, stateCodeOf(session));
  return { ...written(target), notes };
}

export interface FrameImport {
  /** What changes, a sentence each; [] where the file says what is there already. */
  changes: string[];
  /** Projects that change with it, and of them those that have no class any more. */
  moved: number;
  unclassified: number;
}

/** Takes a frame in; `dryRun` only says what would change. Errors: invalid-input with `details.faults`, unsupported-file. */
export async function importFrame(session: Session, path: string, dryRun: boolean): Promise<FrameImport> {
  const file = basename(path);
  const book = await read(path);
  const data = session.planData();
  const before = session.frame();
  const reading = readFrameSheets(book, before, indicatorsOf(data)) ?? readSchemeSheet(book, before, file);
  if (!reading)
    throw new AppError(
      'unsupported-file',
      `“${file}”里没有规划设置：找不到名为“规划”“类别”“资金来源”“地区”等的工作表，也没有“一级｜二级｜三级｜编号”的类别表。请先导出一份规划设置，在上面改。`,
    );
  const { frame: after, moves, indicators } = reading;
  const faults: SheetFault[] = [...reading.faults];
  // A tree that was read in part only would miss things for no reason of its own.
  if (faults.every(({ sheet }) => sheet === SHEET_NAMES.plan || sheet === SHEET_NAMES.indicators)) {
    const projects = isMoving(moves) ? data.projects.map((project) => moveProject(project, moves)) : data.projects;
    for (const { part, id, message } of frameFaults(before, after, projects))
      faults.push({ ...(reading.rowOf(part, id) ?? { sheet: sheetOf(part), row: null }), message });
  }
  refuse(file, faults);
  const changes = describeChanges(before, after, indicators);
  if (changes.length === 0) return { changes, moved: 0, unclassified: 0 };
  if (dryRun) return { changes, ...countMoves(data.projects, moves) };
  const label = `装入规划设置“${file}”：${changes.slice(0, 2).join('，')}${changes.length > 2 ? `等 ${changes.length} 处` : ''}`;
  return { changes, ...putFrame(session, 'frame.import', label, after, moves, indicators) };
}

function sheetOf(part: FramePart): string {
  return part === 'schemes' ? SHEET_NAMES.categories : SHEET_NAMES[part];
}

async function read(path: string): Promise<WorkbookData> {
  try {
    return await readOrTakeOver(path, {});
  } catch (error) {
    if (error instanceof ReadError) throw new AppError('unsupported-file', error.message);
    throw error;
  }
}

function refuse(file: string, faults: readonly SheetFault[]): void {
  const [first] = faults;
  if (!first) return;
  const lines = faults.slice(0, 20).map(({ sheet, row, message }) => {
    const place = row === null ? `“${sheet}”：` : `“${sheet}”第 ${row} 行：`;
    return `${place}${message}`;
  });
  const more = faults.length > lines.length ? `\n还有 ${faults.length - lines.length} 处没有列出。` : '';
  throw new AppError('invalid-input', `“${file}”有 ${faults.length} 处不对，没有改动。\n${lines.join('\n')}${more}`, {
    faults,
  });
}

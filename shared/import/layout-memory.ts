// Remembering how a layout was mapped, so that the next sheet of the same office needs no choices.

import { columnLetters } from '../sheet/sheet.ts';
import type { AmountUnit } from '../values/parse-amount.ts';
import { headerWord } from './header-words.ts';
import { isSheetKind, type SheetKind } from './kinds/sheet-kinds.ts';
import type { ColumnKey, HeaderColumn, ReadColumn, TableChoices } from './reading.ts';

/** A remembered mapping; columns count from the first of the table, so that a sheet may start further right. */
export interface LayoutMemory {
  columns: Record<number, ColumnKey | null>;
  unit: AmountUnit | null;
  /** Absent in memories from before there were kinds. */
  kind?: SheetKind;
}

/** Names a layout by its header words in order. */
export function layoutFingerprint(columns: readonly HeaderColumn[]): string {
  return columns.map((column) => column.path.map((text) => headerWord(text).word).join('>')).join('|');
}

/** What is worth remembering: only what the user decided against or beyond the matcher. */
export function rememberLayout(columns: readonly ReadColumn[], choices: TableChoices): LayoutMemory | null {
  const first = columns[0]?.column ?? 1;
  const found: Record<number, ColumnKey | null> = {};
  for (const column of columns) {
    const choice = choices.mapping?.[column.letter];
    if (choice !== undefined) found[column.column - first] = choice;
  }
  const unit = choices.unit ?? null;
  if (Object.keys(found).length === 0 && unit === null && choices.kind === undefined) return null;
  return { columns: found, unit, ...(choices.kind === undefined ? {} : { kind: choices.kind }) };
}

/** What is remembered after another import of the layout: what was decided now over what was decided before. */
export function mergeLayouts(before: LayoutMemory | undefined, now: LayoutMemory): LayoutMemory {
  return { ...before, ...now, columns: { ...before?.columns, ...now.columns }, unit: now.unit ?? before?.unit ?? null };
}

/** The choices that a memory stands for in a table that begins in column `first`. */
export function recallLayout(memory: LayoutMemory, first: number): TableChoices {
  const mapping: Record<string, ColumnKey | null> = {};
  for (const [offset, key] of Object.entries(memory.columns)) mapping[columnLetters(first + Number(offset))] = key;
  return {
    mapping,
    ...(memory.unit === null ? {} : { unit: memory.unit }),
    ...(isSheetKind(memory.kind) ? { kind: memory.kind } : {}),
  };
}

// The option --kind of xianjie import: what kind of sheet a table is, for all tables or for one.
import { isSheetKind, SHEET_KINDS, type SheetKind } from '#shared/import/kinds/sheet-kinds.ts';
import type { TablePreview } from '#shared/import/preview.ts';
import { UsageError } from './command.ts';

export interface ChosenKind {
  kind: SheetKind;
  /** First row of the header of the table meant; null: every table. */
  row: number | null;
  /** Its sheet; null: any. */
  sheet: string | null;
}

export const KIND_IDS: readonly string[] = SHEET_KINDS.map(({ id }) => id);

/** Reads `progress`, `8=progress` or `项目表!8=progress`. Throws UsageError. */
export function readKind(text: string): ChosenKind {
  const found = /^(?:(?:(.+)!)?(\d+)=)?([a-z]+)$/.exec(text);
  const kind = found?.[3];
  if (!found || !isSheetKind(kind))
    throw new UsageError(
      `--kind 应是 ${KIND_IDS.join('、')} 之一，或“表头行号=种类”，如 8=projects。现在是“${text}”。`,
    );
  return { kind, row: found[2] === undefined ? null : Number(found[2]), sheet: found[1] ?? null };
}

/** The choices as answers; what names one table goes before what holds for all. Throws UsageError where no table is meant. */
export function kindAnswers(tables: readonly TablePreview[], chosen: readonly ChosenKind[]): Record<string, string> {
  const answers: Record<string, string> = {};
  for (const { kind, row, sheet } of chosen.toSorted((a, b) => Number(a.row !== null) - Number(b.row !== null))) {
    const meant = tables.filter(
      (table) => (row === null || table.headerRows[0] === row) && (sheet === null || table.sheet === sheet),
    );
    if (meant.length === 0) {
      const known = tables.map((table) => `“${table.sheet}”第 ${table.headerRows[0] ?? 0} 行`).join('、');
      throw new UsageError(`没有表头在第 ${row} 行的表。读到的表，表头在：${known}。`);
    }
    for (const { kindQuestion } of meant) answers[kindQuestion] = kind;
  }
  return answers;
}

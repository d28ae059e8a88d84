// The columns of the grid: 序号, then the annex columns, then those of the other fields that the user asked for.
import { annexColumns, type Column, columnsOf, type FieldKind } from '#shared/domain/fields.ts';
import type { PlanInfo, ReferenceData } from '#shared/domain/reference.ts';

export interface GridColumn {
  /** Column key of the list; '#' is 序号. */
  key: string;
  label: string;
  group?: string;
  /** null: 序号, which is not stored. */
  column: Column | null;
  kind: FieldKind | 'number';
  /** Pixels. */
  width: number;
  pinned: boolean;
  help: string;
}

export const NUMBER_KEY = '#';

const NUMBER_COLUMN: GridColumn = {
  key: NUMBER_KEY,
  label: '序号',
  column: null,
  kind: 'number',
  width: 52,
  pinned: true,
  help: '在本标题下的序号；双击打开项目卡片。',
};

/** Pixels of a column that is `width` characters wide on paper. */
function pixels(column: Column): number {
  const wide = { name: 270, content: 210, unit: 130, note: 96, period: 96 } as Record<string, number>;
  // The header must not be cut: a Chinese sign is 13 px wide.
  if (column.kind === 'amount') return Math.max(108, column.label.length * 13 + 30);
  return wide[column.key] ?? Math.max(64, column.width * 8 + 16);
}

function gridColumn(column: Column): GridColumn {
  return {
    key: column.key,
    label: column.label,
    ...(column.group ? { group: column.group } : {}),
    column,
    kind: column.kind,
    width: pixels(column),
    pinned: column.key === 'name',
    help: column.field.help,
  };
}

/** The shown columns: the annex's, with the extra ones at their place in the field table, 名称 first. */
export function gridColumns(plan: PlanInfo, reference: ReferenceData, extra: ReadonlySet<string>): GridColumn[] {
  const annex = new Set(annexColumns(plan, reference).map((column) => column.key));
  const shown = columnsOf(plan, reference).filter((column) => annex.has(column.key) || extra.has(column.key));
  const name = shown.filter((column) => column.key === 'name');
  const rest = shown.filter((column) => column.key !== 'name');
  return [NUMBER_COLUMN, ...[...name, ...rest].map(gridColumn)];
}

/** Columns that can be switched on besides the annex's. */
export function extraColumns(plan: PlanInfo, reference: ReferenceData): Column[] {
  return columnsOf(plan, reference).filter((column) => !column.field.annex);
}

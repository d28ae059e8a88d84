// The columns of the grid as it draws them: 序号, then the columns of the view in their order and width.
import { type Column, columnsOf, type FieldKind } from '#shared/domain/fields.ts';
import type { PlanInfo, ReferenceData } from '#shared/domain/reference.ts';
import { USUAL_FROZEN, type ViewLayout } from './layout/look.ts';

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

/** The least width of a column, pixels. */
export const LEAST_WIDTH = 40;

/** The shown columns: 序号, then those of `keys` in their order; the first `frozen` of them stay in sight. */
export function gridColumns(
  plan: PlanInfo,
  reference: ReferenceData,
  keys: readonly string[],
  layout: Pick<ViewLayout, 'widths' | 'frozen'> = {},
): GridColumn[] {
  const all = new Map(columnsOf(plan, reference).map((column) => [column.key, column]));
  const shown = keys.flatMap((key): GridColumn[] => {
    const column = all.get(key);
    if (!column) return [];
    const { label, group, kind, field } = column;
    const head = { key, label, ...(group ? { group } : {}), column, kind };
    return [{ ...head, width: pixels(column), pinned: false, help: field.help }];
  });
  const frozen = layout.frozen ?? USUAL_FROZEN;
  return [NUMBER_COLUMN, ...shown].map((column, index) => ({
    ...column,
    width: Math.max(LEAST_WIDTH, layout.widths?.[column.key] ?? column.width),
    pinned: index < frozen,
  }));
}

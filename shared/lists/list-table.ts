// A list in its official columns, for screen, xlsx, docx and paper; the reader knows it again.
import type { Day } from '../domain/execution.ts';
import type { RecordValue } from '../records/kinds.ts';
import type { PlanData } from '../records/plan-data.ts';
import type { TableCell, TableColumn, TableResult } from '../tables/table.ts';
import type { Fen } from '../values/money.ts';
import { shownText } from './field-text.ts';
import type { ListField, ListId, ListSpec } from './list-spec.ts';

export interface ListTableChoice {
  /** What stands before the name of the list in the title; the region where it is ''. */
  of?: string;
  /** Years of a column each, where the list has such. */
  years?: readonly number[];
  day: Day;
}

/** The rows by their ids, in their order. */
export function listTable<K extends ListId>(
  data: PlanData,
  spec: ListSpec<K>,
  rows: readonly (readonly [id: string, value: RecordValue<K>])[],
  { of = '', years = [], day }: ListTableChoice,
): TableResult {
  const fields = spec.fields.filter(({ isOffForm }) => !isOffForm);
  const yearly = spec.years && !spec.years.isRowEach ? yearsOf(rows, spec, years) : [];
  const at = fields.findIndex(({ key }) => key === 'goal') + 1;
  const columns: TableColumn[] = [
    { key: 'number', label: '序号', kind: 'text', isNarrow: true },
    ...fields.map(columnOf),
  ];
  columns.splice(
    ...([at + 1, 0] as const),
    ...yearly.map(
      (year): TableColumn => ({
        key: `year:${year}`,
        label: `${year}年`,
        group: spec.years?.group ?? '',
        kind: 'text',
      }),
    ),
  );
  return {
    ...{ id: spec.id, number: '', title: `${of || data.plan.regionName}${spec.name}`, unit: '万元', columns },
    rows: rows.map(([id, value], index) => {
      const texts = spec.shown?.(value, data) ?? {};
      const own = value as Readonly<Record<string, unknown>>;
      const cells: TableCell[] = [
        { kind: 'text', text: String(index + 1) },
        ...fields.map((field) => cellOf(field, texts[field.key] ?? own[field.key])),
      ];
      const byYear = (own[spec.years?.key ?? ''] ?? {}) as Readonly<Record<string, string>>;
      cells.splice(at + 1, 0, ...yearly.map((year): TableCell => textCell(byYear[year] ?? '')));
      return { key: id, role: 'item', depth: 0, cells };
    }),
    notes: [`截至 ${day}，共 ${rows.length} ${spec.measure}${spec.noun}。`],
    ...{ source: '', charts: [] },
  };
}

function yearsOf(
  rows: readonly (readonly [string, unknown])[],
  { years: spec }: ListSpec,
  years: readonly number[],
): number[] {
  const own = rows.flatMap(([, value]) =>
    Object.keys((value as Record<string, object>)[spec?.key ?? ''] ?? {}).map(Number),
  );
  return [...new Set([...years, ...own])].sort((a, b) => a - b);
}

function columnOf({ key, label, group, kind, counts, isNarrow }: ListField): TableColumn {
  const kinds = { count: 'count', wan: 'amount' } as const;
  return {
    ...{ key, label, kind: kind === 'count' || kind === 'wan' ? kinds[kind] : 'text' },
    ...(group === undefined ? {} : { group }),
    ...(counts === undefined ? {} : { counts }),
    ...(isNarrow ? { isNarrow } : {}),
  };
}

const textCell = (text: string): TableCell => (text === '' ? { kind: 'blank' } : { kind: 'text', text });

function cellOf(field: ListField, value: unknown): TableCell {
  if (value === null || value === undefined) return { kind: 'blank' };
  if (field.kind === 'count') return { kind: 'count', value: value as number };
  if (field.kind === 'wan') return { kind: 'amount', fen: value as Fen };
  return textCell(shownText(field, value));
}

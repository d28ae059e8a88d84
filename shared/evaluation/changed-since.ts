// What of an evaluation's tables is another figure today: the report stays as it was, the difference is told.
import { tableCellText } from '../format/table-text.ts';
import type { Evaluation, EvaluationBlock, EvaluationTable } from '../records/evaluation.ts';

export interface ChangedCell {
  /** 表2 各类项目实施情况表. */
  table: string;
  row: string;
  column: string;
  before: string;
  after: string;
}

function tablesOf(blocks: readonly EvaluationBlock[]): EvaluationTable[] {
  return blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
}

/** Running numbers move with the rows before them. */
const ORDER = new Set(['number']);

const nameOf = ({ columns }: EvaluationTable): number =>
  Math.max(
    0,
    columns.findIndex(({ key }) => key === 'name'),
  );

/** Cells that differ from the same report made today; rows that came and went are told once. */
export function changedSince(evaluation: Pick<Evaluation, 'blocks'>, fresh: readonly EvaluationBlock[]): ChangedCell[] {
  const now = new Map(tablesOf(fresh).map((table) => [table.id, table]));
  return tablesOf(evaluation.blocks).flatMap((before) => {
    const after = now.get(before.id);
    return after ? tableChanges(before, after) : [];
  });
}

function tableChanges(before: EvaluationTable, after: EvaluationTable): ChangedCell[] {
  const table = [before.number, before.title].filter((part) => part !== '').join(' ');
  const rows = new Map(after.rows.map((row) => [row.key, row]));
  const rowName = (owner: EvaluationTable, cells: EvaluationTable['rows'][number]['cells']): string =>
    tableCellText(cells[nameOf(owner)]);
  const changes: ChangedCell[] = before.rows.flatMap((row) => {
    const now = rows.get(row.key);
    const name = rowName(before, row.cells);
    if (!now) return [{ table, row: name, column: '', before: '有这一行', after: '没有' }];
    return before.columns.flatMap((column, at) => {
      if (ORDER.has(column.key)) return [];
      const place = after.columns.findIndex(({ key }) => key === column.key);
      const [old, fresh] = [tableCellText(row.cells[at]), tableCellText(now.cells[place])];
      const label = column.group === undefined ? column.label : `${column.group}${column.label}`;
      return old === fresh ? [] : [{ table, row: name, column: label, before: old, after: fresh }];
    });
  });
  const known = new Set(before.rows.map(({ key }) => key));
  const come = after.rows.filter(({ key }) => !known.has(key));
  return [
    ...changes,
    ...come.map(({ cells }) => ({ table, row: rowName(after, cells), column: '', before: '没有', after: '有这一行' })),
  ];
}

/** 表2 各类项目实施情况表“种植业”竣工：3 → 5. */
export function changedWords({ table, row, column, before, after }: ChangedCell): string {
  const value = (text: string): string => (text === '' ? '空' : text);
  return `${table}“${row}”${column}：${value(before)} → ${value(after)}`;
}

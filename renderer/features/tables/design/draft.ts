// A table design while it is being edited: choices that go together, and what is still missing in words.
import { makeDesign, type TableDesign, tableDesign } from '#shared/records/table-design.ts';

/** What the editor starts with for a new table. */
export function newDesign(): TableDesign {
  return makeDesign({ title: '自定义汇总表', rows: ['town'] });
}

/** A copy of a table's design under a name of its own, in the annex. */
export function copyOf(design: TableDesign): TableDesign {
  return { ...design, title: `${design.title}（另做）`, chapter: 'annex' };
}

/** The design with a change, and with what the change makes impossible put right. */
export function changeDesign(design: TableDesign, change: Partial<TableDesign>): TableDesign {
  const next = { ...design, ...change };
  const [outer, inner] = next.rows;
  const rows = inner !== undefined && inner === outer ? next.rows.slice(0, 1) : next.rows;
  const columns = next.columns !== null && rows.includes(next.columns) ? null : next.columns;
  return {
    ...next,
    rows,
    columns,
    // Without columns of its own the sums are all that a row has.
    totalColumns: columns === null && next.totalColumns === 'none' ? 'first' : next.totalColumns,
    measures: next.measures.length > 0 ? next.measures : design.measures,
    spread: next.spread.length > 0 ? next.spread : design.spread,
  };
}

/** What keeps the design from being saved; null where nothing does. */
export function designProblem(design: TableDesign): string | null {
  const parsed = tableDesign.safeParse(design);
  if (!parsed.success) return parsed.error.issues[0]?.message ?? '表样填写有误';
  const { minTotal, maxTotal } = design.filter;
  if (minTotal !== undefined && maxTotal !== undefined && minTotal > maxTotal) return '总投资的下限大于上限';
  return null;
}

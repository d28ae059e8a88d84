// Where in the 项目表 something changed: the cells whose text differs from before, as a selection.
import type { Project } from '#shared/domain/project.ts';
import type { CellReader } from './cell-text.ts';
import type { GridColumn } from './grid-columns.ts';
import type { ProjectRow, Rows } from './rows.ts';
import { type Selection, type Span, selectSpan } from './selection.ts';

export interface ChangedPlace {
  /** null: none of the changed projects is on the screen. */
  selection: Selection | null;
  /** Changed projects that are in the list but hidden by a filter or a folded heading. */
  hidden: string[];
}

/** So many ranges are selected; of more scattered changes the first one. */
const MOST_RANGES = 60;

/** `before` is the list as it was, `after` as it is now. */
export function changedPlace(
  ids: ReadonlySet<string>,
  before: readonly Project[],
  after: readonly Project[],
  table: { rows: Rows; columns: readonly GridColumn[]; reader: CellReader; firstCol: number },
): ChangedPlace {
  const old = new Map(before.filter((project) => ids.has(project.id)).map((project) => [project.id, project]));
  const spans: Span[] = [];
  const shown = new Set<string>();
  table.rows.rows.forEach((row, index) => {
    if (row.kind !== 'project' || !ids.has(row.id)) return;
    shown.add(row.id);
    const { left, right } = changedColumns(row, old.get(row.id), table);
    const last = spans.at(-1);
    const goesOn = last?.to.row === index - 1 && last.from.col === left && last.to.col === right;
    if (goesOn) last.to = { row: index, col: right };
    else spans.push({ from: { row: index, col: left }, to: { row: index, col: right } });
  });
  const hidden = after.filter((project) => ids.has(project.id) && !shown.has(project.id)).map(({ id }) => id);
  const [first, ...rest] = spans;
  if (!first) return { selection: null, hidden };
  const isScattered = spans.length > MOST_RANGES;
  const selection: Selection = isScattered
    ? selectSpan(first.from, first.to)
    : { active: first.from, spans: [first, ...rest] };
  return { selection, hidden };
}

/** From the first to the last column that differs; the whole row where the project is new. */
function changedColumns(
  row: ProjectRow,
  before: Project | undefined,
  { columns, reader, firstCol }: { columns: readonly GridColumn[]; reader: CellReader; firstCol: number },
): { left: number; right: number } {
  const whole = { left: firstCol, right: columns.length - 1 };
  if (!before) return whole;
  const old: ProjectRow = { ...row, project: before };
  const differs = (column: GridColumn): boolean => reader.plain(row, column) !== reader.plain(old, column);
  const left = columns.findIndex(differs);
  // What changed has no column here, or it is the order.
  return left === -1 ? { left: firstCol, right: firstCol } : { left, right: columns.findLastIndex(differs) };
}

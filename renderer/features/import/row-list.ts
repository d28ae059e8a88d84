// The rows of a preview as the page shows them: filtered, counted, added up.

import { kindLabel } from '#shared/import/kinds/sheet-kinds.ts';
import type { CellChange, ImportChoices, ImportPreview, RowPreview } from '#shared/import/preview.ts';
import { addFen, type Fen, formatWanFull, parseWan, ZERO } from '#shared/values/money.ts';
import type { RowAction } from './import-state.ts';
import { openQuestions } from './questions.ts';

export const ACTIONS: readonly RowAction[] = ['add', 'update', 'unchanged', 'conflict', 'skip'];

export const ACTION_LABELS: Readonly<Record<RowAction, string>> = {
  add: '新增',
  update: '有变化',
  unchanged: '未变',
  conflict: '冲突',
  skip: '跳过',
};

export function rowKey(row: Pick<RowPreview, 'table' | 'row'>): string {
  return `${row.table}:${row.row}`;
}

/** Rows that the user left out show as 跳过 at once, before the backend has counted again. */
export function actionOf(row: RowPreview, skipped: ReadonlySet<string>): RowAction {
  return skipped.has(rowKey(row)) ? 'skip' : row.action;
}

export function skippedRows(choices: ImportChoices): ReadonlySet<string> {
  return new Set(choices.skipRows);
}

export function countActions(rows: readonly RowPreview[], skipped: ReadonlySet<string>): Record<RowAction, number> {
  const counts: Record<RowAction, number> = { add: 0, update: 0, unchanged: 0, conflict: 0, skip: 0 };
  for (const row of rows) counts[actionOf(row, skipped)] += 1;
  return counts;
}

/** What the rows that come in (or stand unchanged) add up to, exactly. */
export function sumTaken(rows: readonly RowPreview[], skipped: ReadonlySet<string>): Fen {
  let sum = ZERO;
  for (const row of rows) {
    const action = actionOf(row, skipped);
    if (action === 'skip' || action === 'conflict') continue;
    sum = addFen(sum, parseWan(row.totalWan.replaceAll(',', '')) ?? ZERO);
  }
  return sum;
}

/** The rows of a filter. Rows that were left out stay where they were (`left`), so that none jumps away when clicked. */
export function filterRows(
  rows: readonly RowPreview[],
  skipped: ReadonlySet<string>,
  left: Readonly<Record<string, RowAction>>,
  action: RowAction | null,
): readonly RowPreview[] {
  if (action === null) return rows;
  return rows.filter((row) => {
    const now = actionOf(row, skipped);
    return now === action || (now === 'skip' && left[rowKey(row)] === action);
  });
}

/** Exact 万元 text with separators; what is no number stays as it is. */
export function showWan(text: string): string {
  const fen = parseWan(text.replaceAll(',', ''));
  return fen === undefined ? text : formatWanFull(fen);
}

/** “将新增 3 个、更新 2 个、未变 9 个，合计 1,234.50 万元”, and what else comes in of the tables. */
export function footSentence(
  rows: readonly RowPreview[],
  skipped: ReadonlySet<string>,
  preview: Pick<ImportPreview, 'tables' | 'counties'>,
): string {
  const kept = preview.tables.filter(({ keptRows }) => keptRows > 0);
  const keptText = kept
    .map(({ kind, keptRows, postings }) =>
      postings && postings.added + postings.updated + postings.known > 0
        ? `公示登记新增 ${postings.added} 条、更新 ${postings.updated} 条`
        : `${kindLabel(kind)} ${keptRows} 行只留来源`,
    )
    .join('、');
  if (rows.length === 0) {
    const claims = countClaims(preview);
    const claimText = claims > 0 || kept.length === 0 ? `${claims} 项数字留作核对` : '';
    return ['没有项目', claimText, keptText].filter((text) => text !== '').join('，');
  }
  const counts = countActions(rows, skipped);
  const parts = [`将新增 ${counts.add} 个`, `更新 ${counts.update} 个`, `未变 ${counts.unchanged} 个`];
  if (counts.conflict > 0) parts.push(`冲突 ${counts.conflict} 个（不导入）`);
  const withdrawn = preview.counties.reduce(
    (sum, county) => sum + (isComing(county) ? county.withdrawn.projects : 0),
    0,
  );
  if (withdrawn > 0) parts.push(`撤回 ${withdrawn} 个`);
  if (counts.skip > 0) parts.push(`跳过 ${counts.skip} 个`);
  const sum = `${parts.join('、')}，合计 ${formatWanFull(sumTaken(rows, skipped))} 万元`;
  return keptText === '' ? sum : `${sum}；${keptText}`;
}

function isComing({ taken }: ImportPreview['counties'][number]): boolean {
  return taken === 'replace' || taken === 'add';
}

export function countClaims(preview: Pick<ImportPreview, 'tables'>): number {
  return preview.tables.reduce((sum, table) => sum + table.assertions, 0);
}

/** Figures first, short words before long ones: what a line of the list has room for should matter most. */
export function changesInBrief(changes: readonly CellChange[]): CellChange[] {
  const rank = ({ column, before, after }: CellChange): number =>
    column === 'total' ? 0 : /^(?:source|year|cell):/.test(column) ? 1 : before.length + after.length > 24 ? 3 : 2;
  return changes
    .toSorted((a, b) => rank(a) - rank(b))
    .map((change) => ({ ...change, before: clip(change.before), after: clip(change.after) }));
}

const CLIP = 14;

function clip(text: string): string {
  const letters = [...text];
  return letters.length > CLIP ? `${letters.slice(0, CLIP - 1).join('')}…` : text;
}

/** Why 导入 cannot be pressed yet; null where it can. */
export function blockedBy(preview: ImportPreview, choices: ImportChoices, readOnly: string | null): string | null {
  if (readOnly !== null) return readOnly;
  const open = openQuestions(preview, choices);
  if (open.length > 0) return `还有 ${open.length} 个问题没有回答，请在“需要确认”中选定。`;
  if (preview.tables.length === 0) return '没有可以导入的表。';
  const counts = countActions(preview.rows, skippedRows(choices));
  const hasKept = preview.tables.some(({ keptRows }) => keptRows > 0);
  if (counts.add + counts.update + counts.unchanged === 0 && countClaims(preview) === 0 && !hasKept)
    return '没有可以导入的项目。';
  return null;
}

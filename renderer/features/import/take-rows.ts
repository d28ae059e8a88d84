// Taking single rows of a preview in, or leaving them out.
import type { RowPreview } from '#shared/import/preview.ts';
import { chooseRows } from './choices.ts';
import type { ImportFlow } from './import-flow.ts';
import { rowKey } from './row-list.ts';

/** Takes rows in or leaves them out; what the latter would have been is kept for the filters. */
export function takeRows(flow: ImportFlow, rows: readonly RowPreview[], isTaken: boolean): void {
  if (!isTaken) {
    const left = rows.filter((row) => row.action !== 'skip').map((row) => [rowKey(row), row.action] as const);
    flow.state.set((before) => ({ left: { ...before.left, ...Object.fromEntries(left) } }));
  }
  flow.change((before) => chooseRows(before, rows.map(rowKey), isTaken));
}

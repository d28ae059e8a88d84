// Commands of 勾稽审核.

import { type Command, command } from '../../commands/command.ts';
import { hasWorkbook, inGrid } from '../../commands/when.ts';
import type { Session } from '../../session.ts';
import { goToNextFinding } from './finding-step.ts';

/** Takes over what is being typed first: it may be the repair of the finding that is left. */
function step(session: Session, by: 1 | -1): void {
  session.grid.current?.commit();
  goToNextFinding(session, by);
}

/** 构成 of the subtotal under the cursor; the name of a heading stands for its count. */
function showComposition({ grid, nav, messenger }: Session): void {
  const place = grid.current?.current();
  const column = place?.columnKey === 'name' ? 'count' : (place?.columnKey ?? '');
  const isFigure = /^(count|total|(source|year):.+)$/.test(column);
  if (place?.figureRow && isFigure) nav.set({ composition: { row: place.figureRow, column } });
  else messenger.current.warn('请先选中标题行或合计行里的金额或个数，再查看构成。');
}

export const CHECK_COMMANDS: readonly Command[] = [
  command('转到', 'checks.next', '下一条审核结果', 'F8', hasWorkbook, ({ session }) => step(session, 1)),
  command('项目表', 'grid.composition', '查看构成', undefined, inGrid, ({ session }) => showComposition(session)),
  command('转到', 'checks.previous', '上一条审核结果', 'Shift+F8', hasWorkbook, ({ session }) => step(session, -1)),
];

// 撤销 and 重做: says what was taken back and has the 项目表 show where.
import type { MethodOutput, WorkbookStatus } from '#shared/contract/methods.ts';
import { KEYS } from '../api/queries.ts';
import type { Session } from '../session.ts';
import { isTextField } from './focus.ts';

const WORDS = {
  undo: { method: 'history.undo', doing: '正在撤销', done: '已撤销' },
  redo: { method: 'history.redo', doing: '正在重做', done: '已重做' },
} as const;

/** In a text field that field's own step, else the workbook's. */
export async function stepHistory(
  session: Session,
  workbook: WorkbookStatus | null,
  direction: 'undo' | 'redo',
): Promise<void> {
  if (isTextField(document.activeElement)) {
    document.execCommand(direction);
    return;
  }
  const { method, doing, done } = WORDS[direction];
  const label = workbook?.[direction]?.label ?? '';
  const before = session.queries.getQueryData<MethodOutput<'projects.list'>>(KEYS.projects)?.projects ?? [];
  const stop = session.transport.subscribe((event) => {
    if (event.type !== 'changed') return;
    stop();
    const ids = event.changed?.project ?? [];
    if (ids.length > 0) session.nav.set({ changed: { ids: new Set(ids), before } });
  });
  const status = await session.attempt(doing, () => session.write(method, {}));
  if (status) session.messenger.current.success(`${done}：${label}`);
  else stop();
}

// Commands of the window that stand in no menu bar.
import type { Session } from '../session.ts';
import { type Command, command } from './command.ts';
import { focusNextRegion } from './focus.ts';
import { canWrite, hasWorkbook } from './when.ts';

/** Ctrl+S out of habit: takes over what is being typed and says what is true, once the replies have come. */
function confirmSaved(session: Session): void {
  session.grid.current?.commit();
  const tell = (): void => {
    const { saving, saveFailed } = session.activity.get();
    if (saving > 0) return;
    stop();
    if (saveFailed === null) session.messenger.current.success('已保存。每次修改确认后都会自动写入工作簿文件。');
    else session.messenger.current.error(saveFailed);
  };
  const stop = session.activity.subscribe(tell);
  tell();
}

export const WINDOW_COMMANDS: readonly Command[] = [
  command('转到', 'go.region', '切换到下一个区域', 'F6', hasWorkbook, focusNextRegion),
  command('文件', 'file.save', '保存', 'CmdOrCtrl+S', hasWorkbook, ({ session }) => confirmSaved(session)),
  command('文件', 'file.verify', '校验工作簿', undefined, hasWorkbook, ({ session }) =>
    session.nav.set({ dialog: 'verify' }),
  ),
  command('项目表', 'plan.breakDown', '批量分解到年度和来源…', undefined, canWrite, ({ session }) =>
    session.nav.set({ dialog: 'breakdown' }),
  ),
];

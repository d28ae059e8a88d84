// The one list of commands. Names and keys of the menu bar's commands stand in shared/contract/menu.ts; here is what
// each of them does, and the further commands that only the page has.
import { MENU_COMMANDS } from '#shared/contract/menu.ts';
import type { PageId, Session } from '../session.ts';
import type { Command, CommandContext } from './command.ts';
import { backupWorkbook, closeWorkbook, exportProjects, openSample, openWorkbook } from './file-actions.ts';
import { focusNextRegion, isTextField } from './focus.ts';

type Doing = Pick<Command, 'when' | 'run'> & Partial<Pick<Command, 'yieldsToText'>>;

const always = (): boolean => true;
const hasWorkbook = (context: CommandContext): boolean => context.workbook !== null;
const canWrite = (context: CommandContext): boolean => context.workbook !== null && context.workbook.readOnly === null;
const inGrid = (context: CommandContext): boolean => hasWorkbook(context) && context.page === 'projects';
const inGridWritable = (context: CommandContext): boolean => canWrite(context) && context.page === 'projects';

const goTo = (page: PageId): Doing => ({ when: hasWorkbook, run: ({ session }) => session.nav.set({ page }) });

/** 撤销 and 重做: in a text field that field's own, else the workbook's. */
function stepHistory(session: Session, direction: 'undo' | 'redo'): void {
  if (isTextField(document.activeElement)) document.execCommand(direction);
  else {
    void session.attempt(direction === 'undo' ? '正在撤销' : '正在重做', () =>
      session.write(direction === 'undo' ? 'history.undo' : 'history.redo', {}),
    );
  }
}

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

const MENU_ACTIONS: Readonly<Record<string, Doing>> = {
  'file.new': { when: always, run: ({ session }) => session.nav.set({ page: 'start' }) },
  'file.open': { when: always, run: ({ session }) => void openWorkbook(session) },
  'file.sample': { when: always, run: ({ session }) => void openSample(session) },
  'file.close': { when: hasWorkbook, run: ({ session }) => void closeWorkbook(session) },
  'file.import': { when: canWrite, run: ({ session }) => session.nav.set({ page: 'import' }) },
  'file.export': { when: hasWorkbook, run: ({ session, workbook }) => void exportProjects(session, workbook) },
  'file.print': goTo('print'),
  'file.backup': { when: hasWorkbook, run: ({ session, workbook }) => void backupWorkbook(session, workbook) },
  'edit.undo': {
    yieldsToText: true,
    when: (context) => canWrite(context) && context.workbook?.undo != null,
    run: ({ session }) => stepHistory(session, 'undo'),
  },
  'edit.redo': {
    yieldsToText: true,
    when: (context) => canWrite(context) && context.workbook?.redo != null,
    run: ({ session }) => stepHistory(session, 'redo'),
  },
  'edit.find': {
    when: hasWorkbook,
    run: ({ session }) => {
      session.nav.set({ page: 'projects' });
      // The page may have to be drawn first.
      setTimeout(() => session.grid.current?.find(), 0);
    },
  },
  'edit.add': { yieldsToText: true, when: inGridWritable, run: ({ session }) => session.grid.current?.addRow() },
  'edit.remove': { yieldsToText: true, when: inGridWritable, run: ({ session }) => session.grid.current?.removeRows() },
  'go.overview': goTo('overview'),
  'go.projects': goTo('projects'),
  'go.tables': goTo('tables'),
  'go.checks': goTo('checks'),
  'go.import': goTo('import'),
  'go.print': goTo('print'),
  'go.history': goTo('history'),
  'help.keys': { when: always, run: ({ session }) => session.nav.set({ dialog: 'shortcuts' }) },
  'help.about': { when: always, run: ({ session }) => session.nav.set({ dialog: 'about' }) },
};

const PAGE_COMMANDS: readonly Command[] = [
  grid('grid.copy', '复制', 'CmdOrCtrl+C', inGrid, ({ session }) => session.grid.current?.copy(false)),
  grid('grid.cut', '剪切', 'CmdOrCtrl+X', inGridWritable, ({ session }) => session.grid.current?.copy(true)),
  grid('grid.paste', '粘贴', 'CmdOrCtrl+V', inGridWritable, ({ session }) => session.grid.current?.paste()),
  grid('grid.clear', '清除内容', 'Delete', inGridWritable, ({ session }) => session.grid.current?.clear()),
  grid('grid.selectAll', '全选', 'CmdOrCtrl+A', inGrid, ({ session }) => session.grid.current?.selectAll()),
  command('grid.fillDown', '向下填充', 'CmdOrCtrl+D', inGridWritable, ({ session }) =>
    session.grid.current?.fillDown(),
  ),
  command('grid.up', '上移', 'Alt+Shift+Up', inGridWritable, ({ session }) => session.grid.current?.moveRows('up')),
  command('grid.down', '下移', 'Alt+Shift+Down', inGridWritable, ({ session }) =>
    session.grid.current?.moveRows('down'),
  ),
  command('grid.card', '项目卡片', 'CmdOrCtrl+Shift+E', inGrid, ({ session }) => session.grid.current?.openCard()),
  command('grid.filter', '筛选', 'CmdOrCtrl+Shift+L', inGrid, ({ session }) => session.grid.current?.toggleFilter()),
  command('grid.collapse', '折叠全部标题', undefined, inGrid, ({ session }) =>
    session.grid.current?.setCollapsed(true),
  ),
  command('grid.expand', '展开全部标题', undefined, inGrid, ({ session }) => session.grid.current?.setCollapsed(false)),
  command('grid.empty', '显示或隐藏空类别', undefined, inGrid, ({ session }) => session.grid.current?.toggleEmpty()),
  command('go.region', '切换到下一个区域', 'F6', hasWorkbook, focusNextRegion, '转到'),
  command('file.save', '保存', 'CmdOrCtrl+S', hasWorkbook, ({ session }) => confirmSaved(session), '文件'),
  command(
    'file.verify',
    '校验工作簿',
    undefined,
    hasWorkbook,
    ({ session }) => session.nav.set({ dialog: 'verify' }),
    '文件',
  ),
];

function command(
  id: string,
  label: string,
  key: string | undefined,
  when: Command['when'],
  run: Command['run'],
  group = '项目表',
): Command {
  return { id, label, group, ...(key === undefined ? {} : { key }), when, run };
}

function grid(id: string, label: string, key: string, when: Command['when'], run: Command['run']): Command {
  return { ...command(id, label, key, when, run), isGridKey: true };
}

/** All commands; those of the menu bar first, in its order. */
export const COMMANDS: readonly Command[] = [
  ...MENU_COMMANDS.map((item): Command => {
    const doing = MENU_ACTIONS[item.id];
    if (!doing) throw new Error(`menu command ${item.id} does nothing`);
    const { id, label, group, accelerator, startsBlock } = item;
    return {
      id,
      label,
      group,
      ...(accelerator ? { key: accelerator } : {}),
      ...(startsBlock ? { startsBlock } : {}),
      ...doing,
    };
  }),
  ...PAGE_COMMANDS,
];

const BY_ID = new Map(COMMANDS.map((item) => [item.id, item]));

/** The command of an id; throws for an unknown one, which a test finds. */
export function commandOf(id: string): Command {
  const found = BY_ID.get(id);
  if (!found) throw new Error(`unknown command ${id}`);
  return found;
}

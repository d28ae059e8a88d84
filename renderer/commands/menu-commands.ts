// What the commands of the menu bar do; their names and keys stand in shared/contract/menu.ts.
import { MENU_COMMANDS } from '#shared/contract/menu.ts';
import type { PageId } from '../state/page.ts';
import type { Command } from './command.ts';
import { backupWorkbook, closeWorkbook, exportProjects, openSample, openWorkbook, saveAs } from './file-actions.ts';
import { showProof } from './show-proof.ts';
import { stepHistory } from './step-history.ts';
import { always, canWrite, hasWorkbook, inGridWritable } from './when.ts';

type Doing = Pick<Command, 'when' | 'run'> & Partial<Pick<Command, 'yieldsToText'>>;

const goTo = (page: PageId): Doing => ({ when: hasWorkbook, run: ({ session }) => session.nav.set({ page }) });

const openFind = (mode: 'find' | 'replace', when: Doing['when']): Doing => ({
  when,
  run: ({ session }) => {
    session.nav.set({ page: 'projects' });
    // The page may have to be drawn first.
    setTimeout(() => session.grid.current?.find(mode), 0);
  },
});

const MENU_ACTIONS: Readonly<Record<string, Doing>> = {
  'file.new': { when: always, run: ({ session }) => session.nav.set({ page: 'start' }) },
  'file.open': { when: always, run: ({ session }) => void openWorkbook(session) },
  'file.sample': { when: always, run: ({ session }) => void openSample(session) },
  'file.close': { when: hasWorkbook, run: ({ session }) => void closeWorkbook(session) },
  'file.import': { when: canWrite, run: ({ session }) => session.nav.set({ page: 'import' }) },
  'file.export': { when: hasWorkbook, run: ({ session, workbook }) => void exportProjects(session, workbook) },
  'file.proof': { when: always, run: ({ session, workbook }) => showProof(session, workbook !== null) },
  'file.print': goTo('print'),
  'file.exchange': goTo('exchange'),
  'file.saveAs': { when: hasWorkbook, run: ({ session, workbook }) => void saveAs(session, workbook) },
  'file.backup': { when: hasWorkbook, run: ({ session, workbook }) => void backupWorkbook(session, workbook) },
  'file.restore': { when: always, run: ({ session }) => session.nav.set({ page: 'restore', restoreFile: null }) },
  'file.password': { when: canWrite, run: ({ session }) => session.nav.set({ dialog: 'password' }) },
  'edit.undo': {
    yieldsToText: true,
    when: (context) => canWrite(context) && context.workbook?.undo != null,
    run: ({ session, workbook }) => void stepHistory(session, workbook, 'undo'),
  },
  'edit.redo': {
    yieldsToText: true,
    when: (context) => canWrite(context) && context.workbook?.redo != null,
    run: ({ session, workbook }) => void stepHistory(session, workbook, 'redo'),
  },
  'edit.find': openFind('find', hasWorkbook),
  'edit.replace': openFind('replace', canWrite),
  'edit.add': {
    yieldsToText: true,
    when: inGridWritable,
    run: ({ session }) => void session.grid.current?.rows.add('below'),
  },
  'edit.remove': {
    yieldsToText: true,
    when: inGridWritable,
    run: ({ session }) => void session.grid.current?.rows.remove(),
  },
  'help.keys': { when: always, run: ({ session }) => session.nav.set({ dialog: 'shortcuts' }) },
  'help.promise': { when: always, run: ({ session }) => session.nav.set({ dialog: 'promise' }) },
  'help.about': { when: always, run: ({ session }) => session.nav.set({ dialog: 'about' }) },
};

/** The commands of the menu bar, in its order. */
export const MENU_BAR_COMMANDS: readonly Command[] = MENU_COMMANDS.map((item): Command => {
  const page = /^go\.(\w+)$/.exec(item.id)?.[1];
  const doing = page === undefined ? MENU_ACTIONS[item.id] : goTo(page as PageId);
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
});

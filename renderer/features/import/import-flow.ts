// The course of an import: read, adjust as often as the user likes, take in or give up. One for each window.
import type { FileRef } from '#shared/contract/methods.ts';
import { findLeftOut, leftOutSentences } from '#shared/import/left-out.ts';
import type { ImportChoices, ImportPreview } from '#shared/import/preview.ts';
import type { Session } from '../../session.ts';
import { errorText } from '../../state/call.ts';
import { createStore, type Store } from '../../ui/store.ts';
import { receiveFiles } from './file-load.ts';
import { type ImportState, type RefusedFile, START } from './import-state.ts';
import { type KeptImport, keepImport, takeKeptImport } from './kept-import.ts';
import { keepQuestions, openQuestions } from './questions.ts';
import { hasNumbers, isMoved, renumber, tableMoves, withoutNumbers } from './renumber.ts';
import { foundSheets } from './table-words.ts';

export interface ImportFlow {
  state: Store<ImportState>;
  /** Shows the open dialog and reads what was chosen. */
  choose(): Promise<void>;
  /** Takes in files dropped on the window and reads them. */
  drop(files: readonly File[]): Promise<void>;
  /** Goes on with an import that was under way when the page was loaded anew. */
  resume(kept: KeptImport): Promise<void>;
  /** Stops reading, or forgets the preview. */
  cancel(): void;
  /** Sets the choices; the preview follows after a short pause. */
  change(next: (before: ImportChoices) => ImportChoices): void;
  commit(): Promise<void>;
  undo(): Promise<void>;
}

/** Long enough for several clicks in a row to become one reading. */
const PAUSE_MS = 300;

/** What is said where an import cannot go on after the page was loaded anew. */
const LOST = {
  preview: '页面重新载入过，上次没有完成的导入不能接着进行；工作簿没有改动，请重新选择文件。',
  committing: '正在写入时页面重新载入过：这次导入有没有写入，请看“版本与日志”的最新一步。',
} as const;

const flows = new WeakMap<Session, ImportFlow>();

/** The flow of a window; it lives as long as the window. */
export function importFlow(session: Session): ImportFlow {
  let flow = flows.get(session);
  if (!flow) {
    flow = createImportFlow(session);
    flows.set(session, flow);
    const { state } = flow;
    addEventListener('pagehide', () => keepImport(state.get()));
  }
  return flow;
}

/** After the page was loaded anew: goes on with the import that was under way, if there was one. */
export async function resumeImport(session: Session): Promise<void> {
  const kept = takeKeptImport();
  if (!kept) return;
  session.nav.set({ page: 'import' });
  await importFlow(session).resume(kept);
}

type FlowSession = Pick<Session, 'call' | 'write' | 'chooseOpen' | 'messenger' | 'transport'>;

/** Separate from importFlow for tests. */
export function createImportFlow(session: FlowSession): ImportFlow {
  const state = createStore<ImportState>(START);
  /** Raised whenever what is under way is no longer wanted: late replies of the round before are dropped. */
  let round = 0;
  /** The choices that the shown preview answers to. */
  let accepted: ImportChoices = {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;

  async function inspect(files: readonly FileRef[], refused: readonly RefusedFile[], mine: number): Promise<void> {
    if (mine !== round) return;
    if (files.length === 0) {
      state.set({ ...START, refused });
      return;
    }
    const tokens = files.map((file) => file.token);
    state.set({ files: files.map((file) => file.name), refused });
    try {
      const preview = await session.call('import.inspect', { tokens });
      if (mine !== round) {
        forget(preview.previewId);
      } else if (preview.tables.length === 0) {
        forget(preview.previewId);
        state.set({ ...START, refused: [...refused, ...nothingIn(preview)] });
      } else {
        const { questions } = preview;
        state.set({ stage: 'preview', preview, questions, sheets: foundSheets(preview), tab: firstTab(preview) });
      }
    } catch (thrown) {
      if (mine === round) state.set({ ...START, refused, error: isCancelled(thrown) ? null : errorText(thrown) });
    }
  }

  /** Ends what is shown and starts a new round. */
  function restart(stage: ImportState['stage']): number {
    clearTimeout(timer);
    timer = undefined;
    const before = state.get();
    if (before.preview) forget(before.preview.previewId);
    else if (before.stage === 'reading') forget(null);
    round += 1;
    accepted = {};
    state.set({ ...START, stage });
    return round;
  }

  function forget(previewId: string | null): void {
    session.call('import.cancel', { previewId }).catch(() => undefined);
  }

  async function lastChangeSet(): Promise<number | null> {
    return (await session.call('app.status', {})).workbook?.undo?.id ?? null;
  }

  async function mayLeave(): Promise<boolean> {
    const { stage, choices } = state.get();
    if (stage === 'committing') return false;
    if (stage !== 'preview' || Object.keys(choices).length === 0) return true;
    return session.messenger.current.confirm({
      title: '放弃现在这次导入？',
      content: '已经做的列对应、类别选择和逐行勾选不会保留；工作簿没有改动。',
      okText: '放弃，读取新的文件',
    });
  }

  async function adjustNow(): Promise<void> {
    while (state.get().choices !== accepted) {
      const { preview, choices } = state.get();
      if (!preview) return;
      const mine = round;
      try {
        const next = await session.call('import.adjust', { previewId: preview.previewId, choices: { ...choices } });
        if (mine !== round) return;
        await show(preview, next, choices);
      } catch (thrown) {
        if (mine !== round) return;
        // The preview still shows what the choices before gave.
        state.set({ choices: accepted, error: isCancelled(thrown) ? null : errorText(thrown) });
      }
    }
    state.set({ isAdjusting: false });
  }

  /** Shows an adjusted preview. Where tables have other numbers now, choices and selection follow their tables. */
  async function show(before: ImportPreview, next: ImportPreview, choices: ImportChoices): Promise<void> {
    const mine = round;
    const moves = tableMoves(before.tables, next.tables);
    const moved = isMoved(before.tables, moves);
    // The backend knows choices by number and value: it has to forget the old numbers before it gets the new ones.
    if (moved && hasNumbers(choices))
      await session.call('import.adjust', { previewId: next.previewId, choices: { ...withoutNumbers(choices) } });
    if (mine !== round) return;
    accepted = choices;
    state.set((now) => ({
      preview: next,
      questions: keepQuestions(now.questions, next.questions, choices),
      table: Math.min(moves.get(now.table) ?? 0, Math.max(0, next.tables.length - 1)),
      ...(moved ? { choices: renumber(now.choices, moves), left: {}, row: null } : {}),
    }));
  }

  function adjust(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    running ??= adjustNow().finally(() => {
      running = null;
    });
    return running;
  }

  session.transport.subscribe((event) => {
    // A preview is made against the projects of one workbook.
    if (event.type === 'workbook' && state.get().stage !== 'start') restart('start');
  });

  return {
    state,
    async choose() {
      if (!(await mayLeave())) return;
      const files = await session.chooseOpen('sheet', '选择要导入的电子表格（可以选多个）', true);
      if (files) await inspect(files, [], restart('reading'));
    },
    async drop(files) {
      if (files.length === 0 || !(await mayLeave())) return;
      const mine = restart('reading');
      state.set({ files: files.map((file) => file.name) });
      const { taken, refused } = await receiveFiles(session.call, files);
      await inspect(taken, refused, mine);
    },
    async resume({ stage, previewId, ...kept }) {
      const mine = restart('reading');
      state.set({ files: kept.files });
      try {
        if (previewId === null || stage !== 'preview') throw new Error('nothing to go on with');
        const preview = await session.call('import.adjust', { previewId, choices: { ...kept.choices } });
        if (mine !== round) return;
        accepted = kept.choices;
        state.set({ ...kept, stage, preview, questions: keepQuestions(kept.questions, preview.questions, accepted) });
        session.messenger.current.success('页面重新载入过，导入接着进行；工作簿还没有改动。');
      } catch {
        if (mine === round) state.set({ ...START, error: LOST[stage === 'committing' ? 'committing' : 'preview'] });
      }
    },
    cancel: () => void restart('start'),
    change(next) {
      const { choices, stage } = state.get();
      if (stage !== 'preview') return;
      state.set({ choices: next(choices), isAdjusting: true, error: null });
      clearTimeout(timer);
      timer = setTimeout(() => void adjust(), PAUSE_MS);
    },
    async commit() {
      const { preview, stage } = state.get();
      if (stage !== 'preview' || !preview) return;
      const mine = round;
      state.set({ error: null });
      if (state.get().isAdjusting) await adjust();
      const ready = state.get();
      // The last change was refused: the user has to see that first.
      if (mine !== round || ready.error !== null || !ready.preview) return;
      if (openQuestions(ready.preview, ready.choices).length > 0) {
        state.set({ tab: 'questions' });
        return;
      }
      state.set({ stage: 'committing' });
      try {
        const before = await lastChangeSet();
        const outcome = await session.write('import.commit', { previewId: ready.preview.previewId });
        const after = await lastChangeSet();
        const changeSetId = after === before ? null : after;
        const left = findLeftOut(ready.preview);
        const leftOut = [...leftOutSentences(left, ready.preview.tables), ...left.told];
        if (mine === round)
          state.set({ ...START, stage: 'done', done: { outcome, files: ready.files, changeSetId, leftOut } });
      } catch (thrown) {
        if (mine === round) state.set({ stage: 'preview', error: errorText(thrown) });
      }
    },
    async undo() {
      try {
        await session.write('history.undo', {});
        restart('start');
        session.messenger.current.success('已撤销这次导入，项目表回到导入之前。');
      } catch (thrown) {
        state.set({ error: errorText(thrown) });
      }
    },
  };
}

function isCancelled(thrown: unknown): boolean {
  return typeof thrown === 'object' && thrown !== null && 'code' in thrown && thrown.code === 'cancelled';
}

/** Why there is nothing to show: hidden sheets may be the reason. */
function nothingIn(preview: ImportPreview): RefusedFile[] {
  const remarks = preview.problems.filter((problem) => problem.code === 'hidden-sheet');
  return [...preview.unreadable, ...remarks.map(({ sheet, message }) => ({ file: sheet, message }))];
}

/** Where the eye is wanted first. */
function firstTab(preview: ImportPreview): ImportState['tab'] {
  if (preview.questions.length > 0) return 'questions';
  if (preview.counties.length > 0) return 'counties';
  return preview.tables.every((table) => table.remembered) ? 'rows' : 'columns';
}

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { chooseAnswer, chooseRows, chooseUnit } from '#renderer/features/import/choices.ts';
import { createImportFlow, type ImportFlow } from '#renderer/features/import/import-flow.ts';
import { START } from '#renderer/features/import/import-state.ts';
import type { AppEvent } from '#shared/contract/events.ts';
import { AppError } from '#shared/values/app-error.ts';
import { makePreview, makeTable } from './previews.ts';

/** A backend that keeps each call waiting until the test answers it. */
function makeBackend() {
  const calls: {
    method: string;
    input: Record<string, unknown>;
    answer: (value: unknown) => void;
    fail: (error: unknown) => void;
  }[] = [];
  const listeners = new Set<(event: AppEvent) => void>();
  const call = (method: string, input: Record<string, unknown>): Promise<unknown> =>
    new Promise((answer, fail) => calls.push({ method, input, answer, fail }));
  const confirm = vi.fn(async () => true);
  const flow: ImportFlow = createImportFlow({
    call: call as never,
    write: call as never,
    chooseOpen: async () => [{ token: 't1', name: '项目表.xlsx', folder: '' }],
    messenger: {
      current: { error: vi.fn(), success: vi.fn(), warn: vi.fn(), choose: vi.fn(), password: vi.fn(), confirm },
    },
    transport: {
      invoke: () => Promise.reject(new Error('unused')),
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  });
  const next = async (method: string) => {
    await vi.advanceTimersByTimeAsync(0);
    const at = calls.findIndex((one) => one.method === method);
    const [found] = at < 0 ? [] : calls.splice(at, 1);
    if (!found) throw new Error(`${method} was not called`);
    return found;
  };
  return {
    flow,
    next,
    confirm,
    pending: () => calls.map(({ method }) => method),
    emit(event: AppEvent) {
      for (const tell of listeners) tell(event);
    },
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function shown(preview = makePreview()) {
  const backend = makeBackend();
  void backend.flow.choose();
  (await backend.next('import.inspect')).answer(preview);
  await vi.advanceTimersByTimeAsync(0);
  return backend;
}

test('chosen files are read and shown; open questions come first', async () => {
  const question = { id: 'unit', message: '', options: [], assumed: null };
  const { flow } = await shown(makePreview({ questions: [question] }));
  expect(flow.state.get()).toMatchObject({ stage: 'preview', tab: 'questions', files: ['项目表.xlsx'] });
});

test('several changes in a row become one reading, with the last choices', async () => {
  const { flow, next, pending } = await shown();
  flow.change((before) => chooseRows(before, ['0:5'], false));
  flow.change((before) => chooseRows(before, ['0:6'], false));
  expect(pending()).toEqual([]);
  await vi.advanceTimersByTimeAsync(500);
  expect((await next('import.adjust')).input).toEqual({ previewId: 'p1', choices: { skipRows: ['0:5', '0:6'] } });
  expect(pending()).toEqual([]);
});

test('a change during a reading is read afterwards; until then the figures are marked as stale', async () => {
  const { flow, next } = await shown();
  flow.change((before) => chooseRows(before, ['0:5'], false));
  await vi.advanceTimersByTimeAsync(500);
  const first = await next('import.adjust');
  flow.change((before) => chooseRows(before, ['0:6'], false));
  first.answer(makePreview());
  await vi.advanceTimersByTimeAsync(500);
  expect(flow.state.get().isAdjusting).toBe(true);
  (await next('import.adjust')).answer(makePreview());
  await vi.advanceTimersByTimeAsync(0);
  expect(flow.state.get().isAdjusting).toBe(false);
});

test('a refused change is taken back and the reason stays', async () => {
  const { flow, next } = await shown();
  flow.change((before) => chooseRows(before, ['0:5'], false));
  await vi.advanceTimersByTimeAsync(500);
  (await next('import.adjust')).fail(new AppError('file-missing', '原文件已被移走。'));
  await vi.advanceTimersByTimeAsync(0);
  expect(flow.state.get()).toMatchObject({
    stage: 'preview',
    choices: {},
    error: '原文件已被移走。',
    isAdjusting: false,
  });
});

test('导入 waits for the reading under way', async () => {
  const { flow, next, pending } = await shown();
  flow.change((before) => chooseRows(before, ['0:5'], false));
  void flow.commit();
  expect(pending()).toEqual(['import.adjust']);
  (await next('import.adjust')).answer(makePreview());
  (await next('app.status')).answer({ workbook: { undo: { id: 6, label: '修改' } } });
  (await next('import.commit')).answer({ added: 1, updated: 0, unchanged: 0, projects: 1, totalWan: '10' });
  (await next('app.status')).answer({ workbook: { undo: { id: 7, label: '导入' } } });
  await vi.advanceTimersByTimeAsync(0);
  expect(flow.state.get()).toMatchObject({ stage: 'done', done: { changeSetId: 7, files: ['项目表.xlsx'] } });
});

test('导入 does nothing while a question is open', async () => {
  const question = { id: 'unit', message: '', options: [], assumed: '万元' };
  const { flow, next, pending } = await shown(makePreview({ questions: [question] }));
  await flow.commit();
  expect(pending()).toEqual([]);
  flow.change((before) => chooseAnswer(before, 'unit', '元'));
  void flow.commit();
  (await next('import.adjust')).answer(makePreview());
  (await next('app.status')).answer({ workbook: null });
  await next('import.commit');
});

test('a refused import stays on the preview with the reason', async () => {
  const { flow, next } = await shown();
  void flow.commit();
  (await next('app.status')).answer({ workbook: null });
  (await next('import.commit')).fail(new AppError('disk-full', '磁盘已满。'));
  await vi.advanceTimersByTimeAsync(0);
  expect(flow.state.get()).toMatchObject({ stage: 'preview', error: '磁盘已满。' });
});

test('an import that changes nothing leaves nothing to undo', async () => {
  const { flow, next } = await shown();
  void flow.commit();
  (await next('app.status')).answer({ workbook: { undo: { id: 6, label: '修改' } } });
  (await next('import.commit')).answer({ added: 0, updated: 0, unchanged: 1, projects: 1, totalWan: '10' });
  (await next('app.status')).answer({ workbook: { undo: { id: 6, label: '修改' } } });
  await vi.advanceTimersByTimeAsync(0);
  expect(flow.state.get().done?.changeSetId).toBeNull();
});

test('files without any table are named, and others can be chosen', async () => {
  const { flow } = await shown(
    makePreview({ tables: [], rows: [], unreadable: [{ file: '通讯录.csv', message: '没有表头' }] }),
  );
  expect(flow.state.get()).toMatchObject({ stage: 'start', refused: [{ file: '通讯录.csv', message: '没有表头' }] });
});

test('when a sheet is left out, choices follow their tables to the new numbers', async () => {
  const [one, two] = [makeTable({ sheet: '一批' }), makeTable({ sheet: '二批' })];
  const { flow, next, pending } = await shown(makePreview({ tables: [one, two] }));
  flow.change((before) => chooseUnit(chooseRows(before, ['1:5'], false), 1, '元'));
  flow.change((before) => ({ ...before, sheets: { 0: ['二批'] } }));
  await vi.advanceTimersByTimeAsync(500);
  (await next('import.adjust')).answer(makePreview({ tables: [two] }));
  // The backend first forgets the old numbers: it ties a choice to a table by number and value.
  const forgetting = await next('import.adjust');
  expect(forgetting.input.choices).toEqual({ sheets: { 0: ['二批'] } });
  forgetting.answer(makePreview({ tables: [two] }));
  const renumbered = { sheets: { 0: ['二批'] }, unit: { 0: '元' }, skipRows: ['0:5'] };
  const again = await next('import.adjust');
  expect(again.input.choices).toEqual(renumbered);
  again.answer(makePreview({ tables: [two] }));
  await vi.advanceTimersByTimeAsync(500);
  expect(pending()).toEqual([]);
  expect(flow.state.get()).toMatchObject({ choices: renumbered, isAdjusting: false });
});

test('取消 while reading stops the reader and drops a late reply', async () => {
  const backend = makeBackend();
  void backend.flow.choose();
  const inspect = await backend.next('import.inspect');
  backend.flow.cancel();
  expect((await backend.next('import.cancel')).input).toEqual({ previewId: null });
  inspect.answer(makePreview());
  await vi.advanceTimersByTimeAsync(0);
  expect(backend.flow.state.get().stage).toBe('start');
  expect((await backend.next('import.cancel')).input).toEqual({ previewId: 'p1' });
});

test('a file that cannot be read at all is said, and another can be chosen', async () => {
  const { flow, next } = makeBackend();
  void flow.choose();
  (await next('import.inspect')).fail(new AppError('encrypted-file', '文件加了密码。'));
  await vi.advanceTimersByTimeAsync(0);
  expect(flow.state.get()).toMatchObject({ stage: 'start', error: '文件加了密码。' });
});

test('new files replace a preview only after a question where work would be lost', async () => {
  const { flow, confirm, pending } = await shown();
  flow.change((before) => chooseRows(before, ['0:5'], false));
  confirm.mockResolvedValueOnce(false);
  await flow.choose();
  expect(flow.state.get().stage).toBe('preview');
  expect(pending()).not.toContain('import.inspect');
});

test('a preview goes with its workbook', async () => {
  const { flow, emit } = await shown();
  emit({ type: 'workbook', status: null });
  expect(flow.state.get()).toMatchObject({ stage: 'start', preview: null });
});

const kept = { ...START, previewId: 'p1', stage: 'preview', files: ['项目表.xlsx'] } as const;

test('goes on after the page was loaded anew, with the choices made', async () => {
  const { flow, next } = makeBackend();
  void flow.resume({ ...kept, choices: { skipRows: ['0:5'] }, tab: 'rows' });
  const { input, answer } = await next('import.adjust');
  expect(input).toEqual({ previewId: 'p1', choices: { skipRows: ['0:5'] } });
  answer(makePreview());
  await vi.advanceTimersByTimeAsync(0);
  expect(flow.state.get()).toMatchObject({
    stage: 'preview',
    tab: 'rows',
    choices: { skipRows: ['0:5'] },
    error: null,
  });
});

test('says so where it cannot go on', async () => {
  const gone = makeBackend();
  void gone.flow.resume(kept);
  (await gone.next('import.adjust')).fail(new AppError('not-found', '预览已不在。'));
  await vi.advanceTimersByTimeAsync(0);
  expect(gone.flow.state.get()).toMatchObject({ stage: 'start', error: expect.stringContaining('请重新选择文件') });
  const reading = makeBackend();
  await reading.flow.resume({ ...kept, previewId: null, stage: 'reading' });
  expect(reading.flow.state.get()).toMatchObject({ stage: 'start', error: expect.stringContaining('工作簿没有改动') });
  const writing = makeBackend();
  await writing.flow.resume({ ...kept, stage: 'committing' });
  expect(writing.flow.state.get()).toMatchObject({ stage: 'start', error: expect.stringContaining('版本与日志') });
});

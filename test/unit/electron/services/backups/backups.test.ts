// Automatic backups: read back before they count, made when they should be, never in the way of an edit.
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { chainHead } from '#electron/db/kernel/chain.ts';
import { type BackupTimes, keepBackups } from '#electron/services/backups/keep-backups.ts';
import { USUAL_LIMITS } from '#electron/services/backups/rotate.ts';
import { backupFolderOf, filesOf, readBackupFolder } from '#electron/services/backups/store.ts';
import { type BackupOrder, writeBackup } from '#electron/services/backups/write-backup.ts';
import { editProjects } from '#electron/services/project-edit.ts';
import type { Session } from '#electron/services/session.ts';
import { examineFile } from '#electron/services/verify.ts';
import { tamper } from '#test/support/tamper.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { makeWorkbook, openSession } from '#test/support/workbook.ts';

const folder = makeTempFolder();
let count = 0;
const newStore = (): string => {
  count += 1;
  return join(folder, `store-${count}`);
};

function orderFor(workbook: string, part: Partial<BackupOrder> = {}): BackupOrder {
  return { workbook, store: newStore(), reason: '测试', at: '2026-03-01T01:02:03.000Z', limits: USUAL_LIMITS, ...part };
}

function edit(session: Session, text: string): void {
  const id = session.planData().projects[0]?.id ?? '';
  editProjects(session, { edits: [{ id, column: 'total', text }], skipInvalid: false });
}

describe('writeBackup', () => {
  it('leaves a sound copy with a note of what is in it, also of an open workbook', () => {
    const path = makeWorkbook(folder, { sample: true });
    const { session } = openSession(path);
    edit(session, '123');
    const order = orderFor(path);
    const backup = writeBackup(order);
    expect(backup).toMatchObject({ projects: 514, step: 2, head: chainHead(session.file.db), reason: '测试' });
    expect(examineFile(backup.path)).toMatchObject({ problems: [], head: backup.head });
    expect(readBackupFolder(backupFolderOf(order.store, path))).toEqual([backup]);
    session.close();
  });

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['is cut short', (bytes) => bytes.subarray(0, bytes.length - 4096)],
    ['holds one other byte', (bytes) => flipped(bytes, Math.floor(bytes.length / 2))],
    ['is another workbook', () => readFileSync(makeWorkbook(folder, { sample: true }))],
    ['is empty', () => Buffer.alloc(0)],
  ])('does not call verified what %s on the disk', (_, spoil) => {
    const order = orderFor(makeWorkbook(folder, { sample: true }));
    const write = (target: string, bytes: Buffer): void => writeFileSync(target, spoil(bytes));
    expect(() => writeBackup(order, { write })).toThrow('与工作簿不一致');
    expect(filesOf(backupFolderOf(order.store, order.workbook))).toEqual([]);
  });

  it('makes none of a damaged workbook: sound ones would be pushed out', () => {
    const order = orderFor(makeWorkbook(folder, { sample: true }));
    const sound = writeBackup(order);
    tamper(order.workbook, "UPDATE allocation SET amount_fen = amount_fen + 1 WHERE year = 0 AND source = ''");
    expect(() => writeBackup(order)).toThrow(/有损坏，没有作自动备份：项目“.*”的总投资/);
    expect(readBackupFolder(backupFolderOf(order.store, order.workbook))).toEqual([sound]);
  });

  it('rotates by the given limits', () => {
    const order = orderFor(makeWorkbook(folder), { limits: { ...USUAL_LIMITS, newest: 2, days: 0, weeks: 0 } });
    for (const second of [1, 2, 3]) writeBackup({ ...order, at: `2026-03-01T00:00:0${second}.000Z` });
    const left = readBackupFolder(backupFolderOf(order.store, order.workbook));
    expect(left.map(({ at }) => at)).toEqual(['2026-03-01T00:00:03.000Z', '2026-03-01T00:00:02.000Z']);
    expect(filesOf(backupFolderOf(order.store, order.workbook))).toHaveLength(2);
  });
});

describe('keepBackups', () => {
  const NEVER: BackupTimes = { everyMs: null, quietMs: 0, onClose: false };

  it('saves before an operation what was there, and goes on when that is taken', async () => {
    const { session } = openSession(makeWorkbook(folder, { sample: true }));
    const keeper = keepBackups(session, { store: newStore(), times: NEVER });
    const head = chainHead(session.file.db);
    await keeper.before('导入前', true);
    edit(session, '5');
    await keeper.settled();
    const [backup] = readBackupFolder(keeper.state().folder);
    expect(backup).toMatchObject({ reason: '导入前', head });
    expect(keeper.state()).toMatchObject({ at: backup?.at, failed: null });
    session.close();
  });

  it('makes no second one of the same state, and none of a workbook without projects', async () => {
    const empty = openSession(makeWorkbook(folder)).session;
    const none = keepBackups(empty, { store: newStore(), times: NEVER });
    await none.before('导入前', true);
    await none.settled();
    expect(readBackupFolder(none.state().folder)).toEqual([]);
    empty.close();

    const { session } = openSession(makeWorkbook(folder, { sample: true }));
    const keeper = keepBackups(session, { store: newStore(), times: { ...NEVER, onClose: true } });
    await keeper.before('一', true);
    await keeper.before('二', true);
    // Nothing was changed since it was opened.
    keeper.close();
    expect(readBackupFolder(keeper.state().folder).map(({ reason }) => reason)).toEqual(['一']);
    session.close();
  });

  it('saves after some time of editing, and on closing what was changed since', async () => {
    const { session } = openSession(makeWorkbook(folder, { sample: true }));
    const onState = vi.fn();
    const keeper = keepBackups(session, {
      store: newStore(),
      times: { everyMs: 20, quietMs: 0, onClose: true },
      onState,
    });
    edit(session, '6');
    keeper.changed();
    await vi.waitFor(() => expect(onState).toHaveBeenCalled(), { timeout: 20_000 });
    edit(session, '7');
    keeper.close();
    const found = readBackupFolder(keeper.state().folder);
    expect(found.map(({ reason }) => reason)).toEqual(['关闭时', '定时']);
    expect(found[0]?.head).toBe(chainHead(session.file.db));
    session.close();
  });

  it('never fails the operation: a folder that cannot be written is told, once', async () => {
    const { session } = openSession(makeWorkbook(folder, { sample: true }));
    const store = join(folder, 'a-file');
    writeFileSync(store, 'no folder');
    chmodSync(store, 0o444);
    const onState = vi.fn();
    const keeper = keepBackups(session, { store, times: NEVER, onState });
    await keeper.before('导入前', true);
    await keeper.settled();
    await keeper.before('导入前', true);
    await keeper.settled();
    expect(onState.mock.calls.map(([state]) => state.failed)).toEqual([expect.stringContaining('没有作自动备份')]);
    edit(session, '8');
    session.close();
  });
});

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 0xff;
  return copy;
}

// A new kind of fact is one declaration: table, images with versions, log, undo, memory and events follow.
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bodyStore, bodyTable } from '#electron/db/kernel/body-store.ts';
import { commit, type Writer } from '#electron/db/kernel/commit.ts';
import { kind, openKernel } from '#electron/db/kernel/kind.ts';
import { readChanges } from '#electron/db/kernel/log.ts';
import { loadMemory } from '#electron/db/kernel/memory.ts';
import { readStacks, undo } from '#electron/db/kernel/undo.ts';
import { compareWithLog } from '#electron/db/kernel/verify.ts';
import { migrate, newerFormat } from '#electron/db/migrate.ts';

interface Memo {
  text: string;
  year: number;
}

/** One declaration. */
const memo = kind<Memo, readonly Memo[]>({
  title: '便条',
  tables: [bodyTable('memo', { year: '$.year' })],
  open: (db) => bodyStore<Memo>(db, 'memo'),
  schema: z.object({ text: z.string(), year: z.number() }),
  upgrades: [],
  isMergedByValue: true,
  slice: (images) => [...images.values()],
  words: (before, after) => [{ project: '便条', column: '文字', before: before?.text ?? '', after: after?.text ?? '' }],
});
/** One line. */
const kinds = { memo };

function openBook(path = ':memory:') {
  const db = new BetterSqlite3(path);
  migrate(db, { kinds });
  const kernel = openKernel(db, kinds);
  const memory = loadMemory(kernel);
  const writer: Writer<typeof kinds> = { kernel, author: () => '甲' };
  return { db, kernel, memory, writer };
}

describe('a kind that a test adds', () => {
  it('is stored, logged, in memory by slice, undone, and held against the log', () => {
    const { db, kernel, memory, writer } = openBook();
    const first = commit(writer, 'memo.save', '写便条', (tx) => tx.put('memo', 'a', { text: '甲', year: 2026 }));
    expect(memory.take(first.changes)).toEqual({ memo: ['a'] });
    const slice = memory.slice('memo');
    expect(slice).toEqual([{ text: '甲', year: 2026 }]);
    expect(memory.slice('memo')).toBe(slice);
    const second = commit(writer, 'memo.save', '改便条', (tx) => tx.put('memo', 'a', { text: '乙', year: 2026 }));
    memory.take(second.changes);
    expect(memory.slice('memo')).toEqual([{ text: '乙', year: 2026 }]);
    memory.take(undo(writer, readStacks(db)).changes);
    expect(memory.image('memo', 'a')).toEqual({ text: '甲', year: 2026 });
    expect(kernel.stores.memo.read('a')).toEqual({ text: '甲', year: 2026 });
    expect(compareWithLog(kernel)).toEqual([]);
    db.exec(`UPDATE memo SET body = '{"text":"丙","year":2026}'`);
    expect(compareWithLog(kernel)).toEqual([
      {
        entity: 'memo',
        id: 'a',
        stored: { text: '丙', year: 2026 },
        unreadable: [],
        logged: { text: '甲', year: 2026 },
      },
    ]);
  });

  it('finds its rows by the index that it names', () => {
    const { db } = openBook();
    const plan = db.prepare("EXPLAIN QUERY PLAN SELECT id FROM memo WHERE body ->> '$.year' = 2026").all();
    expect(JSON.stringify(plan)).toContain('memo_by_year');
    const next = db.prepare('EXPLAIN QUERY PLAN SELECT max(position) FROM memo').all();
    expect(JSON.stringify(next)).toContain('memo_by_position');
  });

  it('takes back a step whose images were written before a field was there', () => {
    const { db, writer } = openBook();
    commit(writer, 'memo.save', '写便条', (tx) => tx.put('memo', 'a', { text: '甲', year: 2026 }));
    commit(writer, 'memo.save', '改便条', (tx) => tx.put('memo', 'a', { text: '乙', year: 2026 }));
    const grown = {
      memo: kind<Memo & { pinned: boolean }, number>({
        ...memo,
        open: (at) => bodyStore<Memo & { pinned: boolean }>(at, 'memo'),
        schema: z.object({ text: z.string(), year: z.number(), pinned: z.boolean() }),
        upgrades: [(old: Memo) => ({ ...old, pinned: false })],
        slice: (images) => images.size,
        words: () => [],
      }),
    };
    const kernel = openKernel(db, grown);
    expect(readChanges(kernel, 1)[0]?.after).toEqual({ text: '甲', year: 2026, pinned: false });
    undo({ kernel, author: () => '' }, readStacks(db));
    expect(kernel.stores.memo.read('a')).toEqual({ text: '甲', year: 2026, pinned: false });
  });

  it('refuses to write back what its kind does not allow, and says so', () => {
    const { db, kernel, writer } = openBook();
    commit(writer, 'memo.save', '写便条', (tx) => tx.put('memo', 'a', { text: '甲' } as Memo));
    commit(writer, 'memo.save', '改便条', (tx) => tx.put('memo', 'a', { text: '乙', year: 2026 }));
    expect(() => undo(writer, readStacks(db))).toThrow(/“便条”不完整（year/);
    expect(kernel.stores.memo.read('a')).toEqual({ text: '乙', year: 2026 });
  });

  it('makes a file that a program without it only reads', () => {
    const { db } = openBook();
    expect(newerFormat(db, kinds)).toBeNull();
    expect(newerFormat(db)).toMatch(/不认识的内容“memo”/);
  });
});

// Workbooks that earlier programs wrote open, hold what they held, and their steps can be taken back.
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { listHistory } from '#electron/services/history.ts';
import { revertChangeSet } from '#electron/services/revert.ts';
import { verifyDatabase } from '#electron/services/verify.ts';
import { recordsOf } from '#shared/records/records.ts';
import { wanText, ZERO } from '#shared/values/money.ts';
import { makeOlderWorkbook } from '#test/support/older-workbook.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { openSession } from '#test/support/workbook.ts';

const folder = makeTempFolder();

describe('a workbook of 0.1.0', () => {
  it('is backed up as it was, and keeps its list, its frame and its records', () => {
    const path = makeOlderWorkbook(folder, 3);
    const bytes = readFileSync(path);
    const { session } = openSession(path);
    const { projects, reference, plan, records, claims } = session.planData();
    expect(projects.map(({ amounts }) => wanText(amounts.total ?? ZERO))).toEqual(['123.45', '700']);
    expect(projects[1]?.amounts.cells).toEqual({ '2022|fiscal': 10_500_000 });
    expect(plan).toMatchObject({ regionName: '红塔区', firstYear: 2021, lastYear: 2025 });
    // As that program laid it down, whatever the seeds say today.
    expect(reference.regions).toHaveLength(38);
    expect(reference.regions[0]).toMatchObject({ code: '530400', level: 'city', parent: null });
    expect(reference.schemes.map(({ id }) => id)).toEqual(['county', 'city']);
    expect(reference.categories).toHaveLength(45);
    expect(reference.mappings).toHaveLength(8);
    expect(reference.fundSources.find(({ id }) => id === 'fiscal')?.name).toBe('财政衔接资金');
    expect(reference.fundSources).toHaveLength(20);
    expect(reference.indicators.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
    expect(claims).toHaveLength(1);
    expect(recordsOf(records, 'explanation').size).toBe(1);
    const stem = basename(path, '.xianjie');
    const copies = readdirSync(folder).filter((name) => name.startsWith(`${stem}.升级前v3`));
    expect(copies).toHaveLength(1);
    expect(readFileSync(`${folder}/${copies[0]}`)).toEqual(bytes);
    expect(verifyDatabase(session.file.db)).toEqual([]);
    session.close();
  });

  it('takes its old steps back, one after the other, down to the empty list, and does them again', () => {
    const { session } = openSession(makeOlderWorkbook(folder, 3));
    const [before] = [session.planData()];
    let steps = 0;
    for (; session.status().undo !== null; steps += 1) session.undo();
    expect(session.planData().projects).toEqual([]);
    expect(recordsOf(session.planData().records, 'explanation').size).toBe(0);
    for (let step = 0; step < steps; step += 1) session.redo();
    expect(session.planData().projects).toEqual(before?.projects);
    expect(verifyDatabase(session.file.db)).toEqual([]);
    session.close();
  });

  it('takes one old step out of the middle', () => {
    const { session } = openSession(makeOlderWorkbook(folder, 3));
    const edit = listHistory(session, { before: null, limit: 50 }).find(({ label }) => label.includes('总投资'));
    revertChangeSet(session, edit?.id ?? 0);
    expect(wanText(session.planData().projects[0]?.amounts.total ?? ZERO)).not.toBe('123.45');
    session.close();
  });

  it('tells of provenance that is changed after the upgrade', () => {
    const path = makeOlderWorkbook(folder, 3);
    openSession(path).session.close();
    const db = new BetterSqlite3(path);
    db.exec('DROP TRIGGER import_row_keeps');
    db.exec("UPDATE import_row SET cells = replace(cells, '路', '桥')");
    expect(verifyDatabase(db).join()).toMatch(/升级工作簿格式.*写入以后被改动过/);
    db.close();
  });
});

it('a workbook of the first version opens with its projects', () => {
  const { session } = openSession(makeOlderWorkbook(folder, 1));
  expect(session.planData().projects).toHaveLength(2);
  expect(session.planData().records).toEqual({});
  session.close();
});

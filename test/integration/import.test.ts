// Importing through the one door: preview, choices, one commit, provenance, undo, and the way back out and in.
import { copyFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportPreview } from '#shared/import/preview.ts';
import { wan } from '#shared/values/money.ts';
import { makeTestApp, type TestApp } from '#test/support/app.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures');
const folder = makeTempFolder();
let app: TestApp;

beforeEach(async () => {
  app = makeTestApp(mkdtempSync(join(folder, 't-')));
  await app.call('workbook.create', {
    token: app.openToken(join(mkdtempSync(join(folder, 'w-')), 'a.xianjie')),
    regionCode: '530402',
  });
});
afterEach(() => {
  app.app.close();
});

function inspect(...names: string[]): Promise<ImportPreview> {
  return app.call('import.inspect', {
    tokens: names.map((name) => app.openToken(name.includes('/') ? name : join(FIXTURES, name))),
  });
}

function csv(name: string, lines: string[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.join('\r\n'));
  return path;
}

async function take(...names: string[]) {
  return app.call('import.commit', { previewId: (await inspect(...names)).previewId });
}

async function undoLabel(): Promise<string> {
  return (await app.call('app.status', {})).workbook?.undo?.label ?? '';
}

describe('the annex of 红塔区', () => {
  it('comes in as one undo step, in order, each project with its row', async () => {
    const preview = await inspect('hongta-annex-514.xlsx');
    expect(preview.counts).toEqual({ added: 514, updated: 0, unchanged: 0, conflicts: 0, skipped: 0 });
    expect((await app.call('projects.list', {})).projects).toEqual([]);
    const outcome = await app.call('import.commit', { previewId: preview.previewId });
    expect(outcome).toMatchObject({ added: 514, projects: 514, totalWan: '664599.38' });
    const { projects } = await app.call('projects.list', {});
    expect([projects.length, projects[0]?.name, projects[0]?.regionCode]).toEqual([
      514,
      '玉屏村花椒种植基地建设项目',
      '530402',
    ]);
    const { sources } = await app.call('projects.sources', { id: projects[0]?.id ?? '' });
    expect(sources.find((source) => source.column === 'total')).toMatchObject({
      file: 'hongta-annex-514.xlsx',
      sheet: '项目表',
      row: 8,
      cell: 'H8',
      header: '总投资',
      raw: '35.41',
    });
    expect(await undoLabel()).toBe('导入“hongta-annex-514.xlsx”：新增 514，更新 0');
    await app.call('history.undo', {});
    expect((await app.call('projects.list', {})).projects).toEqual([]);
    await app.call('history.redo', {});
    expect((await app.call('projects.list', {})).projects).toEqual(projects);
  });

  it('changes nothing when it comes twice, as .xls, or back from our own export', async () => {
    await take('hongta-annex-514.xlsx');
    const label = await undoLabel();
    const before = (await app.call('projects.list', {})).projects;
    for (const name of ['hongta-annex-514.xlsx', 'hongta-annex-514.xls']) {
      expect(await take(name)).toMatchObject({ added: 0, updated: 0, unchanged: 514 });
    }
    await app.call('export.projects', { token: app.openToken(join(folder, 'out.xlsx')) });
    expect(await take(join(folder, 'out.xlsx'))).toMatchObject({ added: 0, updated: 0, unchanged: 514 });
    expect(await undoLabel()).toBe(label);

    await app.call('workbook.create', {
      token: app.openToken(join(mkdtempSync(join(folder, 'w-')), 'b.xianjie')),
      regionCode: '530402',
    });
    expect(await take(join(folder, 'out.xlsx'))).toMatchObject({ added: 514, totalWan: '664599.38' });
    const bare = (list: typeof before) => list.map(({ id: _id, position: _position, ...rest }) => rest);
    expect(bare((await app.call('projects.list', {})).projects)).toEqual(bare(before));
  });

  it('leaves no finding behind', async () => {
    await take('hongta-annex-514.xlsx');
    const { findings } = await app.call('checks.run', {});
    expect(findings.filter((finding) => finding.level === 'error')).toEqual([]);
  });
});

it('parts of a source come back rolled up without a difference', async () => {
  await take('daye-plan-2024.xlsx');
  const { projects } = await app.call('projects.list', {});
  expect(projects[0]?.amounts.bySource).toMatchObject({ 'fiscal.province': wan('300'), other: wan('1069.7') });
  await app.call('export.projects', { token: app.openToken(join(folder, 'out.xlsx')) });
  expect(await take(join(folder, 'out.xlsx'))).toMatchObject({ added: 0, updated: 0, unchanged: 3 });
});

it('takes several files at once and names the one that cannot be read', async () => {
  const broken = join(folder, 'x.xlsx');
  writeFileSync(broken, 'PK\u0003\u0004 nothing');
  const preview = await inspect('daye-plan-2024.xlsx', broken, 'beiguan-allocation-2018.xlsx');
  expect(preview.tables.map((table) => [table.fileIndex, table.file, table.projects])).toEqual([
    [0, 'daye-plan-2024.xlsx', 3],
    [2, 'beiguan-allocation-2018.xlsx', 3],
  ]);
  expect(preview.unreadable.map((entry) => entry.file)).toEqual(['x.xlsx']);
  expect(await app.call('import.commit', { previewId: preview.previewId })).toMatchObject({ added: 6 });
});

it('keeps printed tables as claims, once, and replaces them when they come with other figures', async () => {
  await take('hongta-printed-tables.xlsx');
  const label = await undoLabel();
  await take('hongta-printed-tables.xlsx');
  expect(await undoLabel()).toBe(label);
  const sheet = (total: string) =>
    csv('s.csv', [
      '单位：万元',
      '项目类别及名称,项目个数,总投资',
      `一、乡村特色产业帮扶,1,${total}`,
      `（一）种植业,1,${total}`,
    ]);
  await take(sheet('10'));
  await take(sheet('20'));
  const { findings } = await app.call('checks.run', {});
  expect(findings.filter((finding) => finding.source?.file === 's.csv' && finding.message.includes('10 '))).toEqual([]);
});

describe('choices', () => {
  const lines = ['序号,项目名称,建设地点,金额,分类说明', '1,甲,研和街道,约30,某类', '2,乙,北城街道,50,某类'];

  it('are applied to the table they were made for, and the layout is remembered', async () => {
    const path = csv('t.csv', lines);
    const preview = await inspect(path);
    expect(preview.questions.map((question) => question.assumed)).toEqual(['万元']);
    const problem = preview.problems.find((entry) => entry.code === 'amount-unparsed');
    expect(problem).toMatchObject({ level: 'error', cell: 'D2', raw: '约30', proposal: '30 万元', table: 0 });
    const choices = {
      unit: { 0: '元' as const },
      mapping: { 0: { E: 'note' } },
      answers: { [problem?.accept ?? '']: 'yes' },
      skipRows: ['0:3'],
    };
    const adjusted = await app.call('import.adjust', { previewId: preview.previewId, choices });
    expect([adjusted.questions, adjusted.counts]).toEqual([
      [],
      { added: 1, updated: 0, unchanged: 0, conflicts: 0, skipped: 1 },
    ]);
    expect(adjusted.tables[0]).toMatchObject({ unit: '元', unitSource: 'chosen', totalWan: '0.008' });
    await app.call('import.commit', { previewId: preview.previewId });
    const { projects } = await app.call('projects.list', {});
    expect(projects).toMatchObject([{ name: '甲', note: '某类', amounts: { total: wan('0.003') } }]);

    const again = await inspect(csv('u.csv', lines));
    expect(again.tables[0]).toMatchObject({ unit: '元', remembered: true });
    expect(again.tables[0]?.columns.find((column) => column.column === 'E')?.field).toBe('note');
  });

  it('stay with their table when another sheet is left out', async () => {
    const other = join(folder, 'other.xlsx');
    copyFileSync(join(FIXTURES, 'hongta-printed-tables.xlsx'), other);
    const preview = await inspect(other);
    const mapping = { 1: { B: null } };
    await app.call('import.adjust', { previewId: preview.previewId, choices: { mapping } });
    const adjusted = await app.call('import.adjust', {
      previewId: preview.previewId,
      choices: { mapping, sheets: { 0: ['表4-2', '表4-3'] } },
    });
    expect(adjusted.tables.map((table) => [table.sheet, table.columns[1]?.field])).toEqual([
      ['表4-2', null],
      ['表4-3', 'count'],
    ]);
  });

  it('refuses to take in what must be asked first', async () => {
    const path = csv('x07.csv', ['单位：万元', '序号,项目名称,,总投资', '1,甲,12,30', '2,乙,13,50']);
    const preview = await inspect(path);
    expect(preview.questions.map((question) => question.assumed)).toEqual([null]);
    expect((await app.refuse('import.commit', { previewId: preview.previewId })).code).toBe('invalid-input');
    const answers = Object.fromEntries(
      preview.questions.map((question) => [question.id, question.options[0]?.value ?? '']),
    );
    await app.call('import.adjust', { previewId: preview.previewId, choices: { answers } });
    expect(await app.call('import.commit', { previewId: preview.previewId })).toMatchObject({ added: 2 });
  });

  it('names the county codes there are', async () => {
    const preview = await inspect('daye-plan-2024.xlsx');
    const error = await app.refuse('import.adjust', {
      previewId: preview.previewId,
      choices: { regionCode: '999999' },
    });
    expect(error.message).toContain('530403 江川区');
    await app.call('import.adjust', { previewId: preview.previewId, choices: { regionCode: '530403' } });
    await app.call('import.commit', { previewId: preview.previewId });
    expect((await app.call('projects.list', {})).projects.map((project) => project.regionCode)).toEqual([
      '530403',
      '530403',
      '530403',
    ]);
  });
});

it('updates by name, place and year, and leaves conflicts alone', async () => {
  const header = '项目名称,乡镇,建设年限,总投资（万元）';
  await take(csv('a.csv', [header, '甲,研和街道,2022,10', '乙,研和街道,2022,20', '乙,研和街道,2022,30']));
  const preview = await inspect(
    csv('b.csv', [header, '甲,研和街道,2022,11', '乙,研和街道,2022,99', '丙,研和街道,2022,5']),
  );
  const changes = preview.rows.map((row) => [
    row.action,
    row.changes.map(({ label, before, after }) => [label, before, after].join('|')),
  ]);
  expect(changes).toEqual([
    ['update', ['总投资|10|11']],
    ['conflict', []],
    ['add', ['乡镇（街道）||研和街道', '建设年限||2022', '总投资||5']],
  ]);
  expect(preview.problems.find((problem) => problem.code === 'conflict')).toMatchObject({ level: 'error', cell: 'A3' });
  await app.call('import.commit', { previewId: preview.previewId });
  const { projects } = await app.call('projects.list', {});
  expect(projects.map((project) => [project.name, project.amounts.total])).toEqual([
    ['甲', wan('11')],
    ['乙', wan('20')],
    ['乙', wan('30')],
    ['丙', wan('5')],
  ]);
});

it('says what was looked for in a file without a table', async () => {
  const preview = await inspect(csv('letter.csv', ['各乡镇：', '请按时报送材料，谢谢。']));
  expect(preview.unreadable[0]?.message).toContain('项目名称');
  expect((await app.refuse('import.commit', { previewId: preview.previewId })).code).toBe('no-table-found');
});

it('takes a sheet whose headers say nothing for no summary', async () => {
  const rows = [1, 2, 3].map((row) => `文字${row},${row * 10},${row * 7}`);
  const preview = await inspect(csv('meaningless.csv', ['列1-1,列1-2,列1-3', ...rows]));
  expect(preview.tables).toEqual([]);
  expect(preview.unreadable[0]?.message).toContain('列1-1、列1-2、列1-3');
});

it('forgets a preview that was cancelled and marks the problems for the sender', async () => {
  const path = csv('p.csv', ['序号,项目名称,建设地点,总投资（万元）', '1,甲,研和,约30']);
  const preview = await inspect(path);
  const written = await app.call('import.markProblems', {
    previewId: preview.previewId,
    fileIndex: 0,
    token: app.openToken(join(folder, 'marked.xlsx')),
  });
  expect(written.name).toBe('marked.xlsx');
  await app.call('import.cancel', { previewId: preview.previewId });
  expect((await app.refuse('import.commit', { previewId: preview.previewId })).code).toBe('not-found');
});

it('tells how far it is, and stops when it is cancelled', async () => {
  await inspect('hongta-annex-514.xlsx');
  const told = app.events.filter((event) => event.type === 'progress');
  expect(told.length).toBeGreaterThan(1);
  const shares = told.map(({ done, total }) => done / total);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(shares.at(-1)).toBe(1);
  const running = app.refuse('import.inspect', { tokens: [app.openToken(join(FIXTURES, 'hongta-annex-514.xls'))] });
  await app.call('import.cancel', {});
  expect((await running).code).toBe('cancelled');
});

it('goes on reading when an older preview is given up', async () => {
  const first = await inspect(csv('old.csv', ['序号,项目名称,建设地点,总投资（万元）', '1,甲,研和,30']));
  const reading = inspect('hongta-annex-514.xls');
  await app.call('import.cancel', { previewId: first.previewId });
  expect((await reading).counts.added).toBe(514);
});

it('lists what was read of a new project, in the words of the columns', async () => {
  const preview = await inspect(csv('p.csv', ['序号,项目名称,建设地点,总投资（万元）', '1,甲,研和,30.50']));
  expect(preview.rows[0]?.changes).toContainEqual({ column: 'total', label: '总投资', before: '', after: '30.5' });
});

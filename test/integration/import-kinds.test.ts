// Sheets that are no list of projects, through the one door and the command line: they never touch the plan.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { ImportPreview } from '#shared/import/preview.ts';
import { makeTestApp } from '#test/support/app.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { xianjie } from '#test/unit/electron/cli/run-in-process.ts';

const folder = makeTempFolder();

const LIST = [
  '项目表',
  '单位：万元',
  '序号,项目名称,乡镇,村,建设内容,建设年限,总投资,财政衔接资金',
  '1,双龙村一组特色种植园建设,洛河彝族乡,双龙,种植,2021,418.06,418.06',
  '2,甸苴村道路硬化,大营街街道,甸苴,修路,2022,35.41,35.41',
];
const PROGRESS = [
  '2021年11月项目进度表',
  '单位：万元',
  '序号,项目名称,乡镇,村,计划资金,开工时间,完工时间,完成投资,已拨付资金,项目状态',
  '1,双龙村一组特色种植园建设,洛河彝族乡,双龙,300,2021-03,2022-05,200,150,在建',
  '2,一个新的项目,大营街街道,甸苴,20,2021-04,2021-09,20,20,已完工',
];
const SURVEY = ['村情况明细表', '年月：', '序号,项目,数量', '一,村组织情况,', '1,支部数（个）,3', '2,小组（个）,4'];
const FUNDS = ['', '资金名称,金额', '中央衔接资金,300', '省级衔接资金,153.47'];

let made = 0;
function csv(lines: readonly string[], name?: string): string {
  made += 1;
  const path = join(mkdtempSync(join(folder, 'f-')), name ?? `${made}.csv`);
  writeFileSync(path, lines.join('\r\n'));
  return path;
}

async function newBook(): Promise<string> {
  const path = join(mkdtempSync(join(folder, 'w-')), 'a.xianjie');
  await xianjie('new', path, '--region', '530402');
  expect((await xianjie('import', path, csv(LIST))).status).toBe(0);
  return path;
}

const list = async (path: string): Promise<unknown> => (await xianjie('list', path, '--json')).json();

/** Batches with their kind, and the rows of the newest. */
function sources(path: string): { kinds: string[]; rows: Record<string, string>[] } {
  const db = new Database(path, { readonly: true });
  try {
    const batches = db.prepare('SELECT id, body FROM import_batch ORDER BY at').all() as { id: string; body: string }[];
    const rows = db
      .prepare('SELECT cells FROM import_row WHERE batch_id = ? ORDER BY row_number')
      .pluck()
      .all(batches.at(-1)?.id) as string[];
    return {
      kinds: batches.map(({ body }) => (JSON.parse(body) as { kind: string }).kind),
      rows: rows.map((text) => JSON.parse(text) as Record<string, string>),
    };
  } finally {
    db.close();
  }
}

describe('a monthly 进度表', () => {
  it('leaves every project untouched, and is kept as 来源 once', async () => {
    const path = await newBook();
    const before = await list(path);
    const sheet = csv(PROGRESS);
    for (let time = 0; time < 2; time += 1) {
      const run = await xianjie('import', path, sheet, '--mode', 'update', '--json');
      expect([run.status, run.json()]).toMatchObject([
        0,
        { committed: true, projects: 0, files: [{ kind: 'progress', projects: 0, added: 0, updated: 0, keptRows: 2 }] },
      ]);
      expect(run.err).toContain('是进度表，2 行只留作来源');
    }
    expect(await list(path)).toEqual(before);
    const { kinds, rows } = sources(path);
    expect(kinds).toEqual(['projects', 'progress']);
    expect(rows.map((row) => Object.values(row)[0])).toEqual(['2021年11月项目进度表', '单位：万元', '序号', '1', '2']);
    expect(rows[3]).toMatchObject({ B: '双龙村一组特色种植园建设', E: '300', I: '150' });
  });

  it('comes in as a list where somebody says so, by --kind or by a mapping that names the projects', async () => {
    const mapping = csv(['{"B": "name", "E": "total"}'], 'mapping.json');
    for (const options of [
      ['--kind', 'projects'],
      ['--kind', '3=projects'],
      ['--mapping', mapping],
    ]) {
      const run = await xianjie('import', await newBook(), csv(PROGRESS), ...options, '--dry-run', '--json');
      expect(run.json()).toMatchObject({ projects: 2, files: [{ kind: 'projects', added: 1, updated: 1 }] });
    }
    const path = await newBook();
    expect((await xianjie('import', path, csv(PROGRESS), '--kind', 'plan')).status).toBe(2);
    expect((await xianjie('import', path, csv(PROGRESS), '--kind', '9=projects')).status).toBe(2);
  });

  it('--dry-run keeps nothing', async () => {
    const path = await newBook();
    expect((await xianjie('import', path, csv(PROGRESS), '--dry-run')).status).toBe(0);
    expect(sources(path).kinds).toEqual(['projects']);
  });
});

describe('a sheet whose kind cannot be told', () => {
  it('brings nothing and ends with 1', async () => {
    const path = await newBook();
    const before = await list(path);
    const run = await xianjie('import', path, csv(SURVEY), '--json');
    expect([run.status, run.json()]).toMatchObject([
      1,
      {
        committed: false,
        projects: 0,
        files: [{ kind: 'unknown', problems: [{ level: 'error', code: 'kind-unknown' }] }],
      },
    ]);
    expect(JSON.stringify(run.json())).toContain('没有金额');
    expect([await list(path), sources(path).kinds]).toEqual([before, ['projects']]);
    expect((await xianjie('import', path, csv(SURVEY), '--kind', 'villages')).status).toBe(0);
    expect([await list(path), sources(path).kinds]).toEqual([before, ['projects', 'villages']]);
  });

  it('does not keep the list above it out', async () => {
    const path = join(mkdtempSync(join(folder, 'w-')), 'a.xianjie');
    await xianjie('new', path, '--region', '530402');
    const marked = join(folder, 'marked.xlsx');
    const mixed = csv([...LIST, '', '项目,金额', '办公费,18', '培训费,12']);
    const run = await xianjie('import', path, mixed, '--marked', marked, '--json');
    expect([run.status, run.json()]).toMatchObject([
      1,
      {
        committed: true,
        projects: 2,
        files: [
          { kind: 'projects', added: 2 },
          { kind: 'unknown', projects: 0 },
        ],
      },
    ]);
    expect(sources(path).kinds).toEqual(['projects']);
  });
});

it('a small table of funds under a list does not double the plan', async () => {
  const path = join(mkdtempSync(join(folder, 'w-')), 'a.xianjie');
  await xianjie('new', path, '--region', '530402');
  const run = await xianjie('import', path, csv([...LIST, ...FUNDS]), '--json');
  expect([run.status, run.json()]).toMatchObject([
    0,
    { projects: 2, totalWan: '453.47', files: [{ kind: 'projects' }, { kind: 'funds', projects: 0, keptRows: 2 }] },
  ]);
});

it('what was said of a layout is remembered, its kind with the columns', async () => {
  const app = makeTestApp(mkdtempSync(join(folder, 't-')));
  try {
    const token = app.openToken(join(mkdtempSync(join(folder, 'w-')), 'a.xianjie'));
    await app.call('workbook.create', { token, regionCode: '530402' });
    const inspect = (lines: readonly string[]): Promise<ImportPreview> =>
      app.call('import.inspect', { tokens: [app.openToken(csv(lines, '村表.csv'))] });
    const first = await inspect(SURVEY);
    const question = first.tables[0]?.kindQuestion ?? '';
    expect(first.questions.map(({ id }) => id)).toEqual([question]);
    await expect(app.call('import.commit', { previewId: first.previewId })).rejects.toThrow('还有 1 个问题要先确定');
    const answered = await app.call('import.adjust', {
      previewId: first.previewId,
      choices: { answers: { [question]: 'other' } },
    });
    expect([answered.questions, answered.tables[0]?.kind]).toEqual([[], 'other']);
    const outcome = await app.call('import.commit', { previewId: first.previewId });
    expect(outcome.kept).toEqual([{ file: '村表.csv', sheet: '村表', kind: 'other', rows: 3 }]);

    const again = await inspect([...SURVEY, '3,村民,9']);
    expect([again.questions, again.tables[0]]).toMatchObject([[], { kind: 'other', remembered: true, keptRows: 4 }]);
    // Nothing of it is a project to be compared with others.
    expect((await app.call('duplicates.import', { previewId: again.previewId })).pairs).toEqual([]);
  } finally {
    app.app.close();
  }
});

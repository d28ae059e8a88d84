// The command line on real workbooks and fixtures: most runs in this process, some as a program of their own.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readWorkbookFile } from '#electron/excel/read/index.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { xianjie } from '#test/unit/electron/cli/run-in-process.ts';

const folder = makeTempFolder();
const project = fileURLToPath(new URL('../..', import.meta.url));
const fixture = (name: string): string => join(project, 'test/fixtures', name);
const ANNEX = fixture('hongta-annex-514.xlsx');
let count = 0;

async function newWorkbook(...options: string[]): Promise<string> {
  count += 1;
  const path = join(folder, `${count}.xianjie`);
  const run = await xianjie('new', path, ...(options.length > 0 ? options : ['--region', '530402']));
  expect(run.status, run.err).toBe(0);
  return path;
}

interface Listed {
  id: string;
  name: string;
  totalWan: string;
  source: { file: string; sheet: string; row: number };
}

async function list(path: string): Promise<Listed[]> {
  return ((await xianjie('list', path, '--json')).json() as { projects: Listed[] }).projects;
}

describe('the annex, in and out again', () => {
  it('imports 514 projects, exports them, and re-imports the same without a difference', async () => {
    const path = await newWorkbook();
    const imported = await xianjie('import', path, ANNEX, '--json');
    expect(imported.status, imported.err).toBe(0);
    expect(imported.json()).toMatchObject({
      files: [
        {
          sheet: '项目表',
          headerRows: [3, 4],
          unit: '万元',
          projects: 514,
          added: 514,
          totalWan: '664599.38',
          problems: [],
        },
      ],
      projects: 514,
      totalWan: '664599.38',
    });
    const first = await list(path);
    expect(first[0]).toMatchObject({
      name: '玉屏村花椒种植基地建设项目',
      category: ['乡村特色产业帮扶', '种植业'],
      region: ['高仓街道', '玉屏'],
      startYear: 2022,
      totalWan: '35.41',
      bySource: { 财政衔接资金: '35.41' },
      byYear: { 2022: '35.41' },
      source: { file: 'hongta-annex-514.xlsx', sheet: '项目表', row: 8 },
    });

    const out = join(folder, 'annex.xlsx');
    expect((await xianjie('export', path, out)).status).toBe(0);
    const again = await xianjie('import', path, out, '--json');
    expect(again.json()).toMatchObject({ files: [{ added: 0, updated: 0, unchanged: 514, problems: [] }] });
    expect((await xianjie('log', path, '--json')).json()).toMatchObject({ changeSets: expect.any(Array) });

    const other = await newWorkbook();
    expect((await xianjie('import', other, out)).status).toBe(0);
    const bare = (projects: Listed[]) =>
      projects.map(({ id, source, ...rest }) => ({ ...rest, row: source.row, known: id !== '' }));
    expect(bare(await list(other))).toEqual(bare(first));
    expect((await xianjie('check', other, '--json')).json()).toMatchObject({ counts: { error: 0 } });
  });

  it('writes nothing with --dry-run and takes an import back with undo', async () => {
    const path = await newWorkbook();
    expect((await xianjie('import', path, ANNEX, '--dry-run')).status).toBe(0);
    expect(await list(path)).toEqual([]);
    await xianjie('import', path, ANNEX);
    expect((await xianjie('undo', path)).err).toContain('已撤销');
    expect(await list(path)).toEqual([]);
    expect((await xianjie('redo', path)).status).toBe(0);
    expect(await list(path)).toHaveLength(514);
    expect((await xianjie('redo', path)).status).toBe(1);
  });

  it('imports nothing at all when one of the files cannot be read', async () => {
    const path = await newWorkbook();
    const run = await xianjie('import', path, ANNEX, join(folder, 'missing.xlsx'), '--json');
    expect(run.status).toBe(3);
    expect(run.err).toContain('missing.xlsx');
    expect(await list(path)).toEqual([]);
  });

  it('names what it could not read, marks it in a copy, and ends with status 1', async () => {
    const path = await newWorkbook();
    const sheet = join(folder, '镇上报.csv');
    writeFileSync(
      sheet,
      '序号,项目名称,类别,建设地点,总投资(万元)\n1,甲村道路,村内道路硬化,甲村,35.5\n2,乙村水池,村内道路硬化,乙村,约40\n',
    );
    const marked = join(folder, '退回.xlsx');
    const run = await xianjie('import', path, sheet, '--marked', marked, '--json');
    expect(run.status).toBe(1);
    expect(run.json()).toMatchObject({ files: [{ problems: [{ level: 'error', cell: 'E3', raw: '约40' }] }] });
    const copy = await readWorkbookFile(marked);
    expect(copy.sheets.map((entry) => entry.name)).toContain('问题清单');
  });

  it('marks what the checks find in the sheet itself: sums, missing names, duplicates, at their cells', async () => {
    const path = await newWorkbook();
    const sheet = join(folder, '乡镇表.csv');
    const lines = [
      '序号,项目名称,类别,建设地点,建设内容,总投资(万元),财政衔接资金,其他资金',
      '合计,,,,,100,80,25',
      '1,甲村道路硬化,村内道路硬化,研和街道,硬化道路1公里,35.5,30,5',
      '2,,村内道路硬化,研和街道,硬化道路2公里,24.5,20,4.5',
      '3,丙村水池,村内道路硬化,研和街道,水池一座,20,15,5',
      '4,丙村水池,村内道路硬化,研和街道,水池一座,20,15,5',
    ];
    writeFileSync(sheet, `${lines.join('\n')}\n`);
    const marked = join(folder, '退回乡镇.xlsx');
    await xianjie('import', path, sheet, '--marked', marked, '--dry-run');
    const copy = await readWorkbookFile(marked);
    const list = copy.sheets.find((entry) => entry.name === '问题清单');
    const told = (list?.rows ?? []).map(({ cells }) => cells.map(({ value }) => value?.text ?? '').join(' '));
    const at = (cell: string) => told.filter((line) => line.split(' ').includes(cell)).join('\n');
    expect(at('F3')).toMatch(/35\.5.*35/);
    expect(at('B4')).toContain('名称');
    expect(told.join('\n')).toMatch(/丙村水池.*重复|重复.*丙村水池/);
    expect(at('G2')).toBe('');
    expect(at('H2')).toMatch(/25.*19\.5/);
    expect(at('F5')).toBe('');
  });

  it('follows a mapping file and refuses one of another shape', async () => {
    const path = await newWorkbook();
    const mapping = join(folder, 'mapping.json');
    writeFileSync(mapping, JSON.stringify({ V: null, U: 'implementer' }));
    const run = await xianjie('import', path, ANNEX, '--mapping', mapping, '--dry-run', '--json');
    const [file] = (run.json() as { files: { columns: { column: string; field: string | null }[] }[] }).files;
    expect(file?.columns.find((column) => column.column === 'U')?.field).toBe('implementer');
    writeFileSync(mapping, '["H"]');
    expect((await xianjie('import', path, ANNEX, '--mapping', mapping)).status).toBe(2);
    expect((await xianjie('import', path, ANNEX, '--mapping', join(folder, 'no.json'))).status).toBe(3);
  });
});

describe('what a workbook gives', () => {
  it('tables, findings, template, backup and verification of the sample', async () => {
    const path = await newWorkbook('--sample');
    const tables = (await xianjie('tables', path, '--table', '表5-1', '--json')).json() as {
      tables: { rows: unknown[][] }[];
    };
    expect(tables.tables[0]?.rows[0]?.slice(0, 3)).toEqual(['2021-2025年', 514, '664599.38']);
    expect((await xianjie('tables', path, '--table', '表9-9')).status).toBe(2);
    const balanced = [
      'tables',
      path,
      '--table',
      'categories-by-source',
      '--unit',
      '亿元',
      '--decimals',
      '2',
      '--balance',
    ];
    const inYi = (await xianjie(...balanced, '--json')).json() as typeof tables;
    expect(inYi.tables[0]).toMatchObject({ unit: '亿元' });
    expect(inYi.tables[0]?.rows[0]?.slice(0, 3)).toEqual(['合计', 514, '66.46']);
    expect((await xianjie('tables', path, '--decimals', 'x')).status).toBe(2);
    expect((await xianjie('tables', path, '--unit', '元', '--decimals', '3')).err).toContain('0 到 2');
    for (const name of ['t.xlsx', 't.docx']) {
      expect((await xianjie('tables', path, '--out', join(folder, name))).status).toBe(0);
      expect(readFileSync(join(folder, name)).subarray(0, 2).toString()).toBe('PK');
    }
    expect((await xianjie('check', path)).err).toContain('审核完毕：提示 1 项，信息 1 项');
    expect((await xianjie('export', path, join(folder, 'empty.xlsx'), '--empty')).status).toBe(0);
    const filled = await xianjie('export', path, join(folder, 'filled.xlsx'), '--template', ANNEX, '--json');
    expect(filled.json()).toMatchObject({ projects: 514 });
    expect((await xianjie('verify', path, '--json')).json()).toMatchObject({
      ok: true,
      problems: [],
      head: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const backup = (await xianjie('backup', path, '--json')).json() as { file: string };
    expect(backup.file).toMatch(/-备份20250301-093005\.xianjie$/);
    expect(await list(backup.file)).toHaveLength(514);
    expect((await xianjie('backup', path)).status).toBe(3);
  });

  it('a code on paper: the state it belongs to, and a file that never had it', async () => {
    const path = await newWorkbook();
    const { head } = (await xianjie('verify', path, '--json')).json() as { head: string };
    const code = (head.slice(0, 16).match(/.{4}/g) ?? []).join(' ');
    expect((await xianjie('verify', path)).out).toBe(`校验码 ${code}\n`);
    const now = await xianjie('verify', path, '--code', `校验码 ${code.toUpperCase()}`);
    expect([now.status, now.out]).toEqual([0, expect.stringContaining('与现在的工作簿一致：第 1 步')]);
    await xianjie('import', path, ANNEX);
    const older = await xianjie('verify', path, '--code', code, '--json');
    expect([older.status, older.json()]).toEqual([
      0,
      expect.objectContaining({ ok: true, state: expect.objectContaining({ step: 1, stepsSince: 1, isProven: true }) }),
    ]);
    const never = await xianjie('verify', await newWorkbook(), '--code', code);
    expect([never.status, never.out]).toEqual([1, expect.stringContaining('从来没有过这个校验码')]);
    expect(await xianjie('verify', path, '--code', '第1步')).toMatchObject({
      status: 1,
      err: expect.stringContaining('不是校验码'),
    });
    expect((await xianjie('print', path, join(folder, 'no.pdf'), '--code', 'nein')).status).toBe(2);
  });

  it('a breakdown of all projects at once: tried out, made as one step, refused where figures contradict', async () => {
    const path = await newWorkbook();
    await xianjie('import', path, ANNEX);
    const years = async () => {
      const { tables } = (await xianjie('tables', path, '--table', '表5-1', '--json')).json() as {
        tables: { columns: string[]; rows: (string | number | null)[][]; notes: string[] }[];
      };
      return tables[0];
    };
    const open = await years();
    expect(open?.rows[1]).toEqual(['其中：未分解到年度', 2, '88312.03', '0', '0', '4394.21', '0', '83917.82', '0']);
    expect(open?.notes[0]).toContain('另有 2 个项目 88,312.03 万元');
    const tried = (await xianjie('breakdown', path, '--dry-run', '--json')).json() as {
      changed: number;
      projects: { before: { cells: unknown[] }; after: { cells: { year: string; source: string; wan: string }[] } }[];
      skipped: unknown[];
    };
    expect([tried.changed, tried.projects.length, tried.skipped.length]).toEqual([0, 2, 0]);
    expect(tried.projects[0]?.before.cells).toEqual([]);
    expect(tried.projects[0]?.after.cells[0]).toEqual({ year: '2021', source: '其他资金', wan: '12510.51' });
    expect(await years()).toEqual(open);
    const made = await xianjie('breakdown', path, '--method', 'proportional');
    expect([made.status, made.err]).toEqual([0, expect.stringContaining('已分解 2 个项目')]);
    const whole = await years();
    expect(whole?.notes).toEqual([]);
    expect(whole?.rows[4]?.slice(0, 4)).toEqual(['2024年', 56, '222393.47', '1956.75']);
    expect((await xianjie('breakdown', path)).err).toMatch(
      /^按年均分：没有可以分解的项目，工作簿没有改动；跳过 \d+ 个。$/m,
    );
    await xianjie('undo', path);
    expect(await years()).toEqual(open);
    expect((await xianjie('breakdown', path, '--method', 'guess')).status).toBe(2);
    const odd = join(folder, 'odd.csv');
    writeFileSync(odd, '项目名称,建设年限,总投资（万元）,2021年投资（万元）\n水渠,2021-2022,10,4\n道路,2021-2022,,\n');
    expect((await xianjie('import', path, odd)).status).toBe(0);
    const refused = await xianjie('breakdown', path);
    expect([refused.status, refused.out]).toEqual([1, expect.stringContaining('差 6.00 万元（T02）')]);
  });

  it('charts as a single drawing and as pictures in one file', async () => {
    const path = await newWorkbook('--sample');
    const svg = join(folder, 'years.svg');
    const one = await xianjie('charts', path, svg, '--chart', '图5-3', '--unit', '亿元', '--decimals', '1');
    expect(one.status, one.err).toBe(0);
    const drawing = readFileSync(svg, 'utf8');
    expect(drawing).toContain('图5-3  各年度投资');
    expect(drawing).toContain('单位：亿元');
    expect(drawing).toMatch(/>21\.3<\/text>/);
    const all = await xianjie('charts', path, join(folder, 'all.zip'), '--format', 'svg', '--json');
    expect(all.json()).toMatchObject({ pictures: 17 });
    const names = readFileSync(join(folder, 'all.zip')).toString('utf8');
    expect(names).toContain('图4-1 各类项目个数.svg');
    expect((await xianjie('charts', path, join(folder, 'all.svg'))).err).toContain('请写成 .zip');
    expect((await xianjie('charts', path, join(folder, 'x.png'), '--chart', '图9')).err).toContain('没有“图9”这张图');
    expect((await xianjie('charts', path, join(folder, 'x.png'), '--scale', '9')).status).toBe(2);
  });

  it('compares with printed tables and ends with status 1 for what does not fit', async () => {
    const path = await newWorkbook();
    const printed = join(folder, 'table.json');
    writeFileSync(
      printed,
      JSON.stringify({
        source: '表5-1 各年资金',
        unit: '万元',
        columns: ['项目个数', '总投资', '财政衔接资金'],
        rows: { '2021-2025': [2, '30.05', '31.05'], 2021: [1, '10.05', '10.05'], 2022: [1, '20.00', '21.00'] },
      }),
    );
    const run = await xianjie('check', path, '--published', printed, printed, '--json');
    expect(run.status).toBe(1);
    const { findings } = run.json() as { findings: { rule: string; difference: string }[] };
    expect(findings).toContainEqual(expect.objectContaining({ rule: 'T01', difference: '-1' }));
    expect((await xianjie('check', path, '--published', ANNEX)).status).toBe(3);
    const book = await xianjie('check', path, '--published', fixture('hongta-printed-tables.xlsx'), '--json');
    expect(book.json()).toMatchObject({
      findings: expect.arrayContaining([
        expect.objectContaining({ rule: 'T05', suspect: '差额正好等于“住房安全巩固” 30，疑漏计该项' }),
      ]),
    });
  });
});

it('compares a county with its city', async () => {
  const path = join(folder, 'levels.xianjie');
  await xianjie('new', path, '--region', '530402', '--sample');
  const { bridge, counts } = (await xianjie('compare', path, '--json')).json() as {
    counts: object;
    bridge: { fromWan: string; toWan: string; steps: { wan: string }[] };
  };
  expect([counts, bridge.fromWan, bridge.toWan]).toEqual([
    { county: 514, printed: 514, city: 479, difference: -35 },
    '664569.38',
    '665742',
  ]);
  const text = await xianjie('compare', path, '--published', fixture('yuxi-printed-tables.xlsx'));
  expect(text.out).toContain('yuxi-printed-tables.xlsx 表2');
  expect((await xianjie('compare', path, '--county', '江川')).status).toBe(2);
});

it('lists what changed since a backup, and since a step of the log', async () => {
  const path = join(folder, 'versions.xianjie');
  await xianjie('new', path, '--region', '530402');
  const sheet = join(folder, 'versions.csv');
  writeFileSync(
    sheet,
    '项目名称,建设地点,总投资（万元）\n甲村道路硬化,研和街道玉苗,20\n乙村道路硬化,研和街道跨喜,30\n',
  );
  await xianjie('import', path, sheet);
  const copy = join(folder, 'versions-copy.xianjie');
  await xianjie('backup', path, '--out', copy);
  const before = (await xianjie('log', path, '--json')).json() as { changeSets: { id: number }[] };
  writeFileSync(sheet, '项目名称,建设地点,总投资（万元）\n甲村道路硬化,研和街道玉苗,25\n丙村道路硬化,研和街道跨喜,7\n');
  await xianjie('import', path, sheet, '--mode', 'update');
  const step = String(before.changeSets[0]?.id);
  for (const base of [
    ['--base', copy],
    ['--step', step],
  ]) {
    const { findings } = (await xianjie('check', path, ...base, '--json')).json() as {
      findings: { rule: string; suspect: string; difference: string; row: string }[];
    };
    const changes = findings.filter(({ rule }) => rule === 'X04');
    expect(changes.map(({ row, suspect, difference }) => [row, suspect, difference])).toEqual([
      ['合计', '', '12'],
      ['甲村道路硬化', '改动', '5'],
      ['丙村道路硬化', '新增', '7'],
    ]);
  }
  expect((await xianjie('check', path, '--step', '9999')).status).toBe(2);
});

describe('files that do not work', () => {
  it.each([
    ['list', 'missing.xianjie', '找不到文件'],
    ['list', ANNEX, 'Excel 等表格文件'],
    ['verify', join(project, 'package.json'), '不是衔接规划工作台的工作簿'],
  ])('%s %s ends with status 3', async (command, path, words) => {
    const run = await xianjie(command, path);
    expect(run.status).toBe(3);
    expect(run.err).toContain(words);
  });

  it('never overwrites an existing workbook, nor the open one with an export', async () => {
    const path = await newWorkbook();
    const before = readFileSync(path);
    expect((await xianjie('new', path, '--region', '530402')).status).toBe(3);
    const disguised = join(folder, 'book.xlsx');
    writeFileSync(disguised, before);
    expect((await xianjie('export', disguised, disguised)).status).toBe(1);
    expect((await xianjie('export', path, join(folder, 'x', 'y.xlsx'))).status).toBe(3);
    expect(
      (await xianjie('export', path, ANNEX.replace('.xlsx', '-never.xlsx').replace(project, '/nowhere/'))).status,
    ).toBe(3);
    expect(readFileSync(disguised).equals(before)).toBe(true);
  });

  it('leaves a template alone', async () => {
    const path = await newWorkbook();
    const template = join(folder, 'template.xlsx');
    writeFileSync(template, readFileSync(ANNEX));
    expect((await xianjie('export', path, template, '--template', template)).status).toBe(1);
    expect(readFileSync(template).equals(readFileSync(ANNEX))).toBe(true);
    expect(
      (await xianjie('export', path, join(folder, 'o.xlsx'), '--template', fixture('daye-plan-2024.xls'))).status,
    ).toBe(3);
    expect(existsSync(join(folder, 'o.xlsx'))).toBe(false);
  });
});

describe('as a program', () => {
  const run = (...argv: string[]) =>
    spawnSync(process.execPath, [join(project, 'build/xianjie.mjs'), ...argv], { cwd: folder, encoding: 'utf8' });

  it('writes JSON to stdout only, messages to stderr, and its status to the shell', () => {
    const made = run('new', 'own.xianjie', '--sample', '--json');
    expect(made.status, made.stderr).toBe(0);
    expect(JSON.parse(made.stdout)).toMatchObject({ region: '530402', projects: 514 });
    const listed = run('list', 'own.xianjie', '--json');
    expect((JSON.parse(listed.stdout) as { projects: unknown[] }).projects).toHaveLength(514);
    expect(listed.stderr).toBe('共 514 个项目。\n');
    expect(run('list', 'own.xianjie', '--nope').status).toBe(2);
    expect(run('list', 'nothing.xianjie').status).toBe(3);
  });

  it('prints the help of each command as the program itself would', async () => {
    for (const argv of [['--help'], ['help'], ['-h'], ['import', '--help'], ['help', 'print']]) {
      const own = await xianjie(...argv);
      expect(run(...argv)).toMatchObject({ status: 0, stdout: own.out, stderr: own.err });
    }
    const unknown = run('nothing', '--help');
    expect(unknown.status).toBe(2);
    expect(unknown.stderr).toContain('没有“nothing”这条命令');
    expect(run()).toMatchObject({ status: 2, stdout: '' });
  });
});

// A sheet that comes back changed: what is certain is an update, what is only likely waits for the user, and no two rows
// ever go to one project, in whatever order they stand.
import { describe, expect, it } from 'vitest';
import { blankProject, type Project } from '#shared/domain/project.ts';
import { type ImportOptions, type PlannedRow, planImport } from '#shared/import/plan-import.ts';
import { wan } from '#shared/values/money.ts';
import { type Cell, cells, REFERENCE, readOne } from './make-sheet.ts';

const OPTIONS: ImportOptions = {
  mode: 'update',
  eraseBlanks: false,
  skipRows: new Set(),
  pairs: new Map(),
  regionCode: '530402',
};
const HEADER = cells('序号|项目编号|项目名称|乡镇|村|建设内容|建设年限|总投资（万元）');

type Line = readonly [name: string, town: string, village: string, content: string, year: string, total: number];

const LIST: readonly Line[] = [
  ['双龙村一组特色种植园建设', '洛河彝族乡', '双龙', '新建特色种植园120亩及配套管网', '2021', 418.06],
  ['玉苗村道路硬化', '研和街道', '玉苗', '硬化村内道路1.2公里，宽4米', '2022', 65],
  ['甸苴村太阳能路灯', '大营街街道', '甸苴', '安装太阳能路灯80盏', '2022', 24],
  ['龙潭村蓄水池', '春和街道', '龙潭', '新建200立方米蓄水池1座', '2023', 31.5],
  ['公益性岗位', '北城街道', '龙树', '开发公益性岗位20个', '2022', 12],
];

function project([name, town, village, content, year, total]: Line, index: number): Project {
  return {
    ...blankProject({ id: `p${index}`, position: index, categoryId: null, regionCode: '530402' }),
    name,
    town,
    village: village === '' ? null : village,
    content,
    startAt: year,
    endAt: year,
    amounts: { total: wan(String(total)), bySource: {}, byYear: {}, cells: {} },
  };
}

const PROJECTS = LIST.map(project);

function plan(lines: readonly Line[], existing = PROJECTS, options: Partial<ImportOptions> = {}): PlannedRow[] {
  const rows = lines.map((line, index): Cell[] => [index + 1, null, ...line]);
  return planImport([readOne([HEADER, ...rows])], existing, REFERENCE, { ...OPTIONS, ...options });
}

function show(rows: readonly PlannedRow[]): string[] {
  return rows.map(({ action, existing, candidates, changes }) =>
    [action, existing?.id ?? candidates.map(({ id }) => id).join(), ...changes.map(({ columnKey }) => columnKey)]
      .filter((part) => part !== '')
      .join(' '),
  );
}

/** The list with one line changed. */
function changed(index: number, part: Partial<Record<0 | 1 | 2 | 3 | 4 | 5, string | number>>): Line[] {
  return LIST.map((line, at) =>
    at === index ? (line.map((value, column) => part[column as 0] ?? value) as unknown as Line) : line,
  );
}

describe('a list that comes back', () => {
  it.each<[string, Line[], number, string]>([
    ['the town', changed(0, { 1: '研和街道' }), 0, 'update p0 town'],
    ['town and village', changed(0, { 1: '研和街道', 2: '跨喜' }), 0, 'update p0 town village'],
    ['the years', changed(1, { 4: '2023' }), 1, 'update p1 period'],
    ['years and amount', changed(1, { 4: '2023', 5: 70 }), 1, 'update p1 period total'],
    ['the name, by a word', changed(0, { 0: '双龙村一组特色种植园建设项目' }), 0, 'update p0 name'],
    ['the name, more', changed(1, { 0: '玉苗村村内道路硬化工程' }), 1, 'update p1 name'],
    ['the name is left out: it stays', changed(1, { 0: '' }), 1, 'unchanged p1'],
    ['content and amount', changed(2, { 3: '安装太阳能路灯100盏', 5: 30 }), 2, 'update p2 content total'],
    ['another name for the same work', changed(3, { 0: '抗旱应急水源' }), 3, 'conflict p3'],
    [
      'name, town and year of one work',
      changed(3, { 0: '龙潭村蓄水池建设', 1: '研和街道', 4: '2024' }),
      3,
      'conflict p3',
    ],
  ])('%s', (_name, lines, index, expected) => {
    const rows = plan(lines);
    expect(show(rows)[index]).toMatch(new RegExp(`^${expected}(?: name)?$`));
    expect(show(rows).filter((_, at) => at !== index)).toEqual(
      ['p0', 'p1', 'p2', 'p3', 'p4'].filter((_, at) => at !== index).map((id) => `unchanged ${id}`),
    );
  });

  it('a new project among known ones stays new, of the same kind in another village too', () => {
    const more: Line = ['双龙村二组特色种植园建设', '洛河彝族乡', '双龙', '新建特色种植园80亩', '2023', 200];
    const lamps: Line = ['法冲村太阳能路灯', '洛河彝族乡', '法冲', '安装太阳能路灯80盏', '2022', 24];
    expect(show(plan([...LIST, more, lamps])).slice(5)).toEqual(['add', 'add']);
  });

  it('the next year of a yearly project is new where this year’s stands in the sheet too', () => {
    expect(show(plan([...LIST, ['公益性岗位', '北城街道', '龙树', '开发公益性岗位20个', '2023', 12]])).at(-1)).toBe(
      'add',
    );
  });

  it('the order of the rows plays no part', () => {
    const lines = [
      ...changed(0, { 1: '研和街道', 2: '跨喜' }).slice(0, 1),
      ...changed(1, { 4: '2023' }).slice(1, 2),
      ...changed(2, { 0: '甸苴村太阳能路灯安装' }).slice(2, 3),
      ...LIST.slice(3),
    ];
    const forward = show(plan(lines));
    expect(forward).toEqual([
      'update p0 town village',
      'update p1 period',
      'update p2 name',
      'unchanged p3',
      'unchanged p4',
    ]);
    expect(show(plan(lines.toReversed())).toReversed()).toEqual(forward);
    expect(show(plan(lines, PROJECTS.toReversed()))).toEqual(forward);
  });
});

describe('a project without a name', () => {
  it('comes in without one, is told, and gets its name from a later sheet', () => {
    const table = readOne([HEADER, [1, null, null, '研和街道', '玉苗', '硬化村内道路1.2公里，宽4米', '2022', 65]]);
    expect(table.projects.map(({ values }) => values.name)).toEqual(['']);
    expect(table.problems.map(({ level, code, cell }) => `${level} ${code} ${cell}`)).toEqual([
      'warning name-missing C2',
    ]);
    const nameless = { ...(PROJECTS[1] as Project), name: '' };
    expect(show(planImport([table], [nameless], REFERENCE, OPTIONS))).toEqual(['unchanged p1']);
    expect(show(plan([LIST[1] as Line], [nameless]))).toEqual(['update p1 name']);
    // Another place: two nameless projects are not one for having no name.
    expect(show(planImport([table], [{ ...nameless, town: '北城街道', village: '龙树' }], REFERENCE, OPTIONS))).toEqual(
      ['add'],
    );
  });
});

describe('a sheet of a few rows', () => {
  it.each<[string, Line, string]>([
    [
      'the next year of a yearly project is asked about',
      ['公益性岗位', '北城街道', '龙树', '开发公益性岗位20个', '2023', 12],
      'conflict p4',
    ],
    ['another amount and year: new', ['公益性岗位', '北城街道', '龙树', '开发公益性岗位25个', '2023', 15], 'add'],
    [
      'another town, all else the same',
      ['玉苗村道路硬化', '小石桥彝族乡', '玉苗', '硬化村内道路1.2公里，宽4米', '2022', 65],
      'update p1 town',
    ],
    [
      'the same work elsewhere is asked about',
      ['玉苗村道路硬化', '北城街道', '龙树', '硬化村内道路1.2公里，宽4米', '2022', 65],
      'conflict p1',
    ],
    [
      'a name written otherwise',
      ['玉苗村村内道路硬化项目', '研和街道', '玉苗', '硬化村内道路1.2公里，宽4米', '2022', 65],
      'update p1 name',
    ],
    [
      'like it, other work and money',
      ['玉苗村道路硬化工程', '研和街道', '玉苗', '硬化道路3公里', '2022', 190],
      'conflict p1',
    ],
    ['nothing alike', ['玉苗村养牛场', '研和街道', '玉苗', '新建牛舍2栋', '2022', 65], 'add'],
  ])('%s', (_name, line, expected) => {
    const [row] = plan([line]);
    expect(show(row ? [row] : [])).toEqual([expected]);
    if (row?.action === 'conflict') expect(row.reason).toMatch(/^疑似同一项目：与项目表中的“/);
  });

  it('the place in one cell', () => {
    const header = cells('序号|项目名称|建设地点|建设内容|建设年限|总投资（万元）');
    const read = (place: string) =>
      show(
        planImport(
          [readOne([header, [1, LIST[0]?.[0] ?? '', place, LIST[0]?.[3] ?? '', '2021', 418.06]])],
          PROJECTS,
          REFERENCE,
          OPTIONS,
        ),
      );
    for (const place of [
      '洛河彝族乡双龙',
      '洛河乡双龙村',
      '洛河双龙',
      '红塔区洛河彝族乡/双龙',
      '洛河彝族乡 双龙村委会',
    ])
      expect(read(place)).toEqual(['unchanged p0']);
    // Where the list holds it in one cell too.
    const whole = { ...(PROJECTS[0] as Project), town: '洛河彝族乡双龙', village: null };
    const row: Cell[] = [1, null, LIST[0]?.[0] ?? '', '洛河乡', '双龙村', LIST[0]?.[3] ?? '', '2021', 418.06];
    expect(show(planImport([readOne([HEADER, row])], [whole], REFERENCE, OPTIONS))).toEqual(['update p0 town village']);
  });
});

describe('never two rows to one project', () => {
  it('two rows that may both be it wait', () => {
    const rows = plan([
      ['双龙村一组特色种植园建设', '研和街道', '跨喜', '新建特色种植园120亩及配套管网', '2021', 418.06],
      ['双龙村一组特色种植园建设', '北城街道', '龙树', '新建特色种植园120亩及配套管网', '2021', 418.06],
      ...LIST.slice(1),
    ]);
    expect(show(rows).slice(0, 2)).toEqual(['conflict p0', 'conflict p0']);
  });

  it('paired by hand', () => {
    const lines = changed(3, { 0: '抗旱应急水源' });
    expect(show(plan(lines, PROJECTS, { pairs: new Map([['0:5', 'p3']]) }))[3]).toBe('update p3 name');
    expect(show(plan(lines, PROJECTS, { pairs: new Map([['0:5', null]]) }))[3]).toBe('add');
    expect(show(plan(lines, PROJECTS, { pairs: new Map([['0:5', 'gone']]) }))[3]).toBe('conflict');
    // A project given to one row is no longer there for the row that it would have matched.
    const taken = plan(lines, PROJECTS, { pairs: new Map([['0:5', 'p0']]) });
    expect(show(taken)[3]).toMatch(/^update p0 /);
    expect(taken[0]?.action).not.toBe('unchanged');
    const twice = plan(lines, PROJECTS, {
      pairs: new Map([
        ['0:5', 'p3'],
        ['0:6', 'p3'],
      ]),
    });
    expect(show(twice).slice(3)).toEqual(['conflict p3', 'conflict p3']);
    expect(twice[3]?.reason).toContain('只能选一行');
    expect(show(plan(lines, PROJECTS, { mode: 'add', pairs: new Map([['0:5', 'p3']]) }))).toEqual([
      'add p0',
      'add p1',
      'add p2',
      'update p3 name',
      'add p4',
    ]);
  });
});

describe('everything as new', () => {
  it('rows that the list may hold say so, and come in', () => {
    const rows = plan(changed(0, { 1: '研和街道' }), PROJECTS, { mode: 'add' });
    expect(rows.map(({ action }) => action)).toEqual(['add', 'add', 'add', 'add', 'add']);
    expect(rows.every(({ reason }) => reason.startsWith('疑似已在项目表中'))).toBe(true);
    expect(
      plan([['玉苗村养牛场', '研和街道', '玉苗', '新建牛舍2栋', '2022', 65]], PROJECTS, { mode: 'add' })[0]?.reason,
    ).toBe('');
  });
});

describe('many of one name', () => {
  it('are matched by place and year without comparing all with all', () => {
    const lines = Array.from(
      { length: 3000 },
      (_, index): Line => [
        '道路硬化',
        '研和街道',
        `第${index}号村`,
        `硬化道路${index}米`,
        String(2021 + (index % 5)),
        index + 1,
      ],
    );
    const existing = lines.map(project);
    const moved = lines.map(
      (line, index): Line => (index % 100 === 0 ? ([...line.slice(0, 4), '2026', line[5]] as unknown as Line) : line),
    );
    const rows = plan(moved.toReversed(), existing);
    expect(rows.filter(({ action }) => action === 'update')).toHaveLength(30);
    expect(rows.filter(({ action }) => action === 'unchanged')).toHaveLength(2970);
    expect(new Set(rows.map((row) => row.existing?.id)).size).toBe(3000);
  });
});

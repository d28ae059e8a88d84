// Comparing a sheet with the list: what is new, what changed cell by cell, what cannot be told apart.
import { describe, expect, it } from 'vitest';
import type { Project } from '#shared/domain/project.ts';
import { type ImportOptions, type PlannedRow, planImport } from '#shared/import/plan-import.ts';
import { type Fen, wan } from '#shared/values/money.ts';
import { type Cell, cells, REFERENCE, readOne } from './make-sheet.ts';

const OPTIONS: ImportOptions = {
  mode: 'update',
  eraseBlanks: false,
  skipRows: new Set(),
  pairs: new Map(),
  regionCode: '530402',
};
const HEADER = cells('序号|项目编号|项目名称|乡镇|村|建设年限|总投资（万元）|财政衔接资金（万元）|备注');

function read(rows: Cell[][], header: Cell[] = HEADER) {
  return readOne([header, ...rows]);
}

function project(values: Partial<Project>): Project {
  const blank = Object.fromEntries(
    [
      'code',
      'categoryId',
      'town',
      'village',
      'nature',
      'content',
      'startAt',
      'endAt',
      'households',
      'people',
      'poorHouseholds',
    ]
      .concat([
        'poorPeople',
        'villages',
        'unit',
        'department',
        'implementer',
        'person',
        'phone',
        'nationalType',
        'nationalSubtype',
      ])
      .concat(['goal', 'linkage', 'participation', 'subsidyStandard', 'documentNumber', 'note'])
      .map((key) => [key, null]),
  );
  return {
    ...(blank as unknown as Project),
    id: values.name ?? '',
    position: 1,
    name: '',
    regionCode: '530402',
    amounts: { total: null, bySource: {}, byYear: {}, cells: {} },
    ...values,
  };
}

function show(rows: readonly PlannedRow[]): string[] {
  return rows.map((row) => {
    const changes = row.changes.map(({ columnKey, before, after }) => `${columnKey}:${before}→${after}`).join(' ');
    return `${row.action}${row.existing ? ` ${row.existing.id}` : ''}${changes ? ` ${changes}` : ''}`;
  });
}

const ROAD = project({
  id: 'road',
  name: '道路硬化',
  town: '研和街道',
  village: '可官',
  startAt: '2022',
  endAt: '2022',
  amounts: { total: wan('10'), bySource: { fiscal: wan('10') }, byYear: {}, cells: {} },
});

describe('matching', () => {
  it.each<[string, Cell[], Project[], string[]]>([
    ['the same row', [1, null, '道路硬化', '研和街道', '可官', '2022', 10, 10], [ROAD], ['unchanged road']],
    [
      'widths, spaces and 村 left out of account',
      [1, null, '道路 硬化', '研和街道', '可官村', '2022年', 10, 10],
      [ROAD],
      ['update road name:道路硬化→道路 硬化 village:可官→可官村'],
    ],
    [
      'another amount',
      [1, null, '道路硬化', '研和街道', '可官', '2022', 12.5, 10],
      [ROAD],
      ['update road total:10→12.5'],
    ],
    ['another village', [1, null, '道路硬化', '研和街道', '东山', '2022', 10, 10], [ROAD], ['add']],
    ['another year and amount', [1, null, '道路硬化', '研和街道', '可官', '2023', 12, 10], [ROAD], ['add']],
    [
      'another year only: not without asking',
      [1, null, '道路硬化', '研和街道', '可官', '2023', 10, 10],
      [ROAD],
      ['conflict'],
    ],
    ['place and year left blank', [1, null, '道路硬化', null, null, null, 11, 10], [ROAD], ['update road total:10→11']],
    [
      'the number before the name',
      [1, 'X-1', '改了名', '研和街道', '可官', '2022', 10, 10],
      [project({ ...ROAD, code: 'X-1' }), project({ ...ROAD, id: 'other', name: '改了名' })],
      ['update road name:道路硬化→改了名'],
    ],
  ])('%s', (_name, row, existing, expected) => {
    expect(show(planImport([read([row])], existing, REFERENCE, OPTIONS))).toEqual(expected);
  });

  it('pairs rows of one name off: those without a difference first', () => {
    const twin = project({ ...ROAD, id: 'twin', amounts: { ...ROAD.amounts, total: wan('20') } });
    const rows: Cell[][] = [
      [1, null, '道路硬化', '研和街道', '可官', '2022', 25, 10],
      [2, null, '道路硬化', '研和街道', '可官', '2022', 10, 10],
    ];
    expect(show(planImport([read(rows)], [ROAD, twin], REFERENCE, OPTIONS))).toEqual([
      'update twin total:20→25',
      'unchanged road',
    ]);
  });

  it('leaves rows alone that could be any of several', () => {
    const twin = project({ ...ROAD, id: 'twin' });
    const plan = planImport(
      [read([[1, null, '道路硬化', '研和街道', '可官', '2022', 99, 10]])],
      [ROAD, twin],
      REFERENCE,
      OPTIONS,
    );
    expect(show(plan)).toEqual(['conflict']);
    expect(plan[0]?.reason).toContain('项目编号');
    expect(
      show(
        planImport([read([[1, null, '道路硬化', '研和街道', '可官', '2022', 99, 10]])], [ROAD, twin], REFERENCE, {
          ...OPTIONS,
          mode: 'add',
        }),
      ),
    ).toEqual(['add']);
  });

  it('leaves chosen rows out', () => {
    const table = read([[1, null, '道路硬化', '研和街道', '可官', '2022', 99, 10]]);
    expect(show(planImport([table], [ROAD], REFERENCE, { ...OPTIONS, skipRows: new Set(['0:2']) }))).toEqual(['skip']);
  });
});

describe('changes', () => {
  const row: Cell[] = [1, null, '道路硬化', '研和街道', '可官', '2022', 10, null];
  it('blanks do not erase unless asked; 0 is a value', () => {
    expect(show(planImport([read([row])], [ROAD], REFERENCE, OPTIONS))).toEqual(['unchanged road']);
    expect(show(planImport([read([row])], [ROAD], REFERENCE, { ...OPTIONS, eraseBlanks: true }))).toEqual([
      'update road source:fiscal:10→',
    ]);
    const zero = [...row.slice(0, 7), 0];
    expect(show(planImport([read([zero])], [ROAD], REFERENCE, OPTIONS))).toEqual(['update road source:fiscal:10→0']);
  });

  it('a blank cell of a text column leaves what is there, unless asked', () => {
    const header = cells('序号|项目名称|乡镇|村|建设年限|总投资（万元）|责任单位');
    const sheet = read([[1, '道路硬化', '研和街道', '可官', '2022', 10, null]], header);
    const known = project({ ...ROAD, unit: '区水利局' });
    expect(show(planImport([sheet], [known], REFERENCE, OPTIONS))).toEqual(['unchanged road']);
    expect(show(planImport([sheet], [known], REFERENCE, { ...OPTIONS, eraseBlanks: true }))).toEqual([
      'update road unit:区水利局→',
    ]);
  });

  it('compares the whole of a source with our parts of it, and never counts both', () => {
    const parts = project({
      ...ROAD,
      amounts: { ...ROAD.amounts, bySource: { 'fiscal.central': wan('6'), 'fiscal.province': wan('4') } },
    });
    const whole = (amount: number): Cell[] => [...row.slice(0, 7), amount];
    expect(show(planImport([read([whole(10)])], [parts], REFERENCE, OPTIONS))).toEqual(['unchanged road']);
    const [changed] = planImport([read([whole(12)])], [parts], REFERENCE, OPTIONS);
    expect(changed?.after?.amounts.bySource).toEqual({ fiscal: wan('12') });
    const header = cells('序号|项目名称|乡镇|村|建设年限|总投资（万元）|中央衔接资金（万元）|省级衔接资金（万元）');
    const [split] = planImport(
      [read([[1, '道路硬化', '研和街道', '可官', '2022', 10, 7, 3]], header)],
      [ROAD],
      REFERENCE,
      OPTIONS,
    );
    expect(split?.after?.amounts.bySource).toEqual({ 'fiscal.central': wan('7'), 'fiscal.province': wan('3') });
  });

  it('never touches what the sheet has no column for', () => {
    const full = project({
      ...ROAD,
      person: '张三',
      amounts: { ...ROAD.amounts, byYear: { 2022: 10_000_000 as Fen } },
    });
    const [changed] = planImport(
      [read([[1, null, '道路硬化', '研和街道', '可官', '2022', 11, 11, '改']])],
      [full],
      REFERENCE,
      OPTIONS,
    );
    expect(changed?.after).toMatchObject({
      person: '张三',
      note: '改',
      amounts: { total: wan('11'), byYear: { 2022: 10_000_000 } },
    });
  });
});

describe('codes that lost digits', () => {
  const LOST = '530402202600001000';

  it.each([LOST, '5.30402E+17'])('%s is no code to match by, and replaces none', (lost) => {
    const list = [
      project({ id: 'a', code: lost, name: '茶园', town: '研和街道' }),
      project({ id: 'b', code: '530402202600001234', name: '果园', town: '北城街道' }),
    ];
    const table = read([['1', lost, '果园', '北城街道', '', '', 5]]);
    const [row] = planImport([table], list, REFERENCE, OPTIONS);
    expect(row?.existing?.id).toBe('b');
    expect(row?.changes.map(({ columnKey }) => columnKey)).not.toContain('code');
  });
});

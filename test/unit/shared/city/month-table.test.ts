// 市级调度表 and 市县核对总表 on a few projects: rates, days, places; reasons that add up.
import { expect, it } from 'vitest';
import { planDefaults, referenceFor } from '#seeds/index.ts';
import { ruleSettings } from '#shared/checks/rule-settings.ts';
import type { HeldReport } from '#shared/city/held-report.ts';
import { levelRows } from '#shared/city/level-table.ts';
import { monthRows } from '#shared/city/month-figures.ts';
import { monthTable } from '#shared/city/month-table.ts';
import { blankProject, type Project } from '#shared/domain/project.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { tableJson } from '#shared/tables/table-json.ts';
import { addFen, wan, ZERO } from '#shared/values/money.ts';
import { makeBatch, makeEvent, makeLine, makePayment, NOTHING } from '#test/support/execution-facts.ts';

const CITY = '530400';

function project(id: string, regionCode: string, total: string, more: Partial<Project> = {}): Project {
  const blank = blankProject({ id, position: 1, categoryId: 'city.infrastructure', regionCode });
  return { ...blank, name: `${id}项目`, amounts: { total: wan(total), bySource: {}, byYear: {}, cells: {} }, ...more };
}

function plan(projects: readonly Project[]): PlanData {
  return {
    plan: planDefaults(CITY, 2021, 2025),
    reference: referenceFor(CITY),
    projects,
    claims: [],
    records: {},
  };
}

function held(id: string, sent: readonly Project[], more: Partial<HeldReport['head']> = {}): HeldReport {
  const head = {
    ...{
      id,
      files: ['报送.xlsx'],
      asOf: null,
      at: '2025-11-30T01:00:00.000Z',
      number: 1,
      mark: id,
      batches: [],
      earlier: [],
    },
    projectCount: sent.length,
    totalFen: addFen(ZERO, ...sent.map(({ amounts }) => amounts.total ?? ZERO)),
    ...more,
  };
  return { head, sent: () => new Map(sent.map((one) => [one.id, one])) };
}

const PROJECTS = [
  project('a1', '530402', '100', { categoryId: 'city.industry', endAt: '2025-06' }),
  project('a2', '530402', '50'),
  project('b1', '530403', '80'),
];
const EXECUTION = {
  ...NOTHING,
  batches: [
    makeBatch('甲', '200', { ownDate: '2025-03-01' }),
    makeBatch('乙', '80', { ownDate: '2025-03-01', finishBy: '2025-12-31' }),
  ],
  lines: [makeLine('甲', 'a1', '90'), makeLine('甲', 'a2', '30'), makeLine('乙', 'b1', '80')],
  payments: [
    makePayment('a1', '2025-10-15', '30'),
    makePayment('a1', '2025-11-15', '30'),
    makePayment('b1', '2025-11-01', '80'),
  ],
  events: [makeEvent('b1', 'finished', '2025-11-10')],
};
const REPORTS = [
  held('530402', PROJECTS.slice(0, 2), { batches: ['甲'], asOf: '2025-11-20' }),
  held('530403', PROJECTS.slice(2), { batches: ['乙'], asOf: '2025-12-02' }),
];

it('counts each county at the day, and at the end of the month before', () => {
  const data = plan(PROJECTS);
  const facts = { data, execution: EXECUTION, settings: ruleSettings(data.records), reports: REPORTS };
  const { rows, total } = monthRows(facts, '2025-11-30');
  expect(rows[0]).toMatchObject({
    ...{ name: '红塔区', asOf: '2025-11-20', projects: 2, released: 2, started: 1, finished: 0, rank: 2 },
    ...{ releasedFen: wan('120'), paidFen: wan('60'), industryFen: wan('90'), unallocatedFen: wan('80') },
    ...{ overdue: 1, lastRate: '25.00' },
  });
  expect(rows[1]).toMatchObject({
    name: '江川区',
    asOf: '2025-11-30',
    overdue: 0,
    finished: 1,
    rank: 1,
    lastRate: '0.00',
  });
  expect(rows[2]).toMatchObject({ projects: 0, unallocatedFen: null, lastRate: null, rank: null });
  expect(total).toMatchObject({ projects: 3, releasedFen: wan('200'), paidFen: wan('140'), unallocatedFen: wan('80') });
  const table = tableJson(monthTable(facts, '2025-11-30'));
  expect(table.columns[1]).toBe('截至日');
  expect(table.rows[0]).toEqual([...['红塔区', '2025-11-20', 2, 1, 50, 0, '120', '60', 50, 75, '80', 1, 25, 25, '2']]);
  // A county without money has no rate of 0 %.
  expect(table.rows[2]?.slice(5)).toEqual([0, '0', '0', '——', '——', '——', 0, '——', '——', '——']);
});

it('the reasons of a difference add up to it', () => {
  const sent = [project('a1', '530402', '100'), project('a2', '530402', '50'), project('a3', '530402', '7')];
  const now = [
    project('a1', '530402', '98.5'),
    project('a2', '530403', '50'),
    project('own', '530402', '4'),
    project('x', '530424', '3'),
  ];
  const rows = levelRows(plan(now), [held('530402', sent), held('530403', [])]);
  for (const { differenceFen, reasons } of rows)
    expect(addFen(ZERO, ...reasons.map(({ fen }) => fen))).toBe(differenceFen);
  const of = (name: string) => rows.find((row) => row.name === name);
  expect(of('红塔区')?.differenceFen).toBe(wan('-54.5'));
  expect(of('红塔区')?.reasons.map(({ kind }) => kind)).toEqual(['added', 'removed', 'moved-out', 'amount']);
  expect(of('江川区')?.reasons.map(({ kind }) => kind)).toEqual(['moved-in']);
  expect(of('华宁县')?.reasons.map(({ kind }) => kind)).toEqual(['unreported']);
});

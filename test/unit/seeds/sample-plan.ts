// Plans for tests of tables and checks: the sample of 红塔区, and small ones built from a few words.
import { planDefaults, referenceFor } from '#seeds/index.ts';
import { INDICATORS } from '#seeds/indicators.ts';
import { makeSampleProjects } from '#seeds/sample.ts';
import { EMPTY_AMOUNTS, type Project } from '#shared/domain/project.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { type Fen, wan } from '#shared/values/money.ts';

export function planWith(projects: readonly Project[], regionCode = '530402'): PlanData {
  return {
    plan: planDefaults(regionCode, 2021, 2025),
    reference: referenceFor(regionCode),
    projects,
    claims: [],
    records: {},
  };
}

/** The 514 sample projects, `times` over, with the twenty indicators of the city's plan. */
export function samplePlan(times = 1): PlanData {
  const projects = Array.from({ length: times }, (_, turn) =>
    makeSampleProjects().map((project, index): Project => {
      const name = turn === 0 ? project.name : `${project.name}${turn}`;
      return { ...project, name, id: `${turn}-${index}`, position: turn * 1000 + index };
    }),
  ).flat();
  const data = planWith(projects);
  return { ...data, reference: { ...data.reference, indicators: INDICATORS } };
}

type Money = Record<string, string>;

function fens(money: Money = {}): Record<string, Fen> {
  return Object.fromEntries(Object.entries(money).map(([key, text]) => [key, wan(text)]));
}

/** A project with amounts given as 万元 texts. */
export function makeProject(
  id: string,
  money: { total?: string; bySource?: Money; byYear?: Money; cells?: Money } = {},
  fields: Partial<Project> = {},
): Project {
  const blank = Object.fromEntries(
    (
      'code nature content households people poorHouseholds poorPeople villages unit department implementer person phone ' +
      'nationalType nationalSubtype goal linkage participation subsidyStandard documentNumber note'
    )
      .split(' ')
      .map((key) => [key, null]),
  ) as Pick<Project, 'code' | 'note'>;
  return {
    ...(blank as Project),
    id,
    position: 0,
    name: `项目${id}`,
    categoryId: 'county.industry.planting',
    regionCode: '530402',
    town: '研和街道',
    village: '玉苗',
    startAt: '2021',
    endAt: '2025',
    amounts: {
      ...EMPTY_AMOUNTS,
      total: money.total === undefined ? null : wan(money.total),
      bySource: fens(money.bySource),
      byYear: fens(money.byYear),
      cells: fens(money.cells),
    },
    ...fields,
  };
}

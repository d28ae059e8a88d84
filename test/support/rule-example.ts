// Turns the example of a rule into a plan and runs the checks on it.
import { checkAssets } from '#shared/assets/check-assets.ts';
import type { Finding } from '#shared/checks/finding.ts';
import { parsePublished } from '#shared/checks/parse-published.ts';
import type {
  ExampleExecution,
  ExampleOrder,
  ExamplePosting,
  ExampleProject,
  ExampleSubtotal,
  RuleExample,
} from '#shared/checks/rule-example.ts';
import { ruleSettings } from '#shared/checks/rule-settings.ts';
import { runChecks } from '#shared/checks/run-checks.ts';
import { type Asset, blankAsset } from '#shared/domain/asset.ts';
import type { ChangeOrder } from '#shared/domain/change-order.ts';
import type { Claim } from '#shared/domain/claims.ts';
import { type Execution, FEE } from '#shared/domain/execution.ts';
import { type IndicatorValue, valueId } from '#shared/domain/indicator.ts';
import type { Posting } from '#shared/domain/posting.ts';
import type { Project } from '#shared/domain/project.ts';
import { checkExecution } from '#shared/execution-checks/check-execution.ts';
import { checkGoals } from '#shared/goals/check-goals.ts';
import { checkIndicators } from '#shared/indicators/check-indicators.ts';
import { checkLists } from '#shared/lists/check-lists.ts';
import type { ListId } from '#shared/lists/list-spec.ts';
import { NO_HOLIDAYS } from '#shared/notice/period.ts';
import { checkOrders } from '#shared/orders/check-orders.ts';
import { expectedProjects } from '#shared/orders/expected.ts';
import { findUnregistered } from '#shared/orders/unregistered.ts';
import { checkPostings } from '#shared/postings/check-postings.ts';
import { freezeContent } from '#shared/postings/posted-content.ts';
import { type Goal, goalId, NO_GOAL_MONEY } from '#shared/records/goal.ts';
import { RECORD_KINDS } from '#shared/records/kinds.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import type { Records } from '#shared/records/records.ts';
import { wan } from '#shared/values/money.ts';
import { totalOf } from '#shared/versions/compare.ts';
import { makeProject, planWith } from '../unit/seeds/sample-plan.ts';
import { makeBatch, makeEvent, makeLine, makeNote, makePayment, NOTHING } from './execution-facts.ts';
import { makeOrder } from './order-facts.ts';
import { makePosting } from './posting-facts.ts';

function toProject({ total, bySource, byYear, cells, ...fields }: ExampleProject, index: number): Project {
  const money = { bySource: { ...bySource }, byYear: { ...byYear }, cells: { ...cells } };
  return makeProject(`e${index}`, { ...money, ...(total === undefined ? {} : { total }) }, fields);
}

function toClaim({ row, categoryId, count, total }: ExampleSubtotal, index: number): Claim {
  const figure = (column: string, value: number | undefined, raw: string): Claim['figures'] =>
    value === undefined
      ? []
      : [{ column, header: column === 'count' ? '项目个数' : '总投资', value, decimals: 2, cell: null, raw }];
  return {
    ...{
      id: `claim${index}`,
      origin: 'import',
      table: '项目表',
      row,
      file: 'a.xlsx',
      sheetRow: index + 4,
      batchId: null,
    },
    ...{ categoryId, heldAtImport: false },
    figures: [
      ...figure('count', count, String(count)),
      ...figure('total', total === undefined ? undefined : wan(total), total ?? ''),
    ],
  };
}

const POSTED = ['name', 'place', 'content', 'total', 'sources', 'person', 'subsidyStandard'];

function toPosting(example: ExamplePosting, index: number, project: Project, { reference }: PlanData): Posting {
  const { stage, from, objection, postedTotal, postedPerson, postedStandard, ...fields } = example;
  const posted = freezeContent([project], reference, from, { columns: POSTED });
  const said = { total: postedTotal && `${postedTotal}.00`, person: postedPerson, subsidyStandard: postedStandard };
  const cells = (posted.rows[0]?.cells ?? []).map(
    (text, at) => said[(posted.columns[at] ?? '') as keyof typeof said] ?? text,
  );
  return makePosting(`posting${index}`, stage, {
    ...{ title: '某村拟申报项目公示', from, projectIds: [project.id] },
    ...{ posted: { ...posted, rows: [{ projectId: project.id, cells }] } },
    objections: objection
      ? [
          {
            ...{ date: '2026-03-05', who: '村民', text: '位置不合适', answer: '', answeredAt: objection.answeredAt },
            effect: objection.answeredAt === null ? null : '维持',
          },
        ]
      : [],
    ...fields,
  });
}

/** What the register of an example shows. */
function reportedOf({ postings = [], steps = [], released }: RuleExample, data: PlanData): Finding[] {
  const [project] = data.projects;
  if (!project) return [];
  return checkPostings({
    data,
    execution: {
      batches: released === undefined ? [] : [makeBatch('b', '20')],
      lines: released === undefined ? [] : [makeLine('b', project.id, '20', { date: released })],
      events: steps.map(({ to, date }) => makeEvent(project.id, to, date)),
    },
    postings: postings.map((one, index) => toPosting(one, index, project, data)),
    holidays: NO_HOLIDAYS,
    settings: ruleSettings(data.records),
    asOf: '2026-11-30',
  });
}

function toExecution(example: ExampleExecution): Execution {
  const idOf = (project: number | 'fee'): string => (project === 'fee' ? FEE : `e${project}`);
  return {
    batches: (example.batches ?? []).map(({ id, amount, ...more }) => makeBatch(id, amount, more)),
    lines: (example.lines ?? []).map(({ batch, project, amount, date = null }) =>
      makeLine(batch, idOf(project), amount, { date }),
    ),
    payments: (example.payments ?? []).map(({ project, date, amount, batch = null }) =>
      makePayment(idOf(project), date, amount, batch),
    ),
    notes: (example.notes ?? []).map(({ project, date, percent = null, done = null, saidPaid }) =>
      makeNote(idOf(project), date, percent, done, saidPaid === undefined ? {} : { saidPaid }),
    ),
    events: (example.events ?? []).map(({ project, step, date, settled, ...more }) =>
      makeEvent(idOf(project), step, date, { ...more, settledFen: settled === undefined ? null : wan(settled) }),
    ),
  };
}

/** What is told of the orders of an example; what was approved took effect in the order in which they stand. */
function changesOf({ orders = [], printed, postings = [] }: RuleExample, data: PlanData): Finding[] {
  const made = orders.map(toOrder);
  const old = printed?.map(toProject) ?? null;
  const [project] = data.projects;
  return checkOrders({
    data,
    execution: NOTHING,
    postings: project ? postings.map((one, index) => toPosting(one, index, project, data)) : [],
    settings: ruleSettings(data.records),
    orders: made,
    printed: old && { name: '印发稿', at: '2026-01-01', count: old.length, totalFen: totalOf(old) },
    unregistered: old
      ? findUnregistered(expectedProjects(old, '2026-01-01', made), { name: '现在', ...data }, made)
      : [],
    asOf: '2026-11-30',
  });
}

function toOrder({ items, money = [], reason, ...paper }: ExampleOrder, index: number): ChangeOrder {
  return makeOrder(
    `order${index}`,
    items.map(({ before, after }) => ({ before: before.map(toProject), after: after.map(toProject), text: '' })),
    {
      reason: reason ?? null,
      ...paper,
      appliedAt: paper.approvedAt === undefined ? null : `${paper.approvedAt}T08:00:00.000Z`,
      fundLines: money.map((amount) => makeLine('b', 'e0', amount)),
    },
  );
}

/** What is told of the assets of an example. */
function assetsOf({ assets = [], acceptedAt }: RuleExample, data: PlanData): Finding[] {
  const [project] = data.projects;
  const made = assets.map(({ original, byFund = {}, isOfBefore = false, ...more }, index): Asset => {
    const parts = Object.entries(byFund).map(([id, amount]) => [id, wan(amount)]);
    return {
      ...blankAsset(`asset${index}`, more.name),
      ...{ projectIds: isOfBefore || !project ? [] : [project.id], projectText: isOfBefore ? '2014年的老项目' : '' },
      ...{ originalFen: original === undefined ? null : wan(original), byFund: Object.fromEntries(parts) },
      ...more,
    };
  });
  const events = acceptedAt && project ? [makeEvent(project.id, 'accepted', acceptedAt)] : [];
  const execution = { ...NOTHING, events };
  return checkAssets({ data, execution, assets: made, settings: ruleSettings(data.records), asOf: '2026-11-30' });
}

/** What is told of the indicators of an example. */
function indicatorsOfExample(rows: NonNullable<RuleExample['indicators']>, data: PlanData): Finding[] {
  return checkIndicators(withIndicators(rows, data), '2026-11-30');
}

function withIndicators(rows: NonNullable<RuleExample['indicators']>, data: PlanData): PlanData {
  const indicators = rows.map(({ name, unit, base, target, attribute }, index) => ({
    ...{ number: index + 1, group: '主要指标', name, unit, attribute },
    ...{ baseYear: '2020', baseValue: base, targetYear: '2025', targetValue: target },
  }));
  const values = rows.flatMap(({ values = {} }, index) =>
    Object.entries(values).map(([year, text]): [string, IndicatorValue] => {
      const said = { indicatorId: String(index + 1), year: Number(year), text };
      return [valueId(said.indicatorId, said.year), { ...said, state: '初步', source: '', date: null, note: '' }];
    }),
  );
  const records: Records = { ...data.records, 'indicator-value': new Map(values) };
  return { ...data, reference: { ...data.reference, indicators }, records };
}

/** What is told of the lists of an example. */
function listsOfExample({ lists = {}, indicators = [] }: RuleExample, data: PlanData): Finding[] {
  const projectId = data.projects[0]?.id;
  const records = Object.entries(lists).map(([kind, rows]) => {
    const { schema } = RECORD_KINDS[kind as ListId];
    return [kind, new Map(rows.map((row, index) => [`${index}`, schema.parse({ projectId, ...row })]))];
  });
  const judged = withIndicators(indicators, data);
  return checkLists({ ...judged, records: { ...judged.records, ...Object.fromEntries(records) } }, '2026-11-30');
}

/** What is told of the goals of an example. */
function goalsOfExample(goals: NonNullable<RuleExample['goals']>, data: PlanData): Finding[] {
  const records = goals.map(({ year, total, fiscal, indicators }): [string, Goal] => {
    const projectId = data.projects[0]?.id ?? '';
    const blank = { annualGoal: '', annualResult: '', executionReason: '', ...NO_GOAL_MONEY };
    const goal: Goal = {
      ...{ ...blank, projectId, year },
      totalFen: total === undefined ? null : wan(total),
      fiscalFen: fiscal === undefined ? null : wan(fiscal),
      indicators: indicators.map(({ weight = null, actual = '', ...one }) => ({
        ...{ ...one, weight, actual, isCore: false, origin: 'typed', midway: '', reason: '' },
      })),
    };
    return [goalId(projectId, year), goal];
  });
  return checkGoals({ ...data, records: { ...data.records, goal: new Map(records) } }, NOTHING, '2026-11-30');
}

/** The findings of an example. */
export function runExample(example: RuleExample): Finding[] {
  const isOnNotices = example.postings !== undefined;
  const projects = (example.projects ?? (isOnNotices ? [{ total: '20' }] : [])).map(toProject);
  const [first] = projects;
  const plan = planWith(projects);
  const { settings, execution } = example;
  const data = {
    ...plan,
    reference: { ...plan.reference, agencies: example.agencies ?? [] },
    claims: (example.subtotals ?? []).map(toClaim),
    records: settings ? { 'rule-settings': new Map([[settings.rule, settings]]) } : {},
  };
  const found = runChecks(data, {
    printed: (example.tables ?? []).map((table) => parsePublished(table, '例表.json')),
    ...(first && example.raw !== undefined
      ? {
          rawAmounts: new Map([[first.id, [{ column: 'total', cell: 'H5', raw: example.raw, unit: '万元' as const }]]]),
        }
      : {}),
    ...(example.before ? { baseline: { name: '上一版', projects: example.before.map(toProject) } } : {}),
  });
  const carriedOut = execution ? checkExecution(data, toExecution(execution), execution.asOf) : [];
  const changed = example.orders || example.printed ? changesOf(example, data) : [];
  const judged = example.indicators ? indicatorsOfExample(example.indicators, data) : [];
  const aimed = example.goals ? goalsOfExample(example.goals, data) : [];
  return [
    ...found,
    ...carriedOut,
    ...judged,
    ...aimed,
    ...(example.lists ? listsOfExample(example, data) : []),
    ...(isOnNotices ? reportedOf(example, data) : []),
    ...changed,
    ...(example.assets ? assetsOf(example, data) : []),
  ];
}

// The rows of a plan for a province's database. States and sums are computed here, by the code that the reports of the
// workbook come from; the database adds them up.
import { endOfLastMonth, isOverdue } from '#shared/city/month-figures.ts';
import { categoryPath } from '#shared/domain/categories.ts';
import type { Day } from '#shared/domain/execution.ts';
import { lifeState } from '#shared/domain/life.ts';
import type { Project } from '#shared/domain/project.ts';
import { splitCellKey } from '#shared/domain/project.ts';
import type { PlanInfo, ReferenceData } from '#shared/domain/reference.ts';
import { topSources } from '#shared/domain/reference.ts';
import { batchesById, type ProgressFigures, progressFigures } from '#shared/funds/figures.ts';
import { makeCategoryResolver, shortRegionName, topCategoryOf } from '#shared/tables/crosswalk.ts';
import { countedMoney } from '#shared/tables/plan-money.ts';
import { UNASSIGNED } from '#shared/tables/plan-sums.ts';
import { OVER } from '#shared/tables/split-amounts.ts';
import { traitReader } from '#shared/tables/traits.ts';
import type { PublishedPlan } from './plan.ts';

export type PublishValue = string | number | boolean | null;
export type PublishRow = Readonly<Record<string, PublishValue>>;

const UNCLASSED = '未分类';
const UNDIVIDED = '未分解';
const EXCESS = '超出';

/** The rows of a table without their publication; one at a time, so that a province of projects needs no second memory. */
export function rowsOf(table: string, plan: PublishedPlan): Iterable<PublishRow> {
  const make = MAKERS[table];
  if (!make) throw new Error(`no rows for ${table}`);
  return make(plan);
}

type Maker = (plan: PublishedPlan) => Iterable<PublishRow>;

const MAKERS: Readonly<Record<string, Maker>> = {
  region: ({ data }) =>
    data.reference.regions.map(({ code, name, level, parent }, position) => ({
      code,
      name,
      level,
      parent_code: parent,
      position,
    })),
  category: ({ data }) =>
    data.reference.categories.map(({ id, scheme, parent, ordinal, name }, position) => ({
      id,
      scheme,
      parent_id: parent,
      ordinal,
      name,
      position,
    })),
  category_mapping: ({ data }) => data.reference.mappings.map(({ from, to }) => ({ from_id: from, to_id: to })),
  fund_source: ({ data }) =>
    data.reference.fundSources.map(({ id, parent, name }, position) => ({ id, parent_id: parent, name, position })),
  indicator: ({ data }) =>
    data.reference.indicators.map((one) => ({
      number: one.number,
      group_name: one.group,
      name: one.name,
      unit: one.unit,
      base_year: one.baseYear,
      base_value: one.baseValue,
      target_year: one.targetYear,
      target_value: one.targetValue,
      attribute: one.attribute,
    })),
  project: projectRows,
  own_value: ownRows,
  allocation: allocationRows,
  project_source: sourceRows,
  life_event: ({ execution }) =>
    execution.events.map((one) => ({
      id: one.id,
      project_id: one.projectId,
      kind: one.kind,
      to_state: one.to === null ? null : lifeState(one.to).name,
      date: one.date,
      office: one.office,
      verdict: one.verdict,
      document_number: one.documentNumber,
      reason: one.reason,
      settled_fen: one.settledFen,
      is_backfilled: one.isBackfilled,
    })),
  fund_batch: (plan) =>
    figuresAt(plan, plan.asOf).batches.map(({ batch, unallocatedFen }) => ({
      id: batch.id,
      year: batch.year,
      source_id: batch.fundSourceId,
      source_text: batch.sourceText,
      direction: batch.direction,
      kind: batch.kind,
      upper_number: batch.upperNumber,
      upper_date: batch.upperDate,
      own_number: batch.ownNumber,
      own_date: batch.ownDate,
      received_date: batch.receivedDate,
      amount_fen: batch.amountFen,
      unallocated_fen: unallocatedFen,
      start_by: batch.startBy,
      finish_by: batch.finishBy,
      pay_by: batch.payBy,
    })),
  fund_line: ({ execution }) =>
    execution.lines.map((one) => ({
      id: one.id,
      batch_id: one.batchId,
      project_id: one.projectId,
      amount_fen: one.amountFen,
      date: one.date,
      document_number: one.documentNumber,
    })),
  payment: ({ execution }) =>
    execution.payments.map((one) => ({
      id: one.id,
      project_id: one.projectId,
      batch_id: one.batchId,
      date: one.date,
      amount_fen: one.amountFen,
      stage: one.stage,
      voucher: one.voucher,
    })),
  progress_note: ({ execution }) =>
    execution.notes.map((one) => ({
      id: one.id,
      project_id: one.projectId,
      date: one.date,
      percent: one.percent,
      done_fen: one.doneFen,
      text: one.text,
      problem: one.problem,
    })),
  progress: progressRows,
  *provenance({ data, origins }) {
    for (const { id } of data.projects) {
      const origin = origins.get(id);
      if (origin) yield { project_id: id, file: origin.file, sheet: origin.sheet, row_number: origin.row };
    }
  },
};

function* projectRows({ data }: PublishedPlan): Iterable<PublishRow> {
  const { reference } = data;
  const counted = countedMoney(data);
  const classes = classNames(data);
  const regions = new Map(reference.regions.map((region) => [region.code, shortRegionName(region)]));
  for (const [at, one] of data.projects.entries()) {
    yield {
      project_id: one.id,
      position: at + 1,
      code: one.code,
      name: one.name,
      category_id: one.categoryId,
      ...classes(one.categoryId),
      county_code: one.regionCode,
      county_name: regions.get(one.regionCode) ?? one.regionCode,
      town: one.town,
      village: one.village,
      nature: one.nature,
      content: one.content,
      start_at: one.startAt,
      end_at: one.endAt,
      households: one.households,
      people: one.people,
      poor_households: one.poorHouseholds,
      poor_people: one.poorPeople,
      villages: one.villages,
      unit: one.unit,
      department: one.department,
      implementer: one.implementer,
      national_type: one.nationalType,
      national_subtype: one.nationalSubtype,
      goal: one.goal,
      linkage: one.linkage,
      participation: one.participation,
      subsidy_standard: one.subsidyStandard,
      document_number: one.documentNumber,
      note: one.note,
      total_fen: one.amounts.total,
      counted_fen: counted.projects[at]?.amounts.total ?? 0,
    };
  }
}

/** What a class is called: its path, the class at its top, and the class of the office above that it counts as. */
function classNames({ plan, reference }: { plan: PlanInfo; reference: ReferenceData }) {
  const scheme = upperScheme(plan, reference);
  const resolve = scheme === null ? null : makeCategoryResolver(reference, scheme);
  const known = new Map<string | null, PublishRow>();
  const name = (id: string | null): PublishRow => {
    const path = categoryPath(reference, id);
    const top = path[0] ?? UNCLASSED;
    const upper = resolve?.(id) ?? null;
    return {
      class_path: path.join(' › ') || UNCLASSED,
      class_name: top,
      upper_class: upper === null ? top : topCategoryOf(reference, upper).name,
    };
  };
  return (id: string | null): PublishRow => {
    const found = known.get(id) ?? name(id);
    known.set(id, found);
    return found;
  };
}

/** The scheme that the plan's own classes count in elsewhere: the city's. */
function upperScheme({ scheme }: PlanInfo, { categories, mappings }: ReferenceData): string | null {
  const byId = new Map(categories.map((category) => [category.id, category]));
  const mapped = mappings.find(({ from }) => byId.get(from)?.scheme === scheme);
  return (mapped && byId.get(mapped.to)?.scheme) ?? null;
}

function* ownRows({ data }: PublishedPlan): Iterable<PublishRow> {
  const names = new Map(data.reference.ownColumns.map(({ id, name }) => [id, name]));
  for (const { id, own } of data.projects) {
    for (const [column, value] of Object.entries(own ?? {}))
      yield { project_id: id, column_name: names.get(column) ?? column, value };
  }
}

function* allocationRows({ data }: PublishedPlan): Iterable<PublishRow> {
  for (const { id, amounts } of data.projects) {
    const row = (year: string | null, source: string | null, fen: number): PublishRow => ({
      project_id: id,
      year,
      source_id: source,
      amount_fen: fen,
    });
    if (amounts.total !== null) yield row(null, null, amounts.total);
    for (const [source, fen] of Object.entries(amounts.bySource)) yield row(null, source, fen);
    for (const [year, fen] of Object.entries(amounts.byYear)) yield row(year, null, fen);
    for (const [key, fen] of Object.entries(amounts.cells)) {
      const { year, source } = splitCellKey(key);
      yield row(year, source, fen);
    }
  }
}

function* sourceRows({ data }: PublishedPlan): Iterable<PublishRow> {
  const counted = countedMoney(data);
  const traits = traitReader(counted);
  const tops = topSources(data.reference);
  const places = new Map(tops.map(({ id, name }, position) => [id, { name, position: position + 1 }]));
  const placeOf = (source: string): { name: string; position: number } => {
    if (source === OVER) return { name: EXCESS, position: tops.length + 2 };
    return places.get(source) ?? { name: UNDIVIDED, position: tops.length + 1 };
  };
  for (const project of counted.projects) {
    // Sources of one name are one: a name is what counties have in common.
    const sums = new Map<string, { fen: number; position: number }>();
    for (const { source, fen } of traits(project).money.sources) {
      const { name, position } = placeOf(source === UNASSIGNED ? '' : source);
      sums.set(name, { fen: (sums.get(name)?.fen ?? 0) + (source === OVER ? -fen : fen), position });
    }
    for (const [name, { fen, position }] of sums)
      yield { project_id: project.id, source_name: name, position, amount_fen: fen };
  }
}

/** The days that the database knows the progress of: the as-of day, and the end of the month before. */
export function progressDays(asOf: Day): [asOf: Day, monthBefore: Day] {
  return [asOf, endOfLastMonth(asOf)];
}

const figures = new WeakMap<PublishedPlan, Map<Day, ProgressFigures>>();

function figuresAt(plan: PublishedPlan, day: Day): ProgressFigures {
  const known = figures.get(plan) ?? new Map<Day, ProgressFigures>();
  figures.set(plan, known);
  const found = known.get(day) ?? progressFigures(plan.data, plan.execution, day);
  known.set(day, found);
  return found;
}

function* progressRows(plan: PublishedPlan): Iterable<PublishRow> {
  const batches = batchesById(plan.execution.batches);
  for (const day of progressDays(plan.asOf)) {
    for (const one of figuresAt(plan, day).projects) {
      const project: Project = one.project;
      yield {
        project_id: project.id,
        county_code: project.regionCode,
        as_of: day,
        state: one.state,
        life_state: lifeState(one.life.state).name,
        is_dropped: one.life.isDropped,
        is_released: one.state !== '未下达',
        is_started: one.state === '已开工' || one.state === '已竣工',
        is_finished: one.state === '已竣工',
        is_overdue: isOverdue(one, batches, day),
        is_industry: plan.isIndustry(project),
        released_fen: one.releasedFen,
        paid_fen: one.paidFen,
        done_fen: one.doneFen,
        percent: one.percent,
      };
    }
  }
}

// Examples of rules: a sentence for the help page, and the figures that the sentence tells of, so that a test can run it.
import type { Agency } from '#shared/domain/agencies.ts';
import type { Asset, AssetFund } from '#shared/domain/asset.ts';
import type { ChangeReason } from '#shared/domain/change-order.ts';
import type { FundBatch } from '#shared/domain/execution.ts';
import type { LifeEvent, LifeStateId, SideEvent } from '#shared/domain/life.ts';
import type { Project } from '#shared/domain/project.ts';
import type { PostingLevel, PostingStageId } from '../domain/posting.ts';
import type { GoalIndicator } from '../records/goal.ts';
import type { RuleRecord } from '../records/rule-settings.ts';

type Money = Readonly<Record<string, string>>;

/** A project in a few words; amounts in 万元, what is not named is filled in plausibly. */
export interface ExampleProject extends Partial<Omit<Project, 'amounts'>> {
  total?: string;
  bySource?: Money;
  byYear?: Money;
  cells?: Money;
}

/** A 标题行 or 合计 row of an imported sheet. */
export interface ExampleSubtotal {
  row: string;
  categoryId: string | null;
  count?: number;
  total?: string;
}

/** A notice of the first project; what is not named is filled in plausibly. */
export interface ExamplePosting {
  stage: PostingStageId;
  from: string;
  level?: PostingLevel;
  days?: number;
  hotline?: string;
  objection?: { answeredAt: string | null };
  /** What stood there, where it is not what the list says: 万元, 责任人, 补助标准. */
  postedTotal?: string;
  postedPerson?: string;
  postedStandard?: string;
}

/** Facts of carrying the plan out, in a few words; projects by their place among the example's, amounts in 万元. */
export interface ExampleExecution {
  asOf: string;
  batches?: readonly ({ id: string; amount: string } & Partial<FundBatch>)[];
  lines?: readonly { batch: string; project: number | 'fee'; amount: string; date?: string }[];
  payments?: readonly { project: number; date: string; amount: string; batch?: string }[];
  notes?: readonly { project: number; date: string; percent?: number; done?: string; saidPaid?: string }[];
  events?: readonly ({ project: number; step: LifeStateId | SideEvent; date: string | null; settled?: string } & Omit<
    Partial<LifeEvent>,
    'date'
  >)[];
}

/** A change order; projects are those of the example by their place, unless they have an id. */
export interface ExampleOrder {
  items: readonly { before: readonly ExampleProject[]; after: readonly ExampleProject[] }[];
  reason?: ChangeReason;
  documentNumber?: string;
  approvedAt?: string;
  /** What of batches it moves, in 万元. */
  money?: readonly string[];
}

/** An asset of the example's first project; amounts in 万元. */
export interface ExampleAsset extends Partial<Omit<Asset, 'byFund'>> {
  name: string;
  original?: string;
  byFund?: Readonly<Partial<Record<AssetFund, string>>>;
  /** Of a project that is none of the plan. */
  isOfBefore?: boolean;
}

/** An indicator of a plan of 2021–2025 with what came of it; the day is in 2026. */
export interface ExampleIndicator {
  name: string;
  unit: string | null;
  base: string | null;
  target: string | null;
  attribute: '约束性' | '预期性';
  values?: Readonly<Record<number, string>>;
}

/** Goals of the first project in a year; amounts in 万元. */
export interface ExampleGoal {
  year: number;
  total?: string;
  fiscal?: string;
  indicators: readonly (Pick<GoalIndicator, 'level' | 'kind' | 'name' | 'target'> & {
    weight?: number;
    actual?: string;
  })[];
}

export interface RuleExample {
  /** In Chinese, as a planner would tell it. */
  text: string;
  projects?: readonly ExampleProject[];
  subtotals?: readonly ExampleSubtotal[];
  /** Printed tables in the JSON of `xianjie check --published`. */
  tables?: readonly object[];
  /** Raw text of the first project's 总投资 cell. */
  raw?: string;
  /** The earlier version of the list. */
  before?: readonly ExampleProject[];
  /** Notices of the first project, its steps, and the day on which money was released to it. */
  postings?: readonly ExamplePosting[];
  steps?: readonly { to: LifeStateId; date: string }[];
  released?: string;
  /** The plan's list of responsible units. */
  agencies?: readonly Agency[];
  /** The list as it was printed, and the change orders since; those with a day of approval took effect. */
  printed?: readonly ExampleProject[];
  orders?: readonly ExampleOrder[];
  execution?: ExampleExecution;
  assets?: readonly ExampleAsset[];
  /** The day on which the first project was accepted. */
  acceptedAt?: string;
  indicators?: readonly ExampleIndicator[];
  goals?: readonly ExampleGoal[];
  /** Rows of lists beside the plan by kind, what is not named left blank; 联农带农 is of the first project. */
  lists?: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
  /** Settings other than the usual ones. */
  settings?: RuleRecord;
}

export interface RuleExamples {
  passes: RuleExample;
  fails: RuleExample;
}

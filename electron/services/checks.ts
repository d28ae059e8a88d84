// All findings of a workbook, each with the sheet row its project came from and what planners said about it.
import { publishedTablesOf } from '#seeds/published.ts';
import { checkAssets } from '#shared/assets/check-assets.ts';
import { withExplanations } from '#shared/checks/explanation.ts';
import type { Finding, FindingPart } from '#shared/checks/finding.ts';
import { type FindingGroup, type Grouping, groupFindings, makePlaceOf } from '#shared/checks/finding-groups.ts';
import { applyFixes } from '#shared/checks/fixes.ts';
import { checkManuscript } from '#shared/checks/manuscript-findings.ts';
import type { CheckOptions } from '#shared/checks/rule.ts';
import { ruleSettings } from '#shared/checks/rule-settings.ts';
import { runChecks } from '#shared/checks/run-checks.ts';
import type { Asset } from '#shared/domain/asset.ts';
import type { ChangeOrder } from '#shared/domain/change-order.ts';
import type { Execution } from '#shared/domain/execution.ts';
import type { Posting } from '#shared/domain/posting.ts';
import type { PublishedTable } from '#shared/domain/published-table.ts';
import type { PlanVersion } from '#shared/domain/version.ts';
import { checkExecution } from '#shared/execution-checks/check-execution.ts';
import { checkGoals } from '#shared/goals/check-goals.ts';
import { checkIndicators } from '#shared/indicators/check-indicators.ts';
import { checkLists } from '#shared/lists/check-lists.ts';
import { checkOrders } from '#shared/orders/check-orders.ts';
import { checkPostings } from '#shared/postings/check-postings.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { localDay } from '#shared/values/local-time.ts';
import { keptTables } from './claims.ts';
import { type ImportMemory, importMemory } from './import-memory.ts';
import { orderFacts } from './orders/facts.ts';
import { postingFacts } from './postings/facts.ts';
import type { Session } from './session.ts';

export interface WantedChecks {
  /** Also the tables printed for the region, as the seeds hold them. */
  published?: boolean;
  /** Printed tables that the user brought. */
  files?: readonly PublishedTable[];
  /** An earlier version to compare with. */
  baseline?: CheckOptions['baseline'];
  /** The day up to which facts of carrying the plan out count; today where it is not given. */
  asOf?: string | undefined;
}

/** Findings of the list and of what else is asked for; printed tables are compared with the list where it holds projects. */
export function findAll(session: Session, wanted: WantedChecks = {}): readonly Finding[] {
  return withExplanations(findUnexplained(session, wanted), session.planData().records);
}

/** The lists of each state of the plan, with and without the printed tables: window, 构成 and 差错清单 share them. */
const remembered = new WeakMap<PlanData, Map<boolean, readonly Finding[]>>();

/** The findings on dated facts as they were told last, joined with the list of the plan that they stood behind. */
interface Joined {
  execution: Execution;
  postings: readonly Posting[];
  assets: readonly Asset[];
  orders: readonly ChangeOrder[];
  versions: readonly PlanVersion[];
  asOf: string;
  found: readonly Finding[];
  all: WeakMap<readonly Finding[], readonly Finding[]>;
}
const joined = new WeakMap<PlanData, Joined>();

function findUnexplained(session: Session, wanted: WantedChecks): readonly Finding[] {
  const plan = findInPlan(session, wanted);
  const data = session.planData();
  const facts = {
    ...{ execution: session.execution(), postings: session.postings(), assets: session.assets() },
    ...{ orders: session.orders(), versions: session.versions(), asOf: wanted.asOf ?? localDay(new Date()) },
  };
  const { execution, asOf } = facts;
  let known = joined.get(data);
  if (!known || (Object.keys(facts) as (keyof typeof facts)[]).some((key) => known?.[key] !== facts[key])) {
    const dated = [
      ...checkExecution(data, execution, asOf),
      ...checkPostings(postingFacts(session, asOf)),
      ...checkOrders(orderFacts(session, asOf)),
      ...checkAssets({ data, ...facts, settings: ruleSettings(data.records) }),
      ...checkIndicators(data, asOf),
      ...checkGoals(data, execution, asOf),
      ...checkLists(data, asOf),
    ];
    const found = withOrigins(dated, importMemory(session).origins);
    known = { ...facts, found, all: new WeakMap() };
    joined.set(data, known);
  }
  if (known.found.length === 0) return plan;
  const all = known.all.get(plan) ?? [...plan, ...known.found];
  known.all.set(plan, all);
  return all;
}

function findInPlan(session: Session, wanted: WantedChecks): readonly Finding[] {
  const { published = false, files = [], baseline } = wanted;
  if (files.length > 0 || baseline) return findAnew(session, wanted);
  const data = session.planData();
  const lists = remembered.get(data) ?? new Map<boolean, readonly Finding[]>();
  remembered.set(data, lists);
  const findings = lists.get(published) ?? findAnew(session, wanted);
  lists.set(published, findings);
  return findings;
}

function findAnew(session: Session, wanted: WantedChecks): readonly Finding[] {
  const { published = false, files = [], baseline } = wanted;
  const data = session.planData();
  const kept = keptTables(data).map(({ table }) => table);
  const printed = [...(published ? publishedTablesOf(data.plan.regionCode) : []), ...kept, ...files];
  const { imports, rawAmounts, origins } = importMemory(session);
  const findings = runChecks(data, { imports, rawAmounts, printed, ...(baseline ? { baseline } : {}) });
  return [...withOrigins(findings, origins), ...checkManuscript(data)];
}

/** What a 差错清单 holds. */
export type WantedList = WantedChecks & { groupBy: Grouping };

/** All findings in groups, for the 差错清单. */
export function groupedFindings(session: Session, { groupBy, ...wanted }: WantedList): FindingGroup[] {
  const { projects, reference } = session.planData();
  const index = new Map(projects.map((project) => [project.id, project]));
  return groupFindings(findAll(session, wanted), groupBy, makePlaceOf(index, reference));
}

/** What the right value of a finding is made of; [] for one that is no sum or is gone. */
export function partsOf(session: Session, key: string, wanted: WantedChecks): readonly FindingPart[] {
  return findUnexplained(session, wanted).find((finding) => finding.key === key)?.parts ?? [];
}

/** Makes chosen repairs as one undo step; gives how many. */
export function makeFixes(session: Session, ids: readonly string[]): number {
  const { projects, made } = applyFixes(session.planData(), ids);
  if (made > 0) {
    session.change('checks.fix', `自动修正 ${made} 处`, (tx) => {
      for (const project of projects) tx.put('project', project.id, project);
    });
  }
  return made;
}

/** A finding about a project with the sheet row it came from; remembered, since rules remember findings too. */
const placed = new WeakMap<Finding, Finding>();

function withOrigins(findings: readonly Finding[], origins: ImportMemory['origins']): readonly Finding[] {
  if (origins.size === 0) return findings;
  return findings.map((finding) => {
    const source = finding.projectId === undefined ? undefined : origins.get(finding.projectId);
    if (!source || finding.source) return finding;
    const known = placed.get(finding);
    if (known?.source === source) return known;
    const made = { ...finding, source };
    placed.set(finding, made);
    return made;
  });
}

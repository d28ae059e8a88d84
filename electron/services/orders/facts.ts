// What everything on change orders is computed from: plan, orders, what was printed last and what differs from it.
import { orderRequired } from '#shared/checks/order-rule-heads.ts';
import { ruleSettings } from '#shared/checks/rule-settings.ts';
import type { ChangeOrder } from '#shared/domain/change-order.ts';
import type { Day } from '#shared/domain/execution.ts';
import type { Project } from '#shared/domain/project.ts';
import type { PlanVersion } from '#shared/domain/version.ts';
import { expectedProjects, lastPrinted } from '#shared/orders/expected.ts';
import type { OrderFacts, Printed } from '#shared/orders/facts.ts';
import { findUnregistered, type Unregistered } from '#shared/orders/unregistered.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import type { Session } from '../session.ts';
import { unpackPlan } from '../versions/content.ts';

interface Since {
  printed: Printed | null;
  unregistered: readonly Unregistered[];
}

const NOTHING: Since = { printed: null, unregistered: [] };

/** The projects inside a version: unpacked once. */
const unpacked = new WeakMap<PlanVersion, readonly Project[]>();
/** What is expected by orders and version; what differs from it by plan. */
const expected = new WeakMap<
  readonly ChangeOrder[],
  { version: PlanVersion; projects: ReadonlyMap<string, Project> }
>();
const known = new WeakMap<PlanData, { orders: readonly ChangeOrder[]; version: PlanVersion; since: Since }>();

/** What was printed last and what of the list is not as it should be since. Errors (AppError): damaged. */
export function changesSince(session: Session): Since {
  const data = session.planData();
  const version = lastPrinted(session.versions());
  if (version === null || !orderRequired(ruleSettings(data.records))) return NOTHING;
  const orders = session.orders();
  const before = known.get(data);
  if (before?.orders === orders && before.version === version) return before.since;
  const side = { name: '现在的项目表', ...data };
  const { name, at, projectCount: count, totalFen } = version;
  const since: Since = {
    printed: { name, at, count, totalFen },
    unregistered: findUnregistered(expectedNow(version, orders), side, orders),
  };
  known.set(data, { orders, version, since });
  return since;
}

function expectedNow(version: PlanVersion, orders: readonly ChangeOrder[]): ReadonlyMap<string, Project> {
  const before = expected.get(orders);
  if (before?.version === version) return before.projects;
  const printed = unpacked.get(version) ?? unpackPlan(version.name, version.content).projects;
  unpacked.set(version, printed);
  const projects = expectedProjects(printed, version.at, orders);
  expected.set(orders, { version, projects });
  return projects;
}

export function orderFacts(session: Session, asOf: Day): OrderFacts {
  const data = session.planData();
  return {
    data,
    execution: session.execution(),
    postings: session.postings(),
    settings: ruleSettings(data.records),
    orders: session.orders(),
    ...changesSince(session),
    asOf,
  };
}

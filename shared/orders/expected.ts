// What the plan should be since it was printed: the last 印发稿 with all orders that took effect after it (SPECS G2).

import { applyDifference } from '../compare/fact.ts';
import { mergeFacts } from '../compare/merge.ts';
import type { ChangeOrder } from '../domain/change-order.ts';
import type { Project } from '../domain/project.ts';
import type { PlanVersion } from '../domain/version.ts';

/** The last version that was printed and sent; null: the plan is free. */
export function lastPrinted(versions: readonly PlanVersion[]): PlanVersion | null {
  return versions
    .filter(({ kind }) => kind === '印发稿')
    .reduce<PlanVersion | null>((last, one) => (last === null || one.at >= last.at ? one : last), null);
}

/** The projects as printed and as orders since made them, by id. */
export function expectedProjects(
  printed: readonly Project[],
  at: string,
  orders: readonly ChangeOrder[],
): Map<string, Project> {
  const expected = new Map(printed.map((project) => [project.id, project]));
  const since = orders
    .flatMap((order) => (order.appliedAt !== null && order.appliedAt > at ? [{ ...order, at: order.appliedAt }] : []))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  for (const { items } of since) {
    for (const { before, after } of items) {
      const old = new Map(before.map((project) => [project.id, project]));
      const fresh = new Map(after.map((project) => [project.id, project]));
      for (const id of old.keys()) if (!fresh.has(id)) expected.delete(id);
      for (const [id, wanted] of fresh) {
        const [base, project] = [old.get(id) ?? null, expected.get(id)];
        // One that was added without an order stays unregistered, whatever an order changed in it later.
        if (!project && base) continue;
        expected.set(id, project ? follow(base, project, wanted) : wanted);
      }
    }
  }
  return expected;
}

/** What the order changed, and nothing else: what was typed without an order stays unregistered. */
function follow(base: Project | null, mine: Project, theirs: Project): Project {
  const { fact, conflicts } = mergeFacts(base, mine, theirs);
  return applyDifference(
    fact,
    conflicts.map(({ path, theirs: after }) => ({ path, after })),
  );
}

// What of batches goes along with an order (SPECS G4): taken from what projects were given, as far as nobody need choose.
import type { ChangeItem, ChangeOrder } from '../domain/change-order.ts';
import type { FundLine } from '../domain/execution.ts';
import { NAMELESS, type Project } from '../domain/project.ts';
import { addFen, type Fen, subtractFen, toFen, wanText, ZERO } from '../values/money.ts';
import { totalOf } from '../versions/compare.ts';

export interface MovedMoney {
  projectId: string;
  batchId: string;
  amountFen: Fen;
}

export interface MoneyProposal {
  moved: MovedMoney[];
  /** Items of which a person has to say it, in words. */
  open: string[];
}

export function proposeMoney({ items }: Pick<ChangeOrder, 'items'>, lines: readonly FundLine[]): MoneyProposal {
  const result: MoneyProposal = { moved: [], open: [] };
  for (const item of items) {
    const given = givenTo(item.before, lines);
    if (given.length === 0) continue;
    const moved = moveOf(item, given);
    if (moved === null) {
      const names = item.before.map(({ name }) => `“${name || NAMELESS}”`).join('、');
      const sum = addFen(ZERO, ...given.map(({ amountFen }) => amountFen));
      result.open.push(`${names}已下达 ${wanText(sum)} 万元，不知道从哪个批次调整多少，请自己填。`);
    } else result.moved.push(...moved);
  }
  return result;
}

/** What each project was given of each batch, amounts that came back taken off. */
function givenTo(projects: readonly Project[], lines: readonly FundLine[]): MovedMoney[] {
  const ids = new Set(projects.map(({ id }) => id));
  const sums = new Map<string, MovedMoney>();
  for (const { projectId, batchId, amountFen } of lines) {
    if (!ids.has(projectId)) continue;
    const key = `${projectId}|${batchId}`;
    const before = sums.get(key)?.amountFen ?? ZERO;
    sums.set(key, { projectId, batchId, amountFen: addFen(before, amountFen) });
  }
  return [...sums.values()].filter(({ amountFen }) => amountFen !== 0);
}

/** null: several batches, or not all of the money, could be meant. */
function moveOf({ before, after }: ChangeItem, given: readonly MovedMoney[]): MovedMoney[] | null {
  const [old, fresh] = [before[0], after[0]];
  const back = given.map((one) => ({ ...one, amountFen: toFen(-one.amountFen) }));
  if (!fresh) return back;
  const [only] = given;
  const batches = new Set(given.map(({ batchId }) => batchId));
  if (!only || batches.size > 1 || after.some(({ amounts }) => amounts.total === null)) return null;
  const { batchId } = only;
  if (old && before.length === 1 && after.length === 1 && old.id === fresh.id) {
    const difference = subtractFen(totalOf(after), totalOf(before));
    return difference === 0 ? [] : [{ projectId: old.id, batchId, amountFen: difference }];
  }
  if (addFen(ZERO, ...given.map(({ amountFen }) => amountFen)) !== totalOf(before)) return null;
  return [...back, ...after.map((project) => ({ projectId: project.id, batchId, amountFen: totalOf([project]) }))];
}

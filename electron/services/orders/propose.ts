// 提出调整: what projects are to become, as it was typed. The list is read, not touched.
import type { ChangeItem } from '#shared/domain/change-order.ts';
import { blankProject, type Project } from '#shared/domain/project.ts';
import { homeRegion } from '#shared/domain/reference.ts';
import { followTotal, partAmounts } from '#shared/orders/follow-total.ts';
import { AppError } from '#shared/values/app-error.ts';
import { boundTypesOf, typesOf } from '#shared/versions/change-types.ts';
import { typeInto } from '../project-edit.ts';
import { makeProjectId } from '../project-ids.ts';
import type { Session } from '../session.ts';
import { addOrder, assertReason, type OrderWords } from './edit-orders.ts';

export interface TypedCell {
  column: string;
  text: string;
}

export interface ItemDraft {
  /** Ids of projects; [] 新增. */
  before: readonly string[];
  /** A project of `before` that stays, or null for a new one; [] 取消. */
  after: readonly { id: string | null; cells: readonly TypedCell[] }[];
  text: string;
}

/** Gives the id of the order. Errors (AppError): not-found; invalid-input for what cannot be typed, or changes nothing. */
export function proposeOrder(session: Session, drafts: readonly ItemDraft[], words: OrderWords): string {
  assertReason(words);
  const taken = new Set<string>();
  for (const { before } of drafts)
    for (const id of before) {
      const { name } = session.project(id);
      if (taken.has(id)) throw new AppError('invalid-input', `“${name}”在一个调整里写了两次。请合成一项。`);
      taken.add(id);
    }
  return addOrder(
    session,
    drafts.map((draft) => itemOf(session, draft)),
    words,
  );
}

function itemOf(session: Session, { before, after, text }: ItemDraft): ChangeItem {
  const old = before.map((id) => session.project(id));
  const [first] = old;
  const fresh = after.map(({ id, cells }) => {
    const stays = old.find((one) => one.id === id);
    if (id !== null && !stays) throw new AppError('invalid-input', '调整后的项目不在调整前的项目里。请刷新后再试。');
    if (stays) return followed(stays, typeInto(session, stays, cells), cells);
    return part(session, first, cells);
  });
  const [result] = fresh;
  if (old.length === 0 && fresh.length === 0) throw new AppError('invalid-input', '调整里没有项目。');
  if (first && result && old.length === 1 && fresh.length === 1 && typesOf(first, result).length === 0)
    throw new AppError('invalid-input', `“${first.name}”调整前后一样。请填要改成什么。`);
  return { before: old, after: fresh, text };
}

/** A typed 总投资 takes its one source and year along, unless they were typed too. */
function followed(project: Project, typed: Project, cells: readonly TypedCell[]): Project {
  const isTotalOnly = cells.every(({ column }) => !/^(?:source|year):/.test(column));
  const { total } = typed.amounts;
  if (!isTotalOnly || total === null || boundTypesOf(project, typed).length === 0) return typed;
  return { ...typed, amounts: followTotal(project.amounts, total).amounts };
}

/** A new project; of a split one it has place, class, years and offices of what it was. */
function part(session: Session, whole: Project | undefined, cells: readonly TypedCell[]): Project {
  const id = makeProjectId();
  const data = session.planData();
  const blank = blankProject({ id, position: 0, categoryId: whole?.categoryId ?? null, regionCode: homeRegion(data) });
  const start: Project = whole ? { ...whole, id, code: null, amounts: blank.amounts } : blank;
  const typed = typeInto(session, start, cells);
  const hasMoney = cells.some(({ column }) => /^(?:source|year):/.test(column));
  if (!whole || hasMoney) return typed;
  return { ...typed, amounts: partAmounts(whole.amounts, typed.amounts.total).amounts };
}

// The steps that classes, fund sources and places share: put in, move, take out and merge things of a tree.
import type { Category, FundSource, Region } from '../domain/reference.ts';
import { cleanAliases, itemId, subtree } from './frame.ts';

type Item = Category | FundSource | Region;

/** A sentence in Chinese: why a change cannot be made. */
export class FrameError extends Error {}

/** Finds a thing; throws FrameError where it is not there. */
export function itemOf<T extends Item>(items: readonly T[], id: string, what: string): T {
  const found = items.find((item) => itemId(item) === id);
  if (!found) throw new FrameError(`没有代码为“${id}”的${what}，可能刚被删除或撤销。请刷新后再试。`);
  return found;
}

/** Puts a thing among its siblings: before one of them, or at the end. */
export function putItem<T extends Item>(items: readonly T[], item: T, before: string | null): T[] {
  const rest = items.filter((one) => itemId(one) !== itemId(item));
  const at = before === null ? -1 : rest.findIndex((one) => itemId(one) === before);
  return at < 0 ? [...rest, item] : rest.toSpliced(at, 0, item);
}

/** Adds a thing under an id that is free. */
export function addItem<T extends Item>(items: readonly T[], item: T, before: string | null, what: string): T[] {
  const known = items.find((one) => itemId(one) === itemId(item));
  if (known) throw new FrameError(`${what}的代码“${itemId(item)}”已经是“${known.name}”的，不能再给“${item.name}”。`);
  return putItem(items, item, before);
}

/** Changes fields of a thing in its place; an old name stays as an alias. */
export function setItem<T extends Item>(items: readonly T[], item: T, set: Partial<T>): T[] {
  const next = { ...item, ...set };
  const name = next.name.trim();
  const renamed = name === item.name ? [] : [item.name];
  const aliases = cleanAliases(name, [...next.aliases, ...renamed]);
  return items.map((one) => (one === item ? { ...next, name, aliases } : one));
}

/** Moves a thing with all under it; not beneath itself. */
export function moveItem<T extends Item>(
  items: readonly T[],
  item: T,
  parent: string | null,
  before: string | null,
): T[] {
  if (parent !== null && subtree(items, itemId(item)).has(parent)) {
    const over = items.find((one) => itemId(one) === parent)?.name ?? parent;
    const where = parent === itemId(item) ? '自己' : `它自己的下级“${over}”`;
    throw new FrameError(`“${item.name}”不能移到${where}下面，上下级会绕成一圈。请选别的上级。`);
  }
  return putItem(items, { ...item, parent }, before);
}

/** One thing goes into another: its names become aliases, what stands under it goes along. */
export function mergeItems<T extends Item>(items: readonly T[], item: T, into: T): T[] {
  if (itemId(item) === itemId(into)) throw new FrameError(`“${item.name}”不能并入自己。`);
  if (subtree(items, itemId(item)).has(itemId(into)))
    throw new FrameError(`“${item.name}”不能并入它自己的下级“${into.name}”。请先把“${into.name}”移出来。`);
  const aliases = cleanAliases(into.name, [...into.aliases, item.name, ...item.aliases]);
  return items
    .filter((one) => one !== item)
    .map((one) => {
      if (one === into) return { ...one, aliases };
      return one.parent === itemId(item) ? { ...one, parent: itemId(into) } : one;
    });
}

// Changes of class schemes (规划类别): add, rename, move, merge, take out, number, map.

import type { Category } from '../domain/reference.ts';
import { makeCategoryResolver } from '../tables/crosswalk.ts';
import { chineseOrdinal } from '../values/numerals.ts';
import type { FrameChangeOf } from './changes.ts';
import type { Draft } from './draft.ts';
import { subtree } from './frame.ts';
import { redirect } from './moves.ts';
import { addItem, FrameError, itemOf, mergeItems, moveItem, setItem } from './trees.ts';

export function addClass({ frame, labels }: Draft, change: FrameChangeOf<'class-add'>): void {
  const { id, scheme, parent, ordinal, before } = change;
  const name = change.name.trim();
  frame.categories = addItem(
    frame.categories,
    { id, scheme, parent, ordinal: ordinal.trim(), name, aliases: [], lastYear: null },
    before,
    '类别',
  );
  labels.push(`新增类别“${name}”`);
}

export function setClass({ frame, labels }: Draft, { id, ...change }: FrameChangeOf<'class-set'>): void {
  const item = itemOf(frame.categories, id, '类别');
  const set: Partial<Category> = {
    ...(change.name === undefined ? {} : { name: change.name }),
    ...(change.ordinal === undefined ? {} : { ordinal: change.ordinal.trim() }),
    ...(change.aliases === undefined ? {} : { aliases: change.aliases }),
    ...(change.lastYear === undefined ? {} : { lastYear: change.lastYear }),
  };
  frame.categories = setItem(frame.categories, item, set);
  labels.push(
    change.name === undefined || change.name.trim() === item.name
      ? `修改类别“${item.name}”`
      : `类别“${item.name}”改名为“${change.name.trim()}”`,
  );
}

export function moveClass({ frame, labels }: Draft, { id, parent, before }: FrameChangeOf<'class-move'>): void {
  const item = itemOf(frame.categories, id, '类别');
  frame.categories = moveItem(frame.categories, item, parent, before);
  labels.push(`移动类别“${item.name}”`);
}

export function mergeClass(draft: Draft, change: FrameChangeOf<'class-merge'>): void {
  const { frame, moves, labels } = draft;
  const item = itemOf(frame.categories, change.id, '类别');
  const into = itemOf(frame.categories, change.into, '类别');
  if (item.scheme !== into.scheme)
    throw new FrameError(
      `“${item.name}”和“${into.name}”不在同一类别体系中，不能合并；可以在“类别对应”中写明对应关系。`,
    );
  frame.categories = mergeItems(frame.categories, item, into);
  redirect(moves.classes, item.id, into.id);
  frame.mappings = frame.mappings.flatMap((one) => {
    if (one.from === item.id) return [];
    return one.to === item.id ? { from: one.from, to: into.id } : one;
  });
  labels.push(`类别“${item.name}”并入“${into.name}”`);
}

export function removeClass({ frame, moves, labels }: Draft, { id, to }: FrameChangeOf<'class-remove'>): void {
  const item = itemOf(frame.categories, id, '类别');
  const gone = subtree(frame.categories, id);
  if (typeof to === 'string') {
    const target = itemOf(frame.categories, to, '类别');
    if (gone.has(to))
      throw new FrameError(`“${item.name}”下的项目不能改列到要一并删除的“${target.name}”。请另选一个类别。`);
  }
  frame.categories = frame.categories.filter((one) => !gone.has(one.id));
  frame.mappings = frame.mappings.filter((one) => !gone.has(one.from) && !gone.has(one.to));
  if (to !== undefined) for (const one of gone) redirect(moves.classes, one, to);
  labels.push(`删除类别“${item.name}”`);
}

export function numberClasses({ frame, labels }: Draft, { scheme, parent }: FrameChangeOf<'class-number'>): void {
  let at = 0;
  frame.categories = frame.categories.map((one) => {
    if (one.scheme !== scheme || one.parent !== parent) return one;
    at += 1;
    return { ...one, ordinal: parent === null ? chineseOrdinal(at) : `（${chineseOrdinal(at)}）` };
  });
  labels.push('类别重新编号');
}

export function mapClass({ frame, labels }: Draft, { from, scheme, to }: FrameChangeOf<'map'>): void {
  const item = itemOf(frame.categories, from, '类别');
  const schemeOf = new Map(frame.categories.map((one) => [one.id, one.scheme]));
  const rest = frame.mappings.filter((one) => one.from !== from || schemeOf.get(one.to) !== scheme);
  frame.mappings = to === null ? rest : [...rest, { from, to }];
  labels.push(`类别“${item.name}”的对应`);
}

export function addScheme({ frame, labels }: Draft, { id, name }: FrameChangeOf<'scheme-add'>): void {
  if (frame.schemes.some((one) => one.id === id)) throw new FrameError(`类别体系的代码“${id}”已经用过了。`);
  frame.schemes = [...frame.schemes, { id, name: name.trim() }];
  labels.push(`新增类别体系“${name.trim()}”`);
}

export function setScheme({ frame, labels }: Draft, { id, name }: FrameChangeOf<'scheme-set'>): void {
  frame.schemes = frame.schemes.map((one) => (one.id === id ? { id, name: name.trim() } : one));
  labels.push(`类别体系改名为“${name.trim()}”`);
}

export function removeScheme({ frame, labels }: Draft, { id }: FrameChangeOf<'scheme-remove'>): void {
  const name = frame.schemes.find((one) => one.id === id)?.name ?? id;
  if (frame.plan.scheme === id) throw new FrameError(`本规划正在使用“${name}”，不能删除。请先换用别的类别体系。`);
  const gone = new Set(frame.categories.filter(({ scheme }) => scheme === id).map((one) => one.id));
  frame.schemes = frame.schemes.filter((one) => one.id !== id);
  frame.categories = frame.categories.filter((one) => !gone.has(one.id));
  frame.mappings = frame.mappings.filter(({ from, to }) => !gone.has(from) && !gone.has(to));
  labels.push(`删除类别体系“${name}”`);
}

/** Projects go to what their class counts as in the new scheme; without a mapping they are 未分类. */
export function adoptScheme({ frame, moves, labels }: Draft, { id }: FrameChangeOf<'scheme-use'>): void {
  const scheme = frame.schemes.find((one) => one.id === id);
  if (!scheme) throw new FrameError(`没有代码为“${id}”的类别体系。`);
  const resolve = makeCategoryResolver(frame, id);
  for (const one of frame.categories) {
    if (one.scheme === id) continue;
    const target = resolve(one.id)?.id ?? null;
    if (target !== null) redirect(moves.classes, one.id, target);
    else if (one.scheme === frame.plan.scheme) moves.classes.set(one.id, null);
  }
  frame.plan = { ...frame.plan, scheme: id };
  labels.push(`改用类别体系“${scheme.name}”`);
}

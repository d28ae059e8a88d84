// Changes of places (地区): towns and villages are added, renamed, merged and moved (撤并). Projects keep the words of
// their place, which go on being read; on request they are written anew.
import type { Region } from '../domain/reference.ts';
import type { FrameChangeOf } from './changes.ts';
import type { Draft } from './draft.ts';
import type { PlaceRewrite } from './moves.ts';
import { addItem, FrameError, itemOf, mergeItems, moveItem, setItem } from './trees.ts';

const WHAT = '地区';

const written = ({ name, aliases }: Region): string[] => [name, ...aliases].map((text) => text.replace(/\s/g, ''));

/** The rewriting of what projects say of a town, or of a village in its town. */
function rewriteOf(regions: readonly Region[], place: Region, to: PlaceRewrite['to']): PlaceRewrite[] {
  const parent = regions.find(({ code }) => code === place.parent);
  if (place.level === 'town' && parent) return [{ county: parent.code, towns: written(place), villages: null, to }];
  if (place.level !== 'village' || !parent || parent.parent === null) return [];
  return [{ county: parent.parent, towns: written(parent), villages: written(place), to }];
}

export function addPlace(
  { frame, labels }: Draft,
  { code, parent, level, before, ...change }: FrameChangeOf<'place-add'>,
): void {
  itemOf(frame.regions, parent, WHAT);
  const name = change.name.trim();
  frame.regions = addItem(frame.regions, { code, parent, name, aliases: [], level }, before, WHAT);
  labels.push(`新增地区“${name}”`);
}

export function setPlace(
  { frame, moves, labels }: Draft,
  { code, rewrite, ...change }: FrameChangeOf<'place-set'>,
): void {
  const item = itemOf(frame.regions, code, WHAT);
  const name = (change.name ?? item.name).trim();
  frame.regions = setItem(frame.regions, item, {
    name,
    ...(change.aliases === undefined ? {} : { aliases: change.aliases }),
  });
  if (rewrite && name !== item.name) {
    const to = item.level === 'town' ? { town: name } : { village: name };
    moves.places.push(...rewriteOf(frame.regions, item, to));
  }
  // The title and head of a plan name its own county.
  if (frame.plan.regionCode === code && name !== item.name) frame.plan = { ...frame.plan, regionName: name };
  labels.push(name === item.name ? `修改地区“${name}”` : `地区“${item.name}”改名为“${name}”`);
}

export function movePlace(
  { frame, moves, labels }: Draft,
  { code, parent, before, rewrite }: FrameChangeOf<'place-move'>,
): void {
  const item = itemOf(frame.regions, code, WHAT);
  const over = itemOf(frame.regions, parent, WHAT);
  if (rewrite && item.level === 'village' && item.parent !== parent)
    moves.places.push(...rewriteOf(frame.regions, item, { town: over.name }));
  frame.regions = moveItem(frame.regions, item, parent, before);
  labels.push(`“${item.name}”划归“${over.name}”`);
}

export function mergePlace(
  { frame, moves, labels }: Draft,
  { code, into: target, rewrite }: FrameChangeOf<'place-merge'>,
): void {
  const item = itemOf(frame.regions, code, WHAT);
  const into = itemOf(frame.regions, target, WHAT);
  if (item.level !== into.level)
    throw new FrameError(
      `“${item.name}”和“${into.name}”不是同一级，不能合并；可以把“${item.name}”移到“${into.name}”下面。`,
    );
  if (rewrite && item.level === 'town') moves.places.push(...rewriteOf(frame.regions, item, { town: into.name }));
  if (rewrite && item.level === 'village') {
    const town = frame.regions.find((one) => one.code === into.parent);
    const to = { village: into.name, ...(town && into.parent !== item.parent ? { town: town.name } : {}) };
    moves.places.push(...rewriteOf(frame.regions, item, to));
  }
  frame.regions = mergeItems(frame.regions, item, into);
  labels.push(`“${item.name}”并入“${into.name}”`);
}

export function removePlace({ frame, labels }: Draft, { code }: FrameChangeOf<'place-remove'>): void {
  const item = itemOf(frame.regions, code, WHAT);
  frame.regions = frame.regions.filter((one) => one !== item);
  labels.push(`删除地区“${item.name}”`);
}

// Changes of fund sources (资金来源) and of the names that they bear for some years.
import type { FundSource } from '../domain/reference.ts';
import type { FrameChangeOf } from './changes.ts';
import type { Draft } from './draft.ts';
import { redirect } from './moves.ts';
import { addItem, itemOf, mergeItems, moveItem, setItem } from './trees.ts';

const WHAT = '资金来源';

export function addSource(
  { frame, labels }: Draft,
  { id, parent, before, ...change }: FrameChangeOf<'source-add'>,
): void {
  const name = change.name.trim();
  frame.fundSources = addItem(
    frame.fundSources,
    { id, parent, name, aliases: [], names: [], shown: 'always' },
    before,
    WHAT,
  );
  labels.push(`新增资金来源“${name}”`);
}

export function setSource({ frame, labels }: Draft, { id, ...change }: FrameChangeOf<'source-set'>): void {
  const item = itemOf(frame.fundSources, id, WHAT);
  const names = change.names?.map((one) => ({ ...one, name: one.name.trim() }));
  const set: Partial<FundSource> = {
    ...(change.name === undefined ? {} : { name: change.name }),
    ...(change.aliases === undefined ? {} : { aliases: change.aliases }),
    ...(names === undefined ? {} : { names }),
    ...(change.shown === undefined ? {} : { shown: change.shown }),
  };
  // A name of some years that is written no longer is still read in sheets.
  const dropped = item.names
    .map((one) => one.name)
    .filter((one) => !(names ?? item.names).some(({ name }) => name === one));
  const aliases = [...(set.aliases ?? item.aliases), ...dropped];
  frame.fundSources = setItem(frame.fundSources, item, { ...set, aliases });
  labels.push(
    change.name === undefined || change.name.trim() === item.name
      ? `修改资金来源“${item.name}”`
      : `资金来源“${item.name}”改名为“${change.name.trim()}”`,
  );
}

export function moveSource({ frame, labels }: Draft, { id, parent, before }: FrameChangeOf<'source-move'>): void {
  const item = itemOf(frame.fundSources, id, WHAT);
  frame.fundSources = moveItem(frame.fundSources, item, parent, before);
  labels.push(`移动资金来源“${item.name}”`);
}

export function mergeSource({ frame, moves, labels }: Draft, change: FrameChangeOf<'source-merge'>): void {
  const item = itemOf(frame.fundSources, change.id, WHAT);
  const into = itemOf(frame.fundSources, change.into, WHAT);
  const named = { ...item, aliases: [...item.aliases, ...item.names.map(({ name }) => name)] };
  const sources = frame.fundSources.map((one) => (one === item ? named : one));
  frame.fundSources = mergeItems(sources, named, into);
  redirect(moves.sources, item.id, into.id);
  labels.push(`资金来源“${item.name}”并入“${into.name}”`);
}

export function removeSource({ frame, labels }: Draft, { id }: FrameChangeOf<'source-remove'>): void {
  const item = itemOf(frame.fundSources, id, WHAT);
  frame.fundSources = frame.fundSources.filter((one) => one !== item);
  labels.push(`删除资金来源“${item.name}”`);
}

// Changes of responsible units (责任单位): their names, their years, and who took over their work.
import type { Agency } from '../domain/agencies.ts';
import type { FrameChangeOf } from './changes.ts';
import type { Draft } from './draft.ts';
import { cleanAliases } from './frame.ts';
import { FrameError } from './trees.ts';

function agencyOf(agencies: readonly Agency[], id: string): Agency {
  const found = agencies.find((one) => one.id === id);
  if (!found) throw new FrameError(`没有代码为“${id}”的单位，可能刚被删除或撤销。请刷新后再试。`);
  return found;
}

export function addAgency({ frame, labels }: Draft, change: FrameChangeOf<'agency-add'>): void {
  const { id, from = null, to = null, successor = null } = change;
  const known = frame.agencies.find((one) => one.id === id);
  if (known) throw new FrameError(`单位的代码“${id}”已经是“${known.name}”的，不能再给“${change.name}”。`);
  const name = change.name.trim();
  const aliases = cleanAliases(name, change.aliases);
  frame.agencies = [...frame.agencies, { id, name, aliases, from, to, successor }];
  labels.push(`新增单位“${name}”`);
}

/** A new name leaves the old one among the others: lists that write it are still understood. */
export function setAgency({ frame, labels }: Draft, { id, ...change }: FrameChangeOf<'agency-set'>): void {
  const item = agencyOf(frame.agencies, id);
  const name = (change.name ?? item.name).trim();
  const aliases = cleanAliases(name, [...(change.aliases ?? item.aliases), ...(name === item.name ? [] : [item.name])]);
  const { from = item.from, to = item.to, successor = item.successor } = change;
  const next: Agency = { id, name, aliases, from, to, successor };
  frame.agencies = frame.agencies.map((one) => (one === item ? next : one));
  labels.push(name === item.name ? `修改单位“${name}”` : `单位“${item.name}”改名为“${name}”`);
}

export function mergeAgency({ frame, labels }: Draft, change: FrameChangeOf<'agency-merge'>): void {
  const item = agencyOf(frame.agencies, change.id);
  const into = agencyOf(frame.agencies, change.into);
  if (item === into) throw new FrameError(`“${item.name}”不能并入自己。`);
  const aliases = cleanAliases(into.name, [...into.aliases, item.name, ...item.aliases]);
  const follow = (id: string | null): string | null => (id === item.id ? into.id : id);
  frame.agencies = frame.agencies
    .filter((one) => one !== item)
    .map((one) => {
      const successor = follow(one.successor);
      const own = one === into ? { ...one, aliases } : one;
      // What the merged one was followed by is itself now.
      return { ...own, successor: successor === one.id ? null : successor };
    });
  labels.push(`单位“${item.name}”并入“${into.name}”`);
}

export function removeAgency({ frame, labels }: Draft, { id }: FrameChangeOf<'agency-remove'>): void {
  const item = agencyOf(frame.agencies, id);
  frame.agencies = frame.agencies.filter((one) => one !== item);
  labels.push(`删除单位“${item.name}”`);
}

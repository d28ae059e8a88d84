// Changes of 自定义栏目: the columns that an office adds to its list.
import type { OwnColumn } from '../domain/own-columns.ts';
import type { FrameChangeOf } from './changes.ts';
import type { Draft } from './draft.ts';
import { cleanAliases } from './frame.ts';
import { FrameError } from './trees.ts';

function columnOf(columns: readonly OwnColumn[], id: string): OwnColumn {
  const found = columns.find((one) => one.id === id);
  if (!found) throw new FrameError(`没有自定义栏目“${id}”，可能刚被删除或撤销。请刷新后再试。`);
  return found;
}

export function addColumn({ frame, labels }: Draft, { id, printed, ...change }: FrameChangeOf<'column-add'>): void {
  const name = change.name.trim();
  const known = frame.ownColumns.find((one) => one.id === id);
  if (known) throw new FrameError(`自定义栏目“${known.name}”已经有了，不能再添一个同样的“${name}”。`);
  frame.ownColumns = [...frame.ownColumns, { id, name, aliases: [], printed }];
  labels.push(`新增自定义栏目“${name}”`);
}

/** A new name leaves the old one among the others: sheets that write it are still read. */
export function setColumn({ frame, labels }: Draft, { id, ...change }: FrameChangeOf<'column-set'>): void {
  const item = columnOf(frame.ownColumns, id);
  const name = (change.name ?? item.name).trim();
  const aliases = cleanAliases(name, [...item.aliases, ...(name === item.name ? [] : [item.name])]);
  const next: OwnColumn = { id, name, aliases, printed: change.printed ?? item.printed };
  frame.ownColumns = frame.ownColumns.map((one) => (one === item ? next : one));
  labels.push(
    name === item.name
      ? `自定义栏目“${name}”${next.printed ? '印在附表中' : '不印在附表中'}`
      : `自定义栏目“${item.name}”改名为“${name}”`,
  );
}

export function moveColumn({ frame, labels }: Draft, { id, before }: FrameChangeOf<'column-move'>): void {
  const item = columnOf(frame.ownColumns, id);
  const rest = frame.ownColumns.filter((one) => one !== item);
  const at = before === null ? -1 : rest.findIndex((one) => one.id === before);
  frame.ownColumns = at < 0 ? [...rest, item] : rest.toSpliced(at, 0, item);
  labels.push(`移动自定义栏目“${item.name}”`);
}

export function removeColumn({ frame, moves, labels }: Draft, { id }: FrameChangeOf<'column-remove'>): void {
  const item = columnOf(frame.ownColumns, id);
  frame.ownColumns = frame.ownColumns.filter((one) => one !== item);
  moves.columns.add(id);
  labels.push(`删除自定义栏目“${item.name}”`);
}

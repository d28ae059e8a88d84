// A tab of 规划设置 about a tree: the tree with its buttons on the left, the chosen thing on the right.
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { FrameChange } from '#shared/frame/changes.ts';
import { itemId, pathOf, subtree } from '#shared/frame/frame.ts';
import { AddDialog, type Choice, TargetDialog } from './tree-dialogs.tsx';
import { TreePane } from './tree-pane.tsx';
import { type Item, placeAfter, type Step } from './tree-rows.ts';
import type { SaveFrame } from './use-frame.ts';

/** What a tree of one kind says and does. */
export interface TreeKind<T extends Item> {
  /** 类别 */
  label: string;
  mark?: (item: T) => string;
  rename: (item: T, name: string) => FrameChange;
  move: (item: T, parent: string | null, before: string | null) => FrameChange;
  /** Names under a parent; a sentence where none can stand there. */
  add: (names: readonly string[], parent: string | null, before: string | null) => FrameChange[] | string;
  merge: (item: T, into: string, rewrite: boolean) => FrameChange;
  /** null: 未分类; undefined where nothing stands in it. */
  remove: (item: T, to: string | null | undefined) => FrameChange;
  canMerge: (item: T, into: T) => boolean;
  /** Whether projects can be left without one. */
  canLeave: boolean;
  /** The question whether projects write the new place. */
  rewrite: string | null;
  /** Open at first: all, or only these. */
  openFirst: 'all' | readonly string[];
  /** What is counted of a thing holds what stands beneath it already. */
  countsAll?: boolean;
}

interface Props<T extends Item> {
  kind: TreeKind<T>;
  items: readonly T[];
  uses: Readonly<Record<string, number>>;
  disabled: boolean;
  save: SaveFrame;
  extra?: ReactNode;
  detail: (item: T) => ReactNode;
}

type Asked = { what: 'add'; parent: string | null; before: string | null } | { what: 'merge' | 'remove'; id: string };
const LEAVE = '';

export function TreeTab<T extends Item>({ kind, items, uses, disabled, save, extra, detail }: Props<T>) {
  const [selected, setSelected] = useState<string | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const byId = new Map<string, T>(items.map((item) => [itemId(item), item]));
  const item = selected === null ? undefined : byId.get(selected);
  /** In the thing itself and in all beneath it. */
  const usesOf = (id: string): number =>
    kind.countsAll ? (uses[id] ?? 0) : [...subtree(items, id)].reduce((sum, one) => sum + (uses[one] ?? 0), 0);

  const step = (id: string, way: Step): void => {
    const one = byId.get(id);
    const place = one ? placeAfter(items, id, way) : null;
    if (one && place) void save([kind.move(one, place.parent, place.before)]);
  };
  const add = (id: string | null, where: 'beside' | 'beneath'): void => {
    const one = id === null ? undefined : byId.get(id);
    if (where === 'beneath') setAsked({ what: 'add', parent: id, before: null });
    else {
      const place = one ? placeAfter(items, itemId(one), 'down') : null;
      setAsked({ what: 'add', parent: one?.parent ?? null, before: place?.before ?? null });
    }
  };
  const remove = (id: string): void => {
    const one = byId.get(id);
    if (!one) return;
    if (usesOf(id) > 0) setAsked({ what: 'remove', id });
    else void save([kind.remove(one, undefined)]).then((done) => done && setSelected(null));
  };
  const targets = (one: T): Choice[] => {
    const own = subtree(items, itemId(one));
    return items
      .filter((other) => !own.has(itemId(other)) && kind.canMerge(one, other))
      .map((other) => ({ value: itemId(other), label: pathOf(byId, itemId(other)).join(' › ') }));
  };
  const button = (label: string, onClick: () => void, isOff = item === undefined, testId?: string) => (
    <Button size="small" disabled={disabled || isOff} onClick={onClick} {...(testId ? { 'data-testid': testId } : {})}>
      {label}
    </Button>
  );
  const stepButton = (label: string, way: Step) =>
    button(label, () => selected && step(selected, way), !item || placeAfter(items, itemId(item), way) === null);
  return (
    <div className="xj-set-split">
      <div className="xj-set-left">
        <div className="xj-set-buttons">
          {button('新增', () => add(selected, 'beside'), false, 'tree-add')}
          {button('新增下级', () => add(selected, 'beneath'), item === undefined, 'tree-add-beneath')}
          {stepButton('上移', 'up')}
          {stepButton('下移', 'down')}
          {stepButton('升一级', 'out')}
          {stepButton('降一级', 'in')}
          {button(
            '并入…',
            () => selected && setAsked({ what: 'merge', id: selected }),
            item === undefined,
            'tree-merge',
          )}
          {button('删除', () => selected && remove(selected), item === undefined, 'tree-remove')}
          {extra}
        </div>
        <TreePane
          label={kind.label}
          items={items}
          selected={selected}
          onSelect={setSelected}
          disabled={disabled}
          openFirst={kind.openFirst}
          {...(kind.mark ? { mark: kind.mark as (item: Item) => string } : {})}
          note={(one) => {
            const count = usesOf(itemId(one));
            return count > 0 ? `${count} 个项目` : '';
          }}
          actions={{
            rename: (id, name) => {
              const one = byId.get(id);
              if (one) void save([kind.rename(one, name)]);
            },
            step,
            add,
            remove,
          }}
        />
        <p className="xj-faint xj-set-keys">
          ↑↓ 选择　←→ 收起、展开　Enter 改名　Insert 新增　Delete 删除　Alt+↑↓ 移动次序　Alt+←→ 升降级
        </p>
      </div>
      <div className="xj-set-right" key={selected ?? ''}>
        {item ? detail(item) : <p className="xj-faint">在左边选一个{kind.label}，这里可以改它的内容。</p>}
      </div>
      {asked?.what === 'add' && (
        <AddDialog
          title={`新增${kind.label}${asked.parent === null ? '' : `（${byId.get(asked.parent)?.name ?? ''}下）`}`}
          close={() => setAsked(null)}
          onAdd={(names) => {
            const changes = kind.add(names, asked.parent, asked.before);
            if (typeof changes !== 'string') void save(changes);
          }}
        />
      )}
      {(asked?.what === 'merge' || asked?.what === 'remove') && (
        <Target
          asked={asked}
          kind={kind}
          items={byId}
          count={usesOf(asked.id)}
          targets={targets}
          close={() => setAsked(null)}
          save={save}
        />
      )}
    </div>
  );
}

interface TargetAsked<T extends Item> {
  asked: { what: 'merge' | 'remove'; id: string };
  kind: TreeKind<T>;
  items: ReadonlyMap<string, T>;
  count: number;
  targets: (item: T) => Choice[];
  close: () => void;
  save: SaveFrame;
}

function Target<T extends Item>({ asked, kind, items, count, targets, close, save }: TargetAsked<T>) {
  const item = items.get(asked.id);
  if (!item) return null;
  const canLeave = asked.what === 'remove' && kind.canLeave;
  const options = [...(canLeave ? [{ value: LEAVE, label: '未分类（以后再定）' }] : []), ...targets(item)];
  const text =
    asked.what === 'merge'
      ? `“${item.name}”${count > 0 ? `和它的 ${count} 个项目` : ''}并到哪里？它的名称记作别名，下级一起过去。`
      : `“${item.name}”下还有 ${count} 个项目，删除以后它们改到哪里？`;
  return (
    <TargetDialog
      title={asked.what === 'merge' ? `并入${kind.label}` : `删除${kind.label}`}
      text={text}
      options={options}
      rewrite={asked.what === 'merge' ? kind.rewrite : null}
      okText={asked.what === 'merge' ? '并入' : '删除'}
      close={close}
      onChoose={(target, rewrite) => {
        if (asked.what === 'merge') void save([kind.merge(item, target, rewrite)]);
        else if (kind.canLeave) void save([kind.remove(item, target === LEAVE ? null : target)]);
        else void save([kind.merge(item, target, false)]);
      }}
    />
  );
}

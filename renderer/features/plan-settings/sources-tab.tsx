// 资金来源: the sources and their finer ones, the names that they bear year by year, other names in sheets.
import { Button, Input, InputNumber, Select } from 'antd';
import { useEffect, useState } from 'react';
import { isSame } from '#shared/compare/fact.ts';
import { fundNameIn, namesInUse, renamedIn } from '#shared/domain/fund-names.ts';
import { type FundName, type FundSource, SOURCE_SHOWN, type SourceShown } from '#shared/domain/reference.ts';
import type { FrameChange } from '#shared/frame/changes.ts';
import { freeId } from '#shared/frame/ids.ts';
import { NamesField, TextField } from './text-field.tsx';
import { type TreeKind, TreeTab } from './tree-tab.tsx';
import type { FrameView, SaveFrame } from './use-frame.ts';

const SHOWN_LABELS: Readonly<Record<SourceShown, string>> = {
  always: '总是显示这一列',
  filled: '有项目填了才显示',
  hidden: '不显示（有金额的仍显示，不会藏起金额）',
};

interface Props {
  view: FrameView;
  disabled: boolean;
  save: SaveFrame;
}

export function SourcesTab({ view, disabled, save }: Props) {
  const { frame, uses } = view;
  const year = frame.plan.fundYear ?? frame.plan.lastYear;
  const byId = new Map(frame.fundSources.map((one) => [one.id, one]));
  const stored = (id: string): FundSource => byId.get(id) as FundSource;
  const kind: TreeKind<FundSource> = {
    label: '资金来源',
    rename: ({ id }, name) => ({ do: 'source-set', id, ...renamedIn(stored(id), year, name) }),
    move: ({ id }, parent, before) => ({ do: 'source-move', id, parent, before }),
    add(names, parent, before) {
      const taken = new Set(frame.fundSources.map(({ id }) => id));
      return names.map((name): FrameChange => {
        const id = freeId('fund.', taken);
        taken.add(id);
        return { do: 'source-add', id, parent, name, before };
      });
    },
    merge: ({ id }, into) => ({ do: 'source-merge', id, into }),
    remove: ({ id }) => ({ do: 'source-remove', id }),
    canMerge: () => true,
    canLeave: false,
    rewrite: null,
    openFirst: 'all',
    countsAll: true,
  };
  return (
    <TreeTab
      kind={kind}
      items={namesInUse(frame.fundSources, frame.plan)}
      uses={uses.sources}
      disabled={disabled}
      save={save}
      detail={({ id }) => <SourceDetail {...{ item: stored(id), view, disabled, save }} />}
    />
  );
}

function SourceDetail({ item, view, disabled, save }: Props & { item: FundSource }) {
  const { plan } = view.frame;
  const year = plan.fundYear ?? plan.lastYear;
  const set = (part: { name?: string; aliases?: string[]; names?: FundName[]; shown?: SourceShown }): void =>
    void save([{ do: 'source-set', id: item.id, ...part }]);
  return (
    <div className="xj-set-fields">
      <label htmlFor="source-name">本规划的名称</label>
      <TextField
        id="source-name"
        value={fundNameIn(item, year)}
        disabled={disabled}
        onSave={(name) => set(renamedIn(item, year, name))}
      />
      {item.names.length > 0 && (
        <>
          <label htmlFor="source-other-years">其他年份的名称</label>
          <TextField id="source-other-years" value={item.name} disabled={disabled} onSave={(name) => set({ name })} />
        </>
      )}
      <span>各年名称</span>
      <NamesByYear value={item.names} disabled={disabled} onSave={(names) => set({ names })} />
      <label htmlFor="source-aliases">别名</label>
      <NamesField id="source-aliases" value={item.aliases} disabled={disabled} onSave={(aliases) => set({ aliases })} />
      {item.parent === null && (
        <>
          <label htmlFor="source-shown">列的显示</label>
          <Select
            id="source-shown"
            data-testid="source-shown"
            value={item.shown}
            disabled={disabled}
            options={SOURCE_SHOWN.map((value) => ({ value, label: SHOWN_LABELS[value] }))}
            onChange={(shown) => set({ shown })}
          />
        </>
      )}
      <p className="xj-faint xj-set-wide">
        本规划印作“{fundNameIn(item, year)}”（按 {year}{' '}
        年）。各年的名称和别名导入时都认得；各年名称没有写到的年份用“其他年份的名称”。
      </p>
    </div>
  );
}

interface NamesProps {
  value: readonly FundName[];
  disabled: boolean;
  onSave: (names: FundName[]) => void;
}

/** Rows of from, to and name; saved together, for two rows change when one year moves from one to the other. */
function NamesByYear({ value, disabled, onSave }: NamesProps) {
  const [names, setNames] = useState<FundName[]>([...value]);
  useEffect(() => setNames([...value]), [value]);
  const isChanged = !isSame(names, value);
  const set = (at: number, part: Partial<FundName>): void =>
    setNames(names.map((one, index) => (index === at ? { ...one, ...part } : one)));
  return (
    <div>
      <table className="xj-set-table" data-testid="names-by-year">
        <thead>
          <tr>
            <th>从（年）</th>
            <th>到（年）</th>
            <th>名称</th>
            <th aria-label="删除" />
          </tr>
        </thead>
        <tbody>
          {names.map((one, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no id, and keep their order
            <tr key={at}>
              <td>
                <InputNumber
                  size="small"
                  aria-label="从"
                  placeholder="最早"
                  disabled={disabled}
                  precision={0}
                  value={one.from}
                  onChange={(from) => set(at, { from })}
                />
              </td>
              <td>
                <InputNumber
                  size="small"
                  aria-label="到"
                  placeholder="以后"
                  disabled={disabled}
                  precision={0}
                  value={one.to}
                  onChange={(to) => set(at, { to })}
                />
              </td>
              <td>
                <Input
                  size="small"
                  aria-label="名称"
                  disabled={disabled}
                  value={one.name}
                  onChange={({ target }) => set(at, { name: target.value })}
                />
              </td>
              <td>
                <Button
                  size="small"
                  type="text"
                  aria-label="删除这一段"
                  disabled={disabled}
                  onClick={() => setNames(names.toSpliced(at, 1))}
                >
                  ✕
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button
        size="small"
        type="link"
        disabled={disabled}
        onClick={() => setNames([...names, { from: null, to: null, name: '' }])}
      >
        加一段
      </Button>
      <Button
        size="small"
        type="primary"
        disabled={disabled || !isChanged}
        onClick={() => onSave(names)}
        data-testid="names-save"
      >
        保存各年名称
      </Button>
      {isChanged && (
        <Button size="small" type="link" onClick={() => setNames([...value])}>
          放弃
        </Button>
      )}
    </div>
  );
}

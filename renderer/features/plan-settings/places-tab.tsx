// 地区: the county with its towns and villages; 撤并 by merging, renaming and moving.
import { Checkbox, Select } from 'antd';
import { useState } from 'react';
import type { Region } from '#shared/domain/reference.ts';
import type { FrameChange } from '#shared/frame/changes.ts';
import { placeCode } from '#shared/frame/ids.ts';
import { levelWords } from '#shared/frame/place-faults.ts';
import { NamesField, TextField } from './text-field.tsx';
import { type TreeKind, TreeTab } from './tree-tab.tsx';
import type { FrameView, SaveFrame } from './use-frame.ts';

interface Props {
  view: FrameView;
  disabled: boolean;
  save: SaveFrame;
}

const BENEATH: Partial<Record<Region['level'], 'county' | 'town' | 'village'>> = {
  province: 'county',
  city: 'county',
  county: 'town',
  town: 'village',
};

export function PlacesTab({ view, disabled, save }: Props) {
  const { frame, uses } = view;
  const byCode = new Map(frame.regions.map((one) => [one.code, one]));
  const kind: TreeKind<Region> = {
    label: '地区',
    rename: ({ code }, name) => ({ do: 'place-set', code, name, rewrite: false }),
    move: ({ code, parent: old }, parent, before) => ({
      do: 'place-move',
      code,
      parent: parent ?? old ?? '',
      before,
      rewrite: false,
    }),
    add(names, parent, before) {
      const over = parent === null ? undefined : byCode.get(parent);
      const level = over ? BENEATH[over.level] : undefined;
      if (!over || !level) return '村（社区）下面不再分。';
      const taken = new Set(byCode.keys());
      return names.map((name): FrameChange => {
        const code = placeCode(over.code, name, taken);
        taken.add(code);
        return { do: 'place-add', code, parent: over.code, name, level, before };
      });
    },
    merge: ({ code }, into, rewrite) => ({ do: 'place-merge', code, into, rewrite }),
    remove: ({ code }) => ({ do: 'place-remove', code }),
    canMerge: (item, into) => item.level === into.level && (item.level === 'town' || item.level === 'village'),
    canLeave: false,
    rewrite: '项目里写的旧地名也改成新的（不改也照旧认得）',
    openFirst: aboveOf(frame.plan.regionCode, byCode),
    countsAll: true,
  };
  return (
    <TreeTab
      kind={kind}
      items={frame.regions}
      uses={uses.places}
      disabled={disabled}
      save={save}
      detail={(item) => <PlaceDetail {...{ item, view, disabled, save }} />}
    />
  );
}

/** The plan's own place and all over it. */
function aboveOf(code: string, byCode: ReadonlyMap<string, Region>): string[] {
  const parent = byCode.get(code)?.parent ?? null;
  return parent === null ? [code] : [code, ...aboveOf(parent, byCode)];
}

function PlaceDetail({ item, view, disabled, save }: Props & { item: Region }) {
  const [isRewritten, setRewritten] = useState(false);
  const { regions } = view.frame;
  const over = regions.find(({ code }) => code === item.parent);
  const parents = regions.filter(({ level }) => level === over?.level);
  const canMove = item.level === 'village';
  return (
    <div className="xj-set-fields">
      <span>级别</span>
      <span>{levelWords(item.level)}</span>
      <label htmlFor="place-name">名称</label>
      <TextField
        id="place-name"
        value={item.name}
        disabled={disabled}
        onSave={(name) => void save([{ do: 'place-set', code: item.code, name, rewrite: isRewritten }])}
      />
      <label htmlFor="place-aliases">别名</label>
      <NamesField
        id="place-aliases"
        value={item.aliases}
        disabled={disabled}
        onSave={(aliases) => void save([{ do: 'place-set', code: item.code, aliases, rewrite: false }])}
      />
      {canMove && (
        <>
          <label htmlFor="place-parent">划归</label>
          <Select
            id="place-parent"
            showSearch={{ optionFilterProp: 'label' }}
            disabled={disabled}
            value={item.parent}
            options={parents.map(({ code, name }) => ({ value: code, label: name }))}
            onChange={(parent) =>
              parent !== null &&
              void save([{ do: 'place-move', code: item.code, parent, before: null, rewrite: isRewritten }])
            }
          />
        </>
      )}
      <Checkbox
        className="xj-set-wide"
        checked={isRewritten}
        disabled={disabled}
        onChange={({ target }) => setRewritten(target.checked)}
      >
        改名、划归时，项目里写的旧地名也改成新的
      </Checkbox>
      <p className="xj-faint xj-set-wide">不勾也照旧认得：旧名记作别名，汇总表、审核按新名。撤并用左边的“并入”。</p>
    </div>
  );
}

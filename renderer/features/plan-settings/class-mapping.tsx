// How the classes of one scheme count in another: a table to fill in, and the same for one class.
import { Select } from 'antd';
import { useState } from 'react';
import type { Category } from '#shared/domain/reference.ts';
import { pathOf } from '#shared/frame/frame.ts';
import { makeCategoryResolver } from '#shared/tables/crosswalk.ts';
import type { FrameView, SaveFrame } from './use-frame.ts';

interface Shared {
  view: FrameView;
  disabled: boolean;
  save: SaveFrame;
}

function pathsOf(view: FrameView, scheme: string): { value: string; label: string }[] {
  const byId = new Map(view.frame.categories.map((one) => [one.id, one]));
  return view.frame.categories
    .filter((one) => one.scheme === scheme)
    .map(({ id }) => ({ value: id, label: pathOf(byId, id).join(' › ') }));
}

function targetOf({ frame }: FrameView, from: string, scheme: string): string | null {
  const own = new Set(frame.categories.filter((one) => one.scheme === scheme).map(({ id }) => id));
  return frame.mappings.find((one) => one.from === from && own.has(one.to))?.to ?? null;
}

interface MapProps extends Shared {
  item: Category;
  scheme: string;
  label: string;
}

export function MapField({ item, scheme, label, ...rest }: MapProps) {
  const id = `map-${scheme}`;
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <MapSelect id={id} item={item} scheme={scheme} label={label} options={pathsOf(rest.view, scheme)} {...rest} />
    </>
  );
}

interface MapSelectProps extends MapProps {
  id: string;
  options: { value: string; label: string }[];
}

function MapSelect({ id, item, scheme, label, options, view, disabled, save }: MapSelectProps) {
  const inherited = makeCategoryResolver(view.frame, scheme)(item.id)?.name;
  return (
    <Select
      id={id}
      size="small"
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      style={{ width: '100%' }}
      disabled={disabled}
      aria-label={`${item.name}${label}`}
      placeholder={inherited === undefined ? '没有对应' : `随上级：${inherited}`}
      options={options}
      value={targetOf(view, item.id, scheme)}
      onChange={(to) => void save([{ do: 'map', from: item.id, scheme, to: to ?? null }])}
    />
  );
}

export function ClassMapping({ view, disabled, save, scheme }: Shared & { scheme: string }) {
  const { frame } = view;
  const others = frame.schemes.filter(({ id }) => id !== scheme);
  const [chosen, setChosen] = useState<string | null>(null);
  const other = others.find(({ id }) => id === chosen) ?? others[0];
  if (!other) return <p className="xj-faint">只有一套类别体系。先在“增加体系”里装入或新建另一套。</p>;
  const items = frame.categories.filter((one) => one.scheme === scheme);
  const byId = new Map(items.map((one) => [one.id, one]));
  const options = pathsOf(view, other.id);
  const resolve = makeCategoryResolver(frame, other.id);
  const open = items.filter(({ id }) => resolve(id) === null);
  return (
    <div className="xj-set-scroll">
      <p>
        <Select
          size="small"
          style={{ minWidth: 240 }}
          aria-label="对应的体系"
          value={other.id}
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setChosen}
        />{' '}
        <span className="xj-faint">
          {open.length === 0
            ? '全部类别都有对应。'
            : `${open.length} 个类别没有对应：${open
                .slice(0, 3)
                .map(({ name }) => name)
                .join('、')}${open.length > 3 ? '等' : ''}。`}
        </span>
      </p>
      <table className="xj-set-table">
        <thead>
          <tr>
            <th>类别</th>
            <th>在“{other.name}”中算作</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id}>
              <td style={{ paddingLeft: 8 + (pathOf(byId, item.id).length - 1) * 20 }}>
                {item.ordinal} {item.name}
              </td>
              <td>
                <MapSelect
                  id={`row-${item.id}`}
                  label="算作"
                  item={item}
                  scheme={other.id}
                  options={options}
                  {...{ view, disabled, save }}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

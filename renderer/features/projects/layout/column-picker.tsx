// Which columns are shown and in which order, with the keyboard too: the list behind the button 列.
import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover } from 'antd';
import { columnsOf } from '#shared/domain/fields.ts';
import { NUMBER_KEY } from '../grid-columns.ts';
import type { GridData } from '../grid-state.ts';
import { moveKey, withColumns, withLayout } from './look.ts';
import type { ChangeLook } from './use-look.ts';

export function ColumnPicker({ data, changeLook }: { data: GridData; changeLook: ChangeLook }) {
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      title="显示的列"
      destroyOnHidden
      content={<ColumnList data={data} changeLook={changeLook} />}
    >
      <Button size="small" type="text" data-testid="pick-columns">
        列
      </Button>
    </Popover>
  );
}

function ColumnList({ data, changeLook }: { data: GridData; changeLook: ChangeLook }) {
  const all = columnsOf(data.plan, data.reference);
  const byKey = new Map(all.map((column) => [column.key, column]));
  const shown = data.columns.map(({ key }) => key).filter((key) => key !== NUMBER_KEY);
  const hidden = all.map(({ key }) => key).filter((key) => !shown.includes(key));
  const set = (columns: readonly string[]): void => changeLook((look) => withLayout(look, { columns }));
  const toggle = (key: string): void => {
    const wanted = new Set(shown);
    if (!wanted.delete(key)) wanted.add(key);
    set(withColumns(shown, [...byKey.keys()], wanted));
  };
  const move = (key: string, by: -1 | 1): void => {
    const beside = shown[shown.indexOf(key) + by];
    if (beside !== undefined) set(moveKey(shown, key, beside, by === 1));
  };
  return (
    <ul className="xj-column-list">
      {[...shown, ...hidden].map((key) => {
        const column = byKey.get(key);
        const at = shown.indexOf(key);
        if (!column) return null;
        const label =
          column.group && column.group !== column.label ? `${column.group} · ${column.label}` : column.label;
        return (
          <li key={key}>
            <Checkbox checked={at !== -1} disabled={key === 'name'} onChange={() => toggle(key)}>
              {label}
            </Checkbox>
            {at > 0 && (
              <span className="xj-column-moves">
                <Button
                  size="small"
                  type="text"
                  disabled={at <= 1}
                  icon={<ArrowUpOutlined />}
                  aria-label={`${label}：往前移`}
                  onClick={() => move(key, -1)}
                />
                <Button
                  size="small"
                  type="text"
                  disabled={at === shown.length - 1}
                  icon={<ArrowDownOutlined />}
                  aria-label={`${label}：往后移`}
                  onClick={() => move(key, 1)}
                />
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

// 自定义栏目: the columns that the office adds to its list: their names, their order, and whether the annex prints them.
import { Button, Checkbox, Popconfirm } from 'antd';
import { newOwnId, type OwnColumn } from '#shared/domain/own-columns.ts';
import { TextField } from './text-field.tsx';
import type { FrameView, SaveFrame } from './use-frame.ts';

interface Props {
  view: FrameView;
  disabled: boolean;
  save: SaveFrame;
}

export function OwnColumnsTab({ view, disabled, save }: Props) {
  const { ownColumns } = view.frame;
  const add = (): void => {
    const names = new Set(ownColumns.flatMap(({ id, name }) => [id, name]));
    const name = newOwnId('新栏目', names);
    void save([{ do: 'column-add', id: name, name, printed: true }]);
  };
  return (
    <div className="xj-set-tab">
      <div className="xj-set-buttons">
        <Button size="small" type="primary" disabled={disabled} onClick={add} data-testid="own-column-add">
          新增栏目
        </Button>
        <span className="xj-faint">
          程序没有的栏目，如领导批示、挂钩领导。加上以后在项目表、项目卡片、附表和导出的表里都有；导入时表头同名的列自动对上。
        </span>
      </div>
      <div className="xj-set-scroll">
        <table className="xj-set-table" data-testid="own-columns">
          <thead>
            <tr>
              <th className="is-name">栏目</th>
              <th>印在附表中</th>
              <th>次序</th>
              <th className="is-count">已填项目</th>
              <th className="is-button" aria-label="删除" />
            </tr>
          </thead>
          <tbody>
            {ownColumns.map((one, at) => (
              <OwnColumnRow
                key={one.id}
                column={one}
                before={ownColumns[at - 1]}
                after={ownColumns[at + 1]}
                following={ownColumns[at + 2]}
                projects={view.uses.ownColumns[one.id] ?? 0}
                disabled={disabled}
                save={save}
              />
            ))}
          </tbody>
        </table>
        {ownColumns.length === 0 && (
          <p className="xj-faint">还没有自定义栏目。也可以在导入一张表时，把没有对应字段的列作为自定义栏目保留。</p>
        )}
      </div>
    </div>
  );
}

interface RowProps {
  column: OwnColumn;
  /** Its neighbours, and the one that it would stand before when it goes down. */
  before: OwnColumn | undefined;
  after: OwnColumn | undefined;
  following: OwnColumn | undefined;
  projects: number;
  disabled: boolean;
  save: SaveFrame;
}

function OwnColumnRow({ column, before, after, following, projects, disabled, save }: RowProps) {
  const { id, name, printed } = column;
  const remove = (
    <Button
      size="small"
      type="text"
      aria-label={`删除栏目 ${name}`}
      title="删除（可撤销）"
      disabled={disabled}
      {...(projects === 0 ? { onClick: () => void save([{ do: 'column-remove', id }]) } : {})}
    >
      ✕
    </Button>
  );
  return (
    <tr data-testid="own-column">
      <td>
        <TextField
          id={`${id}-name`}
          value={name}
          disabled={disabled}
          onSave={(text) => void save([{ do: 'column-set', id, name: text }])}
        />
      </td>
      <td>
        <Checkbox
          checked={printed}
          disabled={disabled}
          aria-label={`${name} 印在附表中`}
          onChange={({ target }) => void save([{ do: 'column-set', id, printed: target.checked }])}
        />
      </td>
      <td>
        <Button
          size="small"
          type="text"
          disabled={disabled || !before}
          aria-label={`${name} 往前移`}
          onClick={() => before && void save([{ do: 'column-move', id, before: before.id }])}
        >
          ↑
        </Button>
        <Button
          size="small"
          type="text"
          disabled={disabled || !after}
          aria-label={`${name} 往后移`}
          onClick={() => after && void save([{ do: 'column-move', id, before: following?.id ?? null }])}
        >
          ↓
        </Button>
      </td>
      <td>{projects}</td>
      <td>
        {projects === 0 ? (
          remove
        ) : (
          <Popconfirm
            title={`${projects} 个项目在“${name}”里填有内容，删除栏目时一并删去（可撤销）。`}
            okText="删除"
            cancelText="取消"
            disabled={disabled}
            onConfirm={() => void save([{ do: 'column-remove', id }])}
          >
            {remove}
          </Popconfirm>
        )}
      </td>
    </tr>
  );
}

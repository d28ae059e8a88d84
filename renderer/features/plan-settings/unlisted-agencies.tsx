// Units that the list of projects writes and the plan's list of units does not know: each becomes a unit, or another name of
// one that is there.
import { Button, Select } from 'antd';
import { addAgencies } from './add-agencies.ts';
import type { FrameView, SaveFrame } from './use-frame.ts';

interface Props {
  view: FrameView;
  disabled: boolean;
  save: SaveFrame;
}

export function UnlistedAgencies({ view, disabled, save }: Props) {
  const { agencies } = view.frame;
  const { unlisted } = view.uses;
  if (unlisted.length === 0) return null;
  const add = (names: readonly string[]): void => void save(addAgencies(agencies, names));
  const alias = (id: string, name: string): void => {
    const known = agencies.find((one) => one.id === id);
    if (known) void save([{ do: 'agency-set', id, aliases: [...known.aliases, name] }]);
  };
  return (
    <div className="xj-set-right" data-testid="unlisted-agencies">
      <div className="xj-set-buttons">
        <span>项目表里写了、单位表没有的 {unlisted.length} 个</span>
        <Button
          size="small"
          disabled={disabled}
          onClick={() => add(unlisted.map(({ name }) => name))}
          data-testid="agencies-add-all"
        >
          全部加入
        </Button>
      </div>
      <table className="xj-set-table">
        <thead>
          <tr>
            <th>写法</th>
            <th>项目</th>
            <th>处理</th>
          </tr>
        </thead>
        <tbody>
          {unlisted.map(({ name, projects }) => (
            <tr key={name}>
              <td>{name}</td>
              <td>{projects}</td>
              <td>
                <span className="xj-set-buttons">
                  <Button size="small" disabled={disabled} onClick={() => add([name])}>
                    加入
                  </Button>
                  {agencies.length > 0 && (
                    <Select
                      size="small"
                      aria-label={`${name} 是哪个单位的别名`}
                      placeholder="是…的别名"
                      popupMatchSelectWidth={false}
                      disabled={disabled}
                      value={null}
                      options={agencies.map((one) => ({ value: one.id, label: one.name }))}
                      onChange={(id: string | null) => id !== null && alias(id, name)}
                    />
                  )}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
